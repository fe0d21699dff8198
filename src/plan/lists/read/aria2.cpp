// SPDX-License-Identifier: MIT
#include "plan/lists/fields.h"
#include "plan/lists/listline.h"
#include "plan/lists/read/beginning.h"
#include "plan/lists/read/readers.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

const QRegularExpression &optionLine()
{
    static const QRegularExpression pattern(u"^[ \\t]+([a-z][a-z0-9-]*+)[ \\t]*+=[ \\t]*+(.*)$"_s);
    return pattern;
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
    void refuseTask(int line, const QString &text, const ListError &error);

    Links m_links;
    std::optional<Found> m_task;
    bool m_isSkipped = false; ///< the options of a refused task belong to it
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
    if (m_task)
        take(m_links, *std::move(m_task));
    m_task.reset();
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
    static const QRegularExpression bare(u"^\\w+://\\S+$"_s);
    const auto read = text.contains(bare) ? tl::expected<ListLine, ListError>(ListLine{text, {}})
                                          : readListLine(text);
    const auto link = read.and_then([](const ListLine &said) { return linkFrom(said.link); });
    if (!link)
        return refuseTask(line, text, link.error());
    m_task = Found{line, read->link, read->name};
}

/// Each part is a link to the same file.
void TaskReader::beginTask(int line, const QString &text)
{
    endTask();
    m_isSkipped = false;
    QStringList parts = text.split(u'\t', Qt::SkipEmptyParts);
    const auto isLink = [](const QString &part) { return linkFrom(part).has_value(); };
    const auto first = std::ranges::find_if(parts, isLink);
    if (parts.size() == 1 || std::ranges::none_of(parts.sliced(1), isLink))
        return beginLone(line, text);
    m_task = Found{line, *first};
    parts.erase(first);
    for (const QString &part : parts)
        static_cast<void>(put(*m_task, {Field::Mirror}, part));
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
    if (match.captured(1) == u"referer" && match.captured(2).trimmed() == u"*") {
        m_task->unused << match.captured(1); // to aria2 it means the link itself
        return;
    }
    if (const auto error = putOption(*m_task, name, match.captured(2).trimmed()))
        refuseTask(line, mayBeSecret(name) ? match.captured(1) : text, *error);
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

bool isAria2(QByteArrayView text)
{
    static const QRegularExpression mirrors(u"^[a-z]+://\\S+\\t+[a-z]+://"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    bool hasTask = false;
    for (const QString &line : firstLines(text, 200)) {
        if (line.contains(mirrors) || (hasTask && line.contains(optionLine())))
            return true;
        hasTask = !line.front().isSpace() ? line.contains(u"://"_s) : hasTask;
    }
    return false;
}

} // namespace lapwing::plan
