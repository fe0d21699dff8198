// SPDX-License-Identifier: MIT
#include "cli/request.h"

#include "cli/access.h"
#include "cli/command.h"
#include "cli/exitstatus.h"
#include "cli/exports.h"
#include "cli/limits.h"
#include "cli/lists.h"
#include "cli/measuring.h"
#include "cli/words.h"
#include "engine/disk/preflight.h"
#include "plan/listing.h"
#include "plan/lists/ranges.h"
#include "plan/lists/sources.h"
#include "text/accesserror.h"
#include "text/failure.h"
#include "text/listerror.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace lapwing::cli {
namespace {

constexpr int defaultSweepRounds =
    3; ///< of many levels; six rounds of each would be rude to ask for unasked

void addTo(GetRequest &request, const QString &list, plan::Links links)
{
    if (request.allowsFolders)
        links.allowFolders();
    const plan::Added added = request.listing.add(std::move(links));
    request.alreadyThere += added.alreadyThere;
    request.refused << refusals(list, added.rejects);
    request.notes << notesOn(list, added);
    if (const QString paused = pausedNote(list, added.paused); !paused.isEmpty())
        request.notes << paused;
}

enum class Input {
    Whole,     ///< standard input is read to its end
    AsItComes, ///< more may come when the run has begun
};

/// What standard input has so far; the request has the pipe when more comes.
plan::Links linksSoFar(QIODevice &in, const plan::Reading &reading, GetRequest &request)
{
    if (request.pipe) // "-" stands there twice
        return {};
    const Beginning beginning = beginningOf(in);
    if (beginning.pipe < 0)
        return plan::linksFromContents(beginning.bytes, reading);
    request.pipe = std::make_shared<ListPipe>(beginning.pipe, reading);
    return request.pipe->begin(beginning.bytes);
}

/// A list stands behind -i.
QString whyNoLink(const QString &argument, const plan::ListError &error)
{
    const QString shown = plan::redactText(argument);
    const QFileInfo file(argument);
    return argument == standardInput() || (file.exists() && !file.isDir())
        ? Text::tr("'%1' is not a link but a list; write -i before it.").arg(shown)
        : Text::tr("'%1': %2").arg(shown, text::sentence(error));
}

/// The links of the lists, then the arguments.
QString readLinks(const QCommandLineParser &given, QIODevice &in, Input input, GetRequest &request)
{
    plan::Reading reading;
    if (const QString wrong = readHowToRead(given, reading); !wrong.isEmpty())
        return wrong;
    for (const QString &path : given.values(QStringLiteral("input"))) {
        if (path == standardInput() && input == Input::AsItComes) {
            addTo(request, path, linksSoFar(in, reading, request));
            continue;
        }
        Read<plan::Links> links = linksFromList(path, in, reading);
        if (!links)
            return Text::tr("%1: %2").arg(nameOfList(path), links.error());
        addTo(request, path, std::move(*links));
    }
    plan::Links arguments;
    for (const QString &argument : given.positionalArguments()) {
        if (reading.expandsRanges && plan::rangesIn(argument.toUtf8()).links > 0) {
            addTo(request, argument, plan::linksFromContents(argument.toUtf8(), reading));
            continue;
        }
        const auto link = plan::linkFrom(argument);
        if (!link)
            return whyNoLink(argument, link.error());
        arguments.urls.push_back(*link);
    }
    addTo(request, QString(), std::move(arguments));
    request.plan.entries = request.listing.entries();
    return {};
}

QString refuseBesideNull(const QCommandLineParser &given, const QString &name)
{
    return given.isSet(QStringLiteral("null")) && given.isSet(name)
        ? Text::tr("--null writes no files and cannot be combined with --%1.").arg(name)
        : QString();
}

QString readConflict(const QCommandLineParser &given, plan::Plan &plan)
{
    const QString conflict = QStringLiteral("conflict");
    QString wrong = refuseBesideNull(given, conflict);
    if (wrong.isEmpty())
        take(oneOf(given, conflict, conflictWords()), plan.destination.conflict, wrong);
    return wrong;
}

QString readFolders(const QCommandLineParser &given, GetRequest &request)
{
    const QString allow = QStringLiteral("allow-folders");
    request.allowsFolders = given.isSet(allow);
    return refuseBesideNull(given, allow);
}

QString readDestination(const QCommandLineParser &given, plan::Plan &plan)
{
    const QString directory = QStringLiteral("directory");
    const QString wrong = refuseBesideNull(given, directory);
    if (!wrong.isEmpty())
        return wrong;
    if (given.isSet(QStringLiteral("null"))) {
        plan.destination.kind = plan::Destination::Kind::Discard;
        return {};
    }
    const QString folder = given.isSet(directory) ? given.value(directory) : QStringLiteral(".");
    plan.destination.folder = QDir::cleanPath(QDir::current().absoluteFilePath(folder));
    return {};
}

/// After the links: it has to stand for one file beyond doubt.
QString readChecksum(const QCommandLineParser &given, GetRequest &request)
{
    const QString option = QStringLiteral("checksum");
    if (!given.isSet(option))
        return {};
    if (request.plan.entries.size() != 1 || !request.refused.isEmpty())
        return Text::tr("--checksum applies to one file; use it with exactly one link.");
    const auto checksum = plan::typedChecksum(given.value(option));
    if (!checksum)
        return Text::tr("--checksum: %1").arg(text::sentence(checksum.error()));
    request.plan.entries.front().checksum = *checksum;
    return {};
}

QString readTelling(const QCommandLineParser &given, GetRequest &request)
{
    QString wrong;
    if (!take(oneOf(given, QStringLiteral("progress"), progressWords()), request.progress, wrong))
        return wrong;
    request.exports.redaction = disclosureOf(given);
    return readExports(given, request.exports);
}

/// A checksum stands for one file, which is only known when all of the list is.
Input inputOfGet(const QCommandLineParser &given)
{
    return given.isSet(QStringLiteral("checksum")) ? Input::Whole : Input::AsItComes;
}

/// What every command reads that fetches a list; the links last, since they may wait for standard input.
QString readList(const QCommandLineParser &given, QIODevice &in, GetRequest &request,
                 Input input = Input::Whole)
{
    QString wrong = readLimits(given, request.plan);
    if (wrong.isEmpty())
        wrong = readDestination(given, request.plan);
    if (wrong.isEmpty())
        wrong = readAccess(given, request.plan.access);
    if (wrong.isEmpty())
        wrong = readTelling(given, request);
    if (wrong.isEmpty())
        wrong = readLinks(given, in, input, request);
    if (wrong.isEmpty())
        wrong = readChecksum(given, request);
    return wrong;
}

Read<GetRequest> orWrong(GetRequest request, const QString &wrong)
{
    if (!wrong.isEmpty())
        return tl::unexpected(wrong);
    return request;
}

} // namespace

