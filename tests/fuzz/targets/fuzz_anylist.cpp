// SPDX-License-Identifier: MIT
#include "fuzz/promises.h"
#include "fuzz/target.h"
#include "plan/listing.h"
#include "plan/lists/formats.h"
#include "plan/lists/sources.h"

using namespace lapwing;

namespace {

/// Whatever comes out of it can be written in every format, and has the same links when it is read again.
void readsAnyList(const QByteArray &input)
{
    plan::Links links = plan::linksFromContents(input);
    fuzz::promiseLinks(links);
    plan::Listing listing;
    listing.add(std::move(links));
    for (const plan::ListFormat &format : plan::formats()) {
        if (format.write == nullptr || listing.entries().empty())
            continue;
        const QByteArray written = format.write(listing.entries());
        const plan::Links again = format.read(written, {});
        fuzz::promiseLinks(again);
        LAPWING_PROMISE(again.urls.size() == listing.entries().size());
    }
}

} // namespace

LAPWING_FUZZ(readsAnyList)
