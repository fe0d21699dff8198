// SPDX-License-Identifier: MIT
#include "fuzz/promises.h"
#include "fuzz/target.h"
#include "plan/lists/read/readers.h"

using namespace lapwing;

namespace {

void readsTransfers(const QByteArray &input)
{
    const plan::Links links = plan::linksFromKGet(input, {QUrl(QStringLiteral("https://h/b/"))});
    fuzz::promiseLinks(links);
    static_cast<void>(plan::isKGet(input));
}

} // namespace

LAPWING_FUZZ(readsTransfers)
