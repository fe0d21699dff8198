// SPDX-License-Identifier: MIT
#include "plan/lists/fields.h"
#include "plan/lists/listline.h"
#include "plan/lists/ranges.h"
#include "plan/lists/read/beginning.h"
#include "plan/lists/read/readers.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

const QRegularExpression &optionLine()
{
    static const QRegularExpression pattern(u"^[ \\t]+([a-z][a-z0-9-]*+)[ \\t]*+=[ \\t]*+(.*)$"_s);
    return pattern;
}

bool isLink(const QString &part)
{
    return linkFrom(part).has_value();
}

/// With ranges written out, where the options of the task want that.
bool standsForLink(const QString &part)
{
    return isLink(part) || isLink(rangesIn(part.toUtf8()).first.value(0));
}

/// aria2 takes all links of a task for one file, unless its command line says of them all that each is a file of its own
/// (-Z). That nobody can tell here: those that differ in the server alone are one, and all of them where the list says
/// what that one is.
std::vector<QStringList> filesOf(const Found &task, const QStringList &links)
{
    if (!task.name.isEmpty() || !task.path.isEmpty() || task.checksum)
        return {links};
    std::vector<QStringList> files;
    QHash<QString, std::size_t> places;
    for (const QString &link : links) {
        const QString path = link.section(u'/', 3);
        const auto known = places.constFind(path);
        if (known != places.constEnd()) {
            files[*known] << link;
            continue;
        }
        places.insert(path, files.size());
        files.push_back({link});
    }
    return files;
}

/// "referer=*": the page that the link came from is the link itself.
void referToItself(Found &file)
{
    if (const auto link = linkFrom(file.link))
        static_cast<void>(put(file, fieldForOption(u"referer"_s),
                              link->toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo)));
}

/// Takes lines one after the other: a task ends where the next one begins.
class TaskReader {
public:
    void takeLine(int line, const QString &text);
    void endTask();
    [[nodiscard]] Links &links() { return m_links; }

private:
    void beginTask(int line, const QString &text);
    void beginLone(int line, const QString &text);
    void takeOption(int line, const QString &text);
    void takeFile(Found file, QStringList links);
    void refuseTask(int line, const QString &text, const ListError &error);
    [[nodiscard]] tl::expected<QStringList, ListError> expandAll(const QStringList &parts);

    Links m_links;
    std::optional<Found> m_task;
    QStringList m_parts;      ///< of its line
    bool m_hasRanges = false; ///< in them
    bool m_refersToItself = false;
    bool m_isSkipped = false; ///< the options of a refused task belong to it
    RangeRoom m_room;
};

void TaskReader::takeLine(int line, const QString &text)
{
    if (text.trimmed().isEmpty() || text.startsWith(u'#'))
        return;
    const bool isIndented = text.front().isSpace();
    if (isIndented && (m_task || m_isSkipped))
        takeOption(line, text);
    else
        beginTask(line, text.trimmed());
}

void TaskReader::endTask()
{
    if (!m_task)
        return;
    Found task = *std::exchange(m_task, std::nullopt);
    if (!m_hasRanges)
        return takeFile(std::move(task), m_parts);
    const auto links = expandAll(m_parts);
    if (!links)
        return refuse(m_links, task.line, m_parts.front(), links.error());
    for (const QStringList &file : filesOf(task, *links))
        takeFile(task, file);
}

tl::expected<QStringList, ListError> TaskReader::expandAll(const QStringList &parts)
{
    QStringList links;
    for (const QString &part : parts) {
        const auto some = expand(part, m_room);
        if (!some)
            return some;
        links << *some;
    }
    return links;
}

/// Each of these is a link to it.
void TaskReader::takeFile(Found file, QStringList links)
{
    qsizetype first = 0;
    while (first + 1 < links.size() && !isLink(links.at(first)))
        ++first;
    file.link = links.takeAt(first);
    if (m_refersToItself)
        referToItself(file);
    for (const QString &mirror : std::as_const(links))
        static_cast<void>(put(file, {Field::Mirror}, mirror));
    take(m_links, std::move(file));
}

