// SPDX-License-Identifier: MIT
#include "cli/commands/commands.h"
#include "cli/documents.h"
#include "cli/exitstatus.h"
#include "cli/exports.h"
#include "cli/results.h"
#include "report/text/trialtext.h"

namespace lapwing::cli {
namespace {

/// What the command said that made the document.
QStringList linesOf(const report::Document &document)
{
    if (document.runs.empty())
        return {Text::tr("It contains no run.")};
    return document.trial.kind == report::Trial::Kind::Get ? summary(document)
                                                           : report::textSummary(document);
}

} // namespace

int runReport(const QCommandLineParser &given, Streams &streams)
{
    const QString command = QStringLiteral("report");
    Exports exports;
    exports.redaction = disclosureOf(given);
    const QString wrong = readExports(given, exports);
    if (!wrong.isEmpty())
        return wrongUsage(streams, command, wrong);
    if (given.positionalArguments().size() != 1)
        return wrongUsage(streams, command, Text::tr("Expected one run document."));
    Read<report::Document> document =
        documentFrom(given.positionalArguments().constFirst(), streams.in);
    if (!document)
        return wrongUsage(streams, command, document.error());
    document->redaction = exports.redaction;
    const bool isOfGet = document->trial.kind == report::Trial::Kind::Get;
    if (isOfGet && !document->runs.empty() && !exports.documentToOut)
        sayTasks(streams.out, document->runs.front(), exports.redaction);
    ExitFacts ending;
    ending.succeeded = 1;
    ending.couldNotWrite = !deliver(*document, exports, linesOf(*document), streams,
                                    [&streams](const QString &line) { say(streams.err, line); });
    return exitStatus(ending);
}

} // namespace lapwing::cli
