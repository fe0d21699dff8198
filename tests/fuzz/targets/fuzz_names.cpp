// SPDX-License-Identifier: MIT
#include "fuzz/promises.h"
#include "fuzz/target.h"
#include "plan/safename.h"

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;

namespace {

void promiseNumbered(const QString &name)
{
    const QString numbered = plan::numbered(name, 99);
    LAPWING_PROMISE(numbered.contains(u" (99)"_s) && numbered.size() <= name.size() + 5);
    fuzz::promiseSafe(numbered);
}

void makesNamesSafe(const QByteArray &input)
{
    const QString utf8 = plan::safeName(QString::fromUtf8(input));
    fuzz::promiseSafe(utf8);
    promiseNumbered(utf8);
    const auto *units = reinterpret_cast<const char16_t *>(input.constData());
    fuzz::promiseSafe(plan::safeName(QString::fromUtf16(units, input.size() / 2)));
    fuzz::promiseSafe(plan::nameFromUrl(QUrl(u"http://h/"_s + QString::fromUtf8(input))));
}

} // namespace

LAPWING_FUZZ(makesNamesSafe)