void TaskReader::refuseTask(int line, const QString &text, const ListError &error)
{
    refuse(m_links, line, text, error);
    m_task.reset();
    m_isSkipped = true;
}

/// To aria2 all of it is the link; what has a blank in it may also be a line as any other list has it.
void TaskReader::beginLone(int line, const QString &text)
{
    static const QRegularExpression bare(u"^\\w+://[^\\s\\p{Z}]+$"_s);
    const auto read = text.contains(bare) ? tl::expected<ListLine, ListError>(ListLine{text, {}})
                                          : readListLine(text);
    const auto link = read.and_then([](const ListLine &said) { return linkFrom(said.link); });
    if (!link && !(read && standsForLink(read->link)))
        return refuseTask(line, text, link.error());
    m_task = Found{line, read->link, read->name};
    m_parts = {read->link};
}

void TaskReader::beginTask(int line, const QString &text)
{
    endTask();
    m_isSkipped = false;
    m_hasRanges = false;
    m_refersToItself = false;
    const QStringList parts = text.split(u'\t', Qt::SkipEmptyParts);
    if (parts.size() == 1 || std::ranges::none_of(parts.sliced(1), standsForLink))
        return beginLone(line, text);
    m_task = Found{line, {}};
    m_parts = parts;
}

void TaskReader::takeOption(int line, const QString &text)
{
    if (m_isSkipped)
        return;
    const auto match = optionLine().match(text);
    if (!match.hasMatch()) {
        m_task->unused << text.trimmed().section(u'=', 0, 0);
        return;
    }
    const FieldName name = fieldForOption(match.captured(1));
    const QString value = match.captured(2).trimmed();
    if (name.detail == u"parameterized-uri") {
        m_hasRanges = value.isEmpty() || value == u"true";
        if (m_hasRanges)
            return; // what is written from now on has none
    }
    if (name.detail == u"Referer") {
        m_refersToItself = value == u"*";
        if (m_refersToItself)
            return;
    }
    if (const auto error = putOption(*m_task, name, value))
        refuseTask(line, mayBeSecret(name) ? match.captured(1) : text, *error);
}

/// An option, and far below one that aria2 has: "  word = value" may stand anywhere in a long text.
bool hasOption(const QString &line, bool isFar)
{
    const auto match = optionLine().match(line);
    const QString name = match.captured(1);
    const auto isKnown = [&name] {
        return fieldForOption(name).field != Field::Option || fieldFor(name).field == Field::Option;
    };
    return match.hasMatch() && (!isFar || isKnown());
}

} // namespace

Links linksFromAria2(const QByteArray &bytes, const Reading &)
{
    TaskReader reader;
    readWholeLines(reader.links(), bytes,
                   [&reader](int line, const QString &text) { reader.takeLine(line, text); });
    reader.endTask();
    return std::move(reader.links());
}

/// Options may begin far below, where most links of a list do without: then it has nothing but links above them.
bool isAria2(QByteArrayView text)
{
    static const QRegularExpression mirrors(u"^[a-z]+://\\S+\\t+[a-z]+://"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression lone(u"^[a-z]+:\\S++ *+(?:\\t.*)?$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    constexpr int near = 200; // lines
    bool hasTask = false;
    bool areLinks = true;
    int number = 0;
    for (const QString &line : firstLines(text, allLines)) {
        const bool isFar = ++number > near;
        if (isFar && !areLinks)
            return false;
        if (line.contains(mirrors) || (hasTask && hasOption(line, isFar)))
            return true;
        areLinks = areLinks && (line.contains(lone) || hasOption(line, false));
        hasTask = !line.front().isSpace() ? line.contains(u"://"_s) : hasTask;
    }
    return false;
}

} // namespace lapwing::plan
