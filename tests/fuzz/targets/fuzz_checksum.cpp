// SPDX-License-Identifier: MIT
#include "fuzz/promises.h"
#include "fuzz/target.h"
#include "plan/checksum.h"
#include "text/accesserror.h"

using namespace lapwing;

namespace {

void readsChecksums(const QByteArray &input)
{
    const auto checksum = plan::checksumFrom(QString::fromUtf8(input));
    if (!checksum) {
        const QString error = text::sentence(checksum.error());
        LAPWING_PROMISE(!error.isEmpty() && fuzz::isShowable(error));
        return;
    }
    const int size = QCryptographicHash::hashLength(checksum->algorithm);
    LAPWING_PROMISE(checksum->digest.size() == size);
    const QString digits = QString::fromLatin1(checksum->digest.toHex());
    LAPWING_PROMISE(plan::checksumFrom(plan::nameOf(*checksum) + u'=' + digits) == checksum);
    LAPWING_PROMISE(input.toLower().contains(digits.toLatin1()));
}

} // namespace

LAPWING_FUZZ(readsChecksums)
