// SPDX-License-Identifier: MIT
#include "cli/commands/commands.h"
#include "cli/documents.h"
#include "cli/exports.h"
#include "report/selectedruns.h"
#include "text/difference.h"
#include "text/runword.h"

namespace lapwing::cli {
namespace {

QString titleOf(const report::Document &document)
{
    const record::Run &run = *report::shownRun(document);
    return text::runTitle(run, document.trial.kind, report::isRecommended(document, run));
}

} // namespace

int runDiff(const QCommandLineParser &given, Streams &streams)
{
    const QString command = QStringLiteral("diff");
    const QStringList paths = given.positionalArguments();
    if (paths.size() != 2 || paths.count(QStringLiteral("-")) > 1)
        return wrongUsage(streams, command, Text::tr("Expected two run documents."));
    std::vector<report::Document> documents;
    for (const QString &path : paths) {
        Read<report::Document> document = documentFrom(path, streams.in);
        if (!document)
            return wrongUsage(streams, command, document.error());
        if (document->runs.empty())
            return wrongUsage(streams, command, Text::tr("%1: it contains no run.").arg(path));
        documents.push_back(std::move(*document));
    }
    const report::Document &before = documents.front();
    const report::Document &after = documents.back();
    say(streams.out, Text::tr("First run: %1 (%2)").arg(paths.front(), titleOf(before)));
    say(streams.out, Text::tr("Second run: %1 (%2)").arg(paths.back(), titleOf(after)));
    const measure::Difference difference =
        measure::differenceOf(*report::shownRun(before), *report::shownRun(after));
    for (const QString &line : text::linesOf(difference, disclosureOf(given)))
        say(streams.out, line);
    return statusOfTelling(streams);
}

} // namespace lapwing::cli
