// SPDX-License-Identifier: MIT
#include "cli/examples.h"

#include <algorithm>

namespace lapwing::cli {
namespace {

#define TEXT(words) QT_TRANSLATE_NOOP("lapwing::cli::Text", words)

constexpr Examples allExamples[] = {
    {"get",
     TEXT("download a list of links"),
     {"lapwing-cli get -i links.txt -d Downloads",
      "lapwing-cli get -j 12 --export run.html https://example.org/image.iso"}},
    {"compare",
     TEXT("measure the gain of 12 at a time"),
     {"lapwing-cli compare -i links.txt -j 12",
      "lapwing-cli compare -i links.txt --rounds 10 --export run.html"}},
    {"sweep",
     TEXT("find how many at once is best"),
     {"lapwing-cli sweep -i links.txt",
      "lapwing-cli sweep -i links.txt --levels 1,2,4,8,16 --rounds 6"}},
    {"list",
     TEXT("check a list, or convert it"),
     {"lapwing-cli list --check links.txt", "lapwing-cli list links.meta4 --to aria2"}},
    {"report",
     TEXT("print a run, or export it"),
     {"lapwing-cli report run.json",
      "lapwing-cli report run.json --export run.md --export run.har"}},
    {"diff",
     TEXT("see what got slower, and where"),
     {"lapwing-cli diff before.json after.json", "lapwing-cli diff --full-urls before.json -"}},
    {"demo",
     TEXT("watch three deliveries, no network"),
     {"lapwing-cli demo", "lapwing-cli demo --mode gather --scale 0.1"}},
    {"primer", nullptr, {"lapwing-cli primer", "lapwing-cli primer deliveries --scale 1"}},
    {"serve",
     TEXT("learn how it works; serve the demo"),
     {"lapwing-cli serve", "lapwing-cli serve --port 8000"}},
    {"config", nullptr, {"lapwing-cli config", "lapwing-cli config set at-once 12"}},
    {"help", nullptr, {"lapwing-cli help", "lapwing-cli help http-404"}},
};

#undef TEXT

constexpr int purposeColumn = 43;

} // namespace

std::span<const Examples> everyExample()
{
    return allExamples;
}

const Examples *examplesOf(const Command &command)
{
    const QLatin1String name(command.name);
    const auto *const found = std::ranges::find_if(
        allExamples, [name](const Examples &each) { return name == QLatin1String(each.command); });
    return found == std::end(allExamples) ? nullptr : found;
}

QString overview()
{
    QString lines =
        Text::tr("Downloads links in parallel and measures how much faster that is. For example:")
        + u'\n';
    QString calls;
    for (const Examples &each : allExamples) {
        calls += QStringLiteral("  ") + QString::fromLatin1(each.lines[0]);
        if (each.purpose == nullptr)
            continue; // the next one's line is its own too
        lines += calls.leftJustified(purposeColumn + 2) + Text::tr(each.purpose) + u'\n';
        calls.clear();
    }
    return lines + Text::tr("More:") + calls + QStringLiteral("  lapwing-cli COMMAND --help\n");
}

} // namespace lapwing::cli
