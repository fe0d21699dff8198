// SPDX-License-Identifier: MIT
#include "fuzz/promises.h"
#include "fuzz/target.h"
#include "plan/lists/liststream.h"

using namespace lapwing;

namespace {

plan::Links inTwoParts(const QByteArray &list, qsizetype cut)
{
    plan::ListStream stream({});
    plan::Links links = stream.take(list.first(cut));
    links.append(stream.take(list.sliced(cut)));
    links.append(stream.finish());
    return links;
}

/// Wherever a list is cut, no line of it is lost or counted twice.
void readsAsItComes(const QByteArray &input)
{
    static_cast<void>(plan::isReadByLine(input));
    const plan::Links whole = inTwoParts(input, input.size());
    fuzz::promiseLinks(whole);
    const plan::Links cut = inTwoParts(input, input.size() / 2);
    fuzz::promiseLinks(cut);
    for (std::size_t place = 1; place < cut.lines.size(); ++place)
        LAPWING_PROMISE(cut.lines[place - 1] <= cut.lines[place]);
    const int lines = static_cast<int>(input.count('\n') + input.count('\r')) + 1;
    LAPWING_PROMISE(cut.lines.empty() || cut.lines.back() <= lines);
    for (const plan::Reject &reject : cut.rejects)
        LAPWING_PROMISE(reject.line <= lines);
}

} // namespace

LAPWING_FUZZ(readsAsItComes)
