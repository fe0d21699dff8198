// SPDX-License-Identifier: MIT
#include "cli/command.h"
#include "cli/commands/commands.h"
#include "cli/exitstatus.h"
#include "cli/lists.h"
#include "cli/words.h"
#include "plan/listing.h"
#include "plan/lists/formats.h"

#include <algorithm>

namespace lapwing::cli {
namespace {

/// What `list` was asked for.
struct ListRequest {
    QStringList paths;
    const plan::ListFormat *format = nullptr; ///< to write in
    plan::Reading reading;
    bool onlyChecks = false;
};

QString readFormat(const QCommandLineParser &given, ListRequest &request)
{
    const QString option = QStringLiteral("to");
    const QString id = given.isSet(option) ? given.value(option) : QStringLiteral("text");
    const QStringList known = formatWords();
    if (!known.contains(id))
        return Text::tr("--%1 must be one of %2, not '%3'.")
            .arg(option, known.join(QStringLiteral(", ")), id);
    request.format = &*std::ranges::find(plan::formats(), QStringView(id), &plan::ListFormat::id);
    return {};
}

Read<ListRequest> listRequestFrom(const QCommandLineParser &given)
{
    ListRequest request;
    request.paths = given.positionalArguments();
    request.onlyChecks = given.isSet(QStringLiteral("check"));
    request.reading.onlyFailed = given.isSet(QStringLiteral("failed"));
    QString wrong = readHowToRead(given, request.reading);
    if (wrong.isEmpty())
        wrong = readFormat(given, request);
    if (wrong.isEmpty() && request.paths.isEmpty())
        wrong = Text::tr("Expected a list; - is standard input.");
    if (wrong.isEmpty() && request.onlyChecks && given.isSet(QStringLiteral("to")))
        wrong = Text::tr("--check writes no list and cannot be combined with --to.");
    if (!wrong.isEmpty())
        return tl::unexpected(wrong);
    return request;
}

/// The list in its new format, and what was lost on the way.
void writeList(const ListRequest &request, const std::vector<plan::Entry> &entries,
               Streams &streams)
{
    const QByteArray text = request.format->write(entries);
    write(streams.out, text);
    if (const int poorer = plan::poorerIn(text, entries); poorer > 0)
        say(streams.err,
            Text::tr("This format cannot contain everything the list says of %n links.", nullptr,
                     poorer));
}

} // namespace

int runList(const QCommandLineParser &given, Streams &streams)
{
    const QString command = QStringLiteral("list");
    const Read<ListRequest> request = listRequestFrom(given);
    if (!request)
        return wrongUsage(streams, command, request.error());
    plan::Listing listing;
    ExitFacts ending;
    for (const QString &path : request->paths) {
        Read<plan::Links> links = linksFromList(path, streams.in, request->reading);
        if (!links)
            return wrongUsage(streams, command,
                              Text::tr("%1: %2").arg(nameOfList(path), links.error()));
        const plan::Added added = listing.add(*std::move(links));
        for (const QString &sentence : refusals(path, added.rejects) + notesOn(path, added))
            say(streams.err, sentence);
        ending.failed += static_cast<int>(added.rejects.size());
    }
    ending.succeeded = static_cast<int>(listing.entries().size());
    if (request->onlyChecks)
        say(streams.out,
            Text::tr("%n links", nullptr, ending.succeeded) + Text::tr(", ")
                + Text::tr("%n lines refused", nullptr, ending.failed));
    else
        writeList(*request, listing.entries(), streams);
    ending.couldNotWrite = streams.out.broken;
    return exitStatus(ending);
}

} // namespace lapwing::cli