Read<GetRequest> requestFrom(const QCommandLineParser &given, QIODevice &in)
{
    GetRequest request;
    QString wrong = readAtOnce(given, request.plan);
    if (wrong.isEmpty())
        wrong = readConflict(given, request.plan);
    if (wrong.isEmpty())
        wrong = readFolders(given, request);
    if (wrong.isEmpty())
        wrong = readBaseline(given, request.measure);
    if (wrong.isEmpty())
        wrong = readBudget(given, request.budget);
    if (wrong.isEmpty())
        wrong = readList(given, in, request, inputOfGet(given));
    return orWrong(std::move(request), wrong);
}

Read<GetRequest> compareRequestFrom(const QCommandLineParser &given, QIODevice &in)
{
    GetRequest request;
    QString wrong = readAtOnce(given, request.plan);
    if (wrong.isEmpty())
        wrong = readRounds(given, trial::roundsForInterval, request.rounds);
    if (wrong.isEmpty())
        wrong = readBudget(given, request.budget);
    if (wrong.isEmpty())
        wrong = readList(given, in, request);
    return orWrong(std::move(request), wrong);
}

Read<GetRequest> sweepRequestFrom(const QCommandLineParser &given, QIODevice &in)
{
    GetRequest request;
    QString wrong = readLevels(given, request.levels);
    if (wrong.isEmpty())
        wrong = readRounds(given, defaultSweepRounds, request.rounds);
    if (wrong.isEmpty())
        wrong = readList(given, in, request);
    return orWrong(std::move(request), wrong);
}

std::optional<int> refusedBefore(const GetRequest &request, const QString &command,
                                 Streams &streams)
{
    if (request.plan.entries.empty() && !request.pipe) {
        for (const QString &sentence : request.refused)
            say(streams.err, sentence);
        return wrongUsage(streams, command, Text::tr("There is nothing to download."));
    }
    const auto failure = engine::wrongWith(request.plan.destination);
    if (!failure)
        return std::nullopt;
    say(streams.err,
        Text::tr("lapwing-cli: %1: %2 %3")
            .arg(request.plan.destination.folder, text::sentence(*failure),
                 text::advice(*failure, text::Reader::CommandLine)));
    ExitFacts ending;
    ending.couldNotWrite = true;
    return exitStatus(ending);
}

} // namespace lapwing::cli
