// SPDX-License-Identifier: MIT
#include "plan/lists/readas.h"

#include "plan/lists/linkcollector.h"
#include "plan/lists/ranges.h"

#include <algorithm>

namespace lapwing::plan {
namespace {

/// A copy of a line is a copy of what it says in these alone.
bool mayHaveRanges(const ListFormat &format)
{
    return format.id == u"text" || format.id == u"csv";
}

/// XML and pages, which have readers of their own for it.
bool saysItsEncoding(const ListFormat &format)
{
    return format.id == u"metalink" || format.id == u"kget" || format.id == u"html";
}

/// Of a file or a folder.
bool hasForeignName(const Links &links)
{
    const auto isForeign = [](QChar c) { return c > QChar(u'\x7F'); };
    return std::ranges::any_of(links.details, [&isForeign](const auto &said) {
        const auto &extras = said.second.extras;
        return std::ranges::any_of(said.second.name, isForeign)
            || (extras && std::ranges::any_of(extras->folder, isForeign));
    });
}

Links linksWithRangesExpanded(const QByteArray &bytes, const Reading &reading)
{
    const Expanded expanded = withRangesExpanded(bytes);
    const auto lineOf = [&expanded](int line) {
        const auto place = static_cast<std::size_t>(line - 1);
        return place < expanded.lines.size() ? expanded.lines[place] : line;
    };
    const ListFormat &format = formatOf(expanded.text);
    Links links = format.read(expanded.text, reading);
    links.format = format.id;
    std::ranges::transform(links.lines, links.lines.begin(), lineOf);
    for (Reject &reject : links.rejects)
        reject.line = lineOf(reject.line);
    links.rejects.insert(links.rejects.end(), expanded.rejects.begin(), expanded.rejects.end());
    std::ranges::stable_sort(links.rejects, {}, &Reject::line);
    return links;
}

} // namespace

Links linksIn(const QByteArray &bytes, const ListFormat &format, const Reading &reading)
{
    const Ranges ranges = mayHaveRanges(format) ? rangesIn(bytes) : Ranges();
    Links links = ranges.links > 0 && reading.expandsRanges
        ? linksWithRangesExpanded(bytes, reading)
        : format.read(bytes, reading);
    if (links.format.isEmpty())
        links.format = format.id;
    links.ranges = ranges;
    if (!saysItsEncoding(format) && hasForeignName(links))
        links.encoding = guessedEncoding(bytes);
    return links;
}

} // namespace lapwing::plan
