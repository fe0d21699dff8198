// SPDX-License-Identifier: MIT
#include "fuzz/promises.h"
#include "fuzz/target.h"
#include "plan/http/contenttype.h"

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;

namespace {

void namesByType(const QByteArray &input)
{
    const QString name = plan::nameFromType(input);
    fuzz::promiseSafe(name);
    LAPWING_PROMISE(name == u"index.html" || name.startsWith(u"download"_s));
}

} // namespace

LAPWING_FUZZ(namesByType)
