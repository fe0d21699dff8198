// SPDX-License-Identifier: MIT
#include "fuzz/promises.h"
#include "fuzz/target.h"
#include "plan/lists/read/readers.h"

using namespace lapwing;

namespace {

void readsMetalinks(const QByteArray &input)
{
    const plan::Links links =
        plan::linksFromMetalink(input, {QUrl(QStringLiteral("https://h/b/"))});
    fuzz::promiseLinks(links);
    static_cast<void>(plan::isMetalink(input));
}

} // namespace

LAPWING_FUZZ(readsMetalinks)
