// SPDX-License-Identifier: MIT
#include "cli/lists.h"

#include "cli/command.h"
#include "plan/lists/gathered.h"
#include "plan/lists/sources.h"
#include "plan/redaction.h"
#include "plan/safefolder.h"
#include "text/listerror.h"

#include <QFile>
#include <QFileInfo>

namespace lapwing::cli {
namespace {

constexpr std::size_t fewLines = 3; ///< so many are said one by one

bool isStandardStream(const QString &path)
{
    return path == standardInput();
}

/// A list from something that is read once: standard input, a pipe of the shell's <(...).
plan::Links linksFromStream(QIODevice &stream, const plan::Reading &reading)
{
    const QByteArray bytes = stream.read(plan::maxListSize + 1); // one too many: cut off, and said
    plan::Links links = plan::linksFromContents(bytes, reading);
    if (bytes.isEmpty())
        links.rejects.push_back({0, {}, {plan::ListFault::NoLink}});
    return links;
}

QString refusal(const QString &name, const plan::Reject &reject)
{
    if (reject.line == 0) // of the whole list, or of what has no line
        return reject.text.isEmpty()
            ? Text::tr("%1: %2").arg(name, text::sentence(reject))
            : Text::tr("%1: %2: %3").arg(name, reject.text, text::sentence(reject));
    if (reject.text.isEmpty())
        return Text::tr("%1, line %2: %3")
            .arg(name, QString::number(reject.line), text::sentence(reject));
    return Text::tr("%1, line %2: %3: %4")
        .arg(name, QString::number(reject.line), reject.text, text::sentence(reject));
}

QString refusal(const QString &name, const plan::Gathered &lines)
{
    const plan::Reject &first = lines.rejects.front();
    return Text::tr("%1, %n lines (%2), for example %3: %4", nullptr,
                    static_cast<int>(lines.rejects.size()))
        .arg(name, plan::rangesOf(lines), first.text, text::sentence(first));
}

} // namespace

Read<plan::Links> linksFromList(const QString &path, QIODevice &in, const plan::Reading &reading)
{
    if (isStandardStream(path))
        return linksFromStream(in, reading);
    const QFileInfo info(path);
    if (!info.exists() || info.isFile() || info.isDir())
        return plan::linksFromFile(
                   info.isSymLink() && info.exists() ? info.canonicalFilePath() : path, reading)
            .map_error([](const plan::ListError &error) { return text::sentence(error); });
    QFile pipe(path);
    if (!pipe.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return tl::unexpected(pipe.errorString());
    return linksFromStream(pipe, reading);
}

QString standardInput()
{
    return QStringLiteral("-");
}

QString readHowToRead(const QCommandLineParser &given, plan::Reading &reading)
{
    reading.expandsRanges = given.isSet(QStringLiteral("expand"));
    const QString option = QStringLiteral("base");
    if (!given.isSet(option))
        return {};
    const auto base = plan::linkFrom(given.value(option));
    if (!base)
        return Text::tr("--base: %1").arg(text::sentence(base.error()));
    reading.base = *base;
    return {};
}

QStringList refusals(const QString &list, const std::vector<plan::Reject> &rejects)
{
    const QString name = nameOfList(list);
    QStringList sentences;
    for (const plan::Gathered &lines : plan::gathered(rejects)) {
        if (lines.rejects.size() > fewLines) {
            sentences << refusal(name, lines);
            continue;
        }
        for (const plan::Reject &reject : lines.rejects)
            sentences << refusal(name, reject);
    }
    return sentences;
}

QStringList notesOn(const QString &list, const plan::Added &added)
{
    QStringList notes;
    if (!added.unused.empty())
        notes << Text::tr("%1: not used: %2")
                     .arg(nameOfList(list), text::unusedSettings(added.unused));
    if (!added.encoding.isEmpty())
        notes << Text::tr("%1: not UTF-8; its names were read as %2. If they look wrong, save the "
                          "list as UTF-8.")
                     .arg(nameOfList(list), added.encoding);
    if (added.otherChecksums > 0)
        notes << Text::tr("%1: %n links already have a different checksum, which is used instead.",
                          nullptr, added.otherChecksums)
                     .arg(nameOfList(list));
    return notes;
}

QString twiceNote(int links)
{
    return Text::tr("Duplicate links, downloaded only once: %1").arg(links);
}

QString pausedNote(const QString &list, int links)
{
    return links == 0 ? QString()
                      : Text::tr("%1: %n links are paused in the list and downloaded anyway; only "
                                 "the window can pause them.",
                                 nullptr, links)
                            .arg(nameOfList(list));
}

QString keptInsideNote(const plan::Plan &plan, int saidBefore)
{
    const plan::Destination &destination = plan.destination;
    const int kept = destination.kind == plan::Destination::Kind::Folder
        ? plan::countKeptInside(plan.entries, destination.folder) - saidBefore
        : 0;
    return kept == 0
        ? QString()
        : Text::tr(
              "For %n files the list names folders outside %1; they are saved in %1 instead. Use "
              "--allow-folders to save them where the list says.",
              nullptr, kept)
              .arg(destination.folder);
}

QString nameOfList(const QString &path)
{
    if (isStandardStream(path))
        return Text::tr("standard input");
    return path.contains(u"://") ? plan::redactText(path) : path;
}

} // namespace lapwing::cli
