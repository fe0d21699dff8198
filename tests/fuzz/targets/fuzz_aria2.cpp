// SPDX-License-Identifier: MIT
#include "fuzz/promises.h"
#include "fuzz/target.h"
#include "plan/lists/read/readers.h"

using namespace lapwing;

namespace {

void readsAria2(const QByteArray &input)
{
    const plan::Links links = plan::linksFromAria2(input, {QUrl(QStringLiteral("https://h/b/"))});
    fuzz::promiseLinks(links);
    static_cast<void>(plan::isAria2(input));
}

} // namespace

LAPWING_FUZZ(readsAria2)
