// SPDX-License-Identifier: MIT
#include "fuzz/promises.h"
#include "fuzz/target.h"
#include "plan/lists/links.h"

using namespace lapwing;

namespace {

void readsLists(const QByteArray &input)
{
    const plan::Links links = plan::linksFromText(input);
    fuzz::promiseLinks(links);
    for (const QUrl &url : links.urls) { // a link that was taken is one, however often it is read
        const auto again = plan::linkFrom(url.toString(QUrl::FullyEncoded));
        LAPWING_PROMISE(again && again->toEncoded() == url.toEncoded());
    }
}

} // namespace

LAPWING_FUZZ(readsLists)
