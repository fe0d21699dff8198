// SPDX-License-Identifier: MIT
#include "fuzz/promises.h"
#include "fuzz/target.h"
#include "plan/lists/ranges.h"
#include "plan/lists/read/readers.h"

using namespace lapwing;

namespace {

constexpr qint64 maxRead = 2000; ///< links of ranges: 100,000 of them take seconds each time

void readsAria2(const QByteArray &input)
{
    if (plan::rangesIn(input).links > maxRead)
        return;
    const plan::Links links = plan::linksFromAria2(input, {QUrl(QStringLiteral("https://h/b/"))});
    fuzz::promiseLinks(links);
    static_cast<void>(plan::isAria2(input));
}

} // namespace

LAPWING_FUZZ(readsAria2)
