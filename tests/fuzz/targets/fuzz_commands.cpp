// SPDX-License-Identifier: MIT
#include "fuzz/promises.h"
#include "fuzz/target.h"
#include "plan/lists/read/readers.h"

using namespace lapwing;

namespace {

void readsCommands(const QByteArray &input)
{
    const plan::Links links =
        plan::linksFromCommands(input, {QUrl(QStringLiteral("https://h/b/"))});
    fuzz::promiseLinks(links);
    static_cast<void>(plan::isCommands(input));
}

} // namespace

LAPWING_FUZZ(readsCommands)
