// SPDX-License-Identifier: MIT
#include "plan/lists/formats.h"

#include "plan/listing.h"
#include "plan/lists/linkcollector.h"
#include "plan/lists/read/readers.h"
#include "plan/lists/write/writers.h"

#include <algorithm>
#include <array>

namespace lapwing::plan {
namespace {

Links linksFromPlainText(const QByteArray &bytes, const Reading &)
{
    return linksFromText(bytes);
}

bool isAnything(QByteArrayView)
{
    return true;
}

constexpr auto table = std::to_array<ListFormat>({
    {u"run", isRunDocument, linksFromRunDocument, nullptr},
    {u"jsonl", isJson, linksFromJson, jsonLinesOf},
    {u"metalink", isMetalink, linksFromMetalink, metalinkOf},
    {u"kget", isKGet, linksFromKGet, nullptr},
    {u"shortcut", isShortcut, linksFromShortcut, nullptr},
    {u"html", isPage, linksFromPage, nullptr},
    {u"curl", isCommands, linksFromCommands, curlCommandsOf},
    {u"apt", isAptUris, linksFromAptUris, nullptr},
    {u"checksums", isChecksums, linksFromChecksums, nullptr},
    {u"aria2", isAria2, linksFromAria2, aria2Of},
    {u"csv", isTable, linksFromTable, csvOf},
    {u"text", isAnything, linksFromPlainText, plainTextOf},
});

/// What a list can say of a file, whatever the order of its settings.
Extras listedOf(const Entry &entry)
{
    Extras extras = extrasOf(entry);
    extras.mayLeave = false; // the user says that, and no list
    std::ranges::sort(extras.options, {}, &ListedOption::name);
    return extras;
}

bool saysAll(const Entry &written, const Entry &entry)
{
    return written.url == entry.url && written.userInfo == entry.userInfo
        && (!entry.isNamed || written.name == entry.name) && written.checksum == entry.checksum
        && listedOf(written) == listedOf(entry);
}

} // namespace

std::span<const ListFormat> formats()
{
    return table;
}

const ListFormat &formatOf(const QByteArray &bytes)
{
    const QByteArray text = utf8From(bytes);
    return *std::ranges::find_if(table,
                                 [&text](const ListFormat &one) { return one.recognises(text); });
}

int poorerIn(const QByteArray &written, const std::vector<Entry> &entries)
{
    Listing listing;
    listing.add(formatOf(written).read(written, {})); // nobody says which one it was
    const std::vector<Entry> &read = listing.entries();
    int poorer = 0;
    for (std::size_t place = 0; place < entries.size(); ++place)
        poorer += place < read.size() && saysAll(read[place], entries[place]) ? 0 : 1;
    return poorer;
}

} // namespace lapwing::plan
