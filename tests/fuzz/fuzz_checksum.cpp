// SPDX-License-Identifier: MIT
#include "fuzz/promises.h"
#include "fuzz/target.h"
#include "plan/checksum.h"

using namespace lapwing;

namespace {

void readsChecksums(const QByteArray &input)
{
    const auto checksum = plan::checksumFrom(QString::fromUtf8(input));
    if (!checksum) {
        LAPWING_PROMISE(!checksum.error().isEmpty() && fuzz::isShowable(checksum.error()));
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
