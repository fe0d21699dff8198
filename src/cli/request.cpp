// SPDX-License-Identifier: MIT
#include "cli/request.h"

#include "cli/command.h"
#include "plan/listing.h"
#include "report/export.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>

namespace lapwing::cli {
namespace {

bool isStandardStream(const QString &path)
{
    return path == u"-";
}

/// `part` moved to where it belongs; false and the reason in `wrong` when it could not be read.
template<typename T, typename Target>
bool take(Read<T> part, Target &target, QString &wrong)
{
    if (part)
        target = static_cast<Target>(std::move(*part));
    else
        wrong = part.error();
    return part.has_value();
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

QString readLimits(const QCommandLineParser &given, plan::Plan &plan)
{
    QString wrong;
    const QString perHost = QStringLiteral("per-host");
    if (!take(wholeNumber(given, QStringLiteral("at-once"), 1, plan::highestAtOnce,
                          plan::defaultAtOnce),
              plan.atOnce, wrong))
        return wrong;
    if (given.isSet(perHost))
        take(wholeNumber(given, perHost, 1, plan::highestAtOnce, 1), plan.perHost, wrong);
    return wrong;
}

QString readDestination(const QCommandLineParser &given, plan::Plan &plan)
{
    const QString directory = QStringLiteral("directory");
    if (given.isSet(QStringLiteral("null"))) {
        if (given.isSet(directory))
            return Text::tr("--null makes no files; leave --directory out.");
        plan.destination.kind = plan::Destination::Kind::Discard;
        return {};
    }
    const QString folder = given.isSet(directory) ? given.value(directory) : QStringLiteral(".");
    plan.destination.folder = QDir::cleanPath(QDir::current().absoluteFilePath(folder));
    return {};
}

QString readTrust(const QCommandLineParser &given, plan::Plan &plan)
{
    plan.caCertificateFile = given.value(QStringLiteral("ca-certificate"));
    if (plan.caCertificateFile.isEmpty())
        return {};
    QFile file(plan.caCertificateFile);
    if (!file.open(QIODevice::ReadOnly))
        return Text::tr("%1: %2").arg(plan.caCertificateFile, file.errorString());
    if (QSslCertificate::fromDevice(&file, QSsl::Pem).isEmpty())
        return Text::tr("%1: no PEM certificate is in it.").arg(plan.caCertificateFile);
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
        wrong = readTrust(given, request.plan);
    if (wrong.isEmpty())
        wrong = readTelling(given, request);
    if (wrong.isEmpty())
        wrong = readLinks(given, in, request); // last: it may wait for standard input
    if (!wrong.isEmpty())
        return tl::unexpected(wrong);
    return request;
}

} // namespace lapwing::cli
