// SPDX-License-Identifier: MIT
#include "cli/request.h"

#include "cli/access.h"
#include "cli/command.h"
#include "cli/limits.h"
#include "plan/listing.h"
#include "report/export.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace lapwing::cli {
namespace {

bool isStandardStream(const QString &path)
{
    return path == u"-";
}

/// A list from something that is read once: standard input, a pipe of the shell's <(...).
plan::Links linksFromStream(QIODevice &stream)
{
    return plan::linksFromText(
        stream.read(plan::largestFile + 1)); // one too many: cut off, and said
}

Read<plan::Links> linksFromList(const QString &path, QIODevice &in)
{
    if (isStandardStream(path))
        return linksFromStream(in);
    const QFileInfo info(path);
    if (!info.exists() || info.isFile() || info.isDir())
        return plan::linksFromFile(path);
    QFile pipe(path);
    if (!pipe.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return tl::unexpected(pipe.errorString());
    return linksFromStream(pipe);
}

QString refusal(const QString &list, const plan::Reject &reject)
{
    const QString name = isStandardStream(list) ? Text::tr("standard input") : list;
    return Text::tr("%1, line %2: %3: %4")
        .arg(name, QString::number(reject.line), reject.reason, reject.text);
}

void addTo(plan::Listing &listing, GetRequest &request, const QString &list, plan::Links links)
{
    const plan::Added added = listing.add(std::move(links));
    request.alreadyThere += added.alreadyThere;
    for (const plan::Reject &reject : added.rejects)
        request.refused << refusal(list, reject);
}

/// The links of the lists, then the arguments.
QString readLinks(const QCommandLineParser &given, QIODevice &in, GetRequest &request)
{
    plan::Listing listing;
    for (const QString &path : given.values(QStringLiteral("input"))) {
        Read<plan::Links> links = linksFromList(path, in);
        if (!links)
            return Text::tr("%1: %2").arg(path, links.error());
        addTo(listing, request, path, std::move(*links));
    }
    plan::Links arguments;
    for (const QString &argument : given.positionalArguments()) {
        const Read<QUrl> link = plan::linkFrom(argument);
        if (!link)
            return Text::tr("'%1': %2").arg(plan::shownText(argument), link.error());
        arguments.urls.push_back(*link);
    }
    addTo(listing, request, QString(), std::move(arguments));
    request.plan.entries = listing.entries();
    return {};
}

QString readDestination(const QCommandLineParser &given, plan::Plan &plan)
{
    static const QStringList conflicts{QStringLiteral("number"), QStringLiteral("skip"),
                                       QStringLiteral("replace")};
    const QString directory = QStringLiteral("directory");
    const QString conflict = QStringLiteral("conflict");
    if (given.isSet(QStringLiteral("null"))) {
        for (const QString &name : {directory, conflict}) {
            if (given.isSet(name))
                return Text::tr("--null makes no files; leave --%1 out.").arg(name);
        }
        plan.destination.kind = plan::Destination::Kind::Discard;
        return {};
    }
    QString wrong;
    if (!take(oneOf(given, conflict, conflicts), plan.destination.conflict, wrong))
        return wrong;
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
        return Text::tr("--checksum stands for one file; give exactly one link with it.");
    const Read<plan::Checksum> checksum = plan::checksumFrom(given.value(option));
    if (!checksum)
        return Text::tr("--checksum: %1").arg(checksum.error());
    request.plan.entries.front().checksum = *checksum;
    return {};
}

QString readExports(const QCommandLineParser &given, GetRequest &request)
{
    request.documentToOut = given.isSet(QStringLiteral("json"));
    for (const QString &path : given.values(QStringLiteral("export"))) {
        if (isStandardStream(path)) {
            if (request.documentToOut)
                return Text::tr(
                    "The run document goes to standard output once: give --json or one --export -");
            request.documentToOut = true;
        } else if (!report::formatOf(path)) {
            return Text::tr("--export %1: the ending has to be .json or .csv.").arg(path);
        } else {
            request.exports << path;
        }
    }
    return {};
}

QString readTelling(const QCommandLineParser &given, GetRequest &request)
{
    static const QStringList baselines{QStringLiteral("none"), QStringLiteral("measure")};
    static const QStringList kinds{QStringLiteral("auto"), QStringLiteral("bar"),
                                   QStringLiteral("plain"), QStringLiteral("json"),
                                   QStringLiteral("none")};
    if (given.isSet(QStringLiteral("full-urls")))
        request.disclosure = plan::Disclosure::Full;
    QString wrong;
    if (!take(oneOf(given, QStringLiteral("baseline"), baselines), request.measure, wrong)
        || !take(oneOf(given, QStringLiteral("progress"), kinds), request.progress, wrong))
        return wrong;
    return readExports(given, request);
}

} // namespace

Read<GetRequest> requestFrom(const QCommandLineParser &given, QIODevice &in)
{
    GetRequest request;
    QString wrong = readLimits(given, request.plan);
    if (wrong.isEmpty())
        wrong = readDestination(given, request.plan);
    if (wrong.isEmpty())
        wrong = readAccess(given, request.plan.access);
    if (wrong.isEmpty())
        wrong = readTelling(given, request);
    if (wrong.isEmpty())
        wrong = readLinks(given, in, request); // late: it may wait for standard input
    if (wrong.isEmpty())
        wrong = readChecksum(given, request);
    if (!wrong.isEmpty())
        return tl::unexpected(wrong);
    return request;
}

} // namespace lapwing::cli
