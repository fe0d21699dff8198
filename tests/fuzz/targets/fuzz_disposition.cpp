// SPDX-License-Identifier: MIT
#include "fuzz/promises.h"
#include "fuzz/target.h"
#include "plan/http/disposition.h"
#include "plan/safename.h"

using namespace lapwing;

namespace {

void namesByDisposition(const QByteArray &input)
{
    const std::optional<QString> name = plan::nameFromDisposition(input);
    if (!name)
        return;
    LAPWING_PROMISE(!name->trimmed().isEmpty());
    fuzz::promiseSafe(plan::safeName(*name));
}

} // namespace

LAPWING_FUZZ(namesByDisposition)
