// SPDX-License-Identifier: MIT
#include "cli/commands/commands.h"
#include "cli/documents.h"
#include "cli/exports.h"
#include "report/typicalrun.h"
#include "text/difference.h"
#include "text/runword.h"

namespace lapwing::cli {
namespace {

/// Which of its runs a document is looked at by, where it has several.
void sayChoice(Outlet &out, const QString &path, const report::Document &document)
{
    if (document.runs.size() < 2)
        return;
    const record::RunFacts &facts = report::middleRun(document)->facts;
    say(out,
        Text::tr("%1 has %2 runs; using the median one: %3, %4 at a time, round %5.")
            .arg(path, QString::number(document.runs.size()), text::modeWord(facts.mode),
                 QString::number(facts.atOnce), QString::number(facts.round)));
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
    for (qsizetype place = 0; place < paths.size(); ++place)
        sayChoice(streams.out, paths.at(place), documents.at(static_cast<std::size_t>(place)));
    const measure::Difference difference = measure::differenceOf(
        *report::middleRun(documents.front()), *report::middleRun(documents.back()));
    for (const QString &line : text::linesOf(difference, disclosureOf(given)))
        say(streams.out, line);
    return statusOfTelling(streams);
}

} // namespace lapwing::cli
