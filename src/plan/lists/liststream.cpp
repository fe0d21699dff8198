// SPDX-License-Identifier: MIT
#include "plan/lists/liststream.h"

#include "plan/lists/credentials.h"
#include "plan/lists/formats.h"
#include "plan/lists/input/kind.h"
#include "plan/lists/input/unpack.h"
#include "plan/lists/linkcollector.h"
#include "plan/lists/read/readers.h"
#include "plan/lists/readas.h"

#include <QJsonDocument>
#include <QStringConverter>

#include <algorithm>
#include <utility>

namespace lapwing::plan {
namespace {

constexpr qsizetype latestFirstLink = 64 * 1024; ///< bytes: what has none before is read as a whole
constexpr int mostOptions = 200;                 ///< lines that may belong to one link

/// Its lines say the same whatever stands around them.
bool isByLine(const ListFormat &format)
{
    return format.id == u"jsonl" || format.id == u"apt" || format.id == u"aria2"
        || format.id == u"text";
}

/// Gzip and Zstandard, of which little may have come; xz has a zero in its first bytes.
bool isPacked(const QByteArray &bytes)
{
    return bytes.startsWith("\x1f\x8b") || bytes.startsWith("\x28\xb5\x2f\xfd");
}

bool isPlainText(const QByteArray &bytes)
{
    const auto encoding = QStringConverter::encodingForData(bytes);
    return !bytes.contains('\0') && !isPacked(bytes)
        && (!encoding || *encoding == QStringConverter::Utf8) && unpacked(bytes) == bytes
        && kindOf(bytes).isEmpty();
}

/// XML or a page, which may not say so in its first line.
bool isMarkup(QByteArrayView text)
{
    return text.startsWith('<') && !text.startsWith("<http");
}

/// A whole value, as JSON Lines have one on each line.
bool isJsonLine(QByteArrayView text)
{
    const auto end = std::ranges::find(text, '\n');
    return QJsonDocument::fromJson(QByteArrayView(text.begin(), end).toByteArray()).isObject();
}

/// Titles of which one means a secret: what may be used below them, they tell.
bool hidesBelow(QByteArrayView text)
{
    const QStringList lines = QString::fromUtf8(text).split(u'\n');
    const auto hides = [](const QString &line) { return !partingsOfCredential(line).isEmpty(); };
    return std::ranges::any_of(lines, hides);
}

Links linksFromLines(const QByteArray &lines, const Reading &reading)
{
    const auto reads = [&lines](const ListFormat &format) {
        return isByLine(format) && format.recognises(lines);
    };
    return linksIn(lines, *std::ranges::find_if(formats(), reads), reading);
}

/// Links and names, which each line of a text has as well; what else a table says, its columns tell.
bool saysTheSame(const Links &table, const Links &text)
{
    const auto isName = [](const auto &said, const auto &ofText) {
        return said.first == ofText.first && said.second.name == ofText.second.name
            && !said.second.checksum && !said.second.extras;
    };
    return table.urls == text.urls && table.rejects.empty() && text.rejects.empty()
        && table.unused.empty() && std::ranges::equal(table.details, text.details, isName);
}

bool isIndented(QByteArrayView line)
{
    return line.startsWith(' ') || line.startsWith('\t');
}

/// " name=value" below its link; not a link that somebody indented.
bool isOption(QByteArrayView line)
{
    const QByteArrayView text = line.trimmed();
    const auto end = std::ranges::find_if_not(
        text, [](char c) { return c == '-' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
    const QByteArrayView rest = QByteArrayView(end, text.end()).trimmed();
    return isIndented(line) && end != text.begin() && rest.startsWith('=');
}

/// Where the last link of `lines` begins, with what stands below it: so much is clear now.
qsizetype clearPart(QByteArrayView lines)
{
    qsizetype begin = lines.size();
    for (int line = 0; begin > 0 && line < mostOptions; ++line) {
        const qsizetype end = begin - 1; // its line feed
        // Qt 6.8 looks at one byte even of an empty view, which is the line feed behind it.
        begin = end > 0 ? lines.first(end).lastIndexOf('\n') + 1 : 0;
        const QByteArrayView text = lines.sliced(begin, end - begin);
        if (!isOption(text) && !text.trimmed().isEmpty() && !text.startsWith('#'))
            return begin;
    }
    return lines.size(); // they belong to nothing
}

} // namespace

std::optional<bool> isReadByLine(const QByteArray &beginning, AfterAddress after)
{
    const QByteArray text = utf8From(beginning).trimmed();
    if (!isPlainText(beginning) || isMarkup(text) || text.size() > latestFirstLink)
        return false;
    if (after == AfterAddress::MayBeChecksums
        && mayBecomeChecksums(text)) // their address is no file
        return std::nullopt;
    const ListFormat &format = formatOf(text);
    if (format.id == u"csv")
        return saysTheSame(format.read(text, {}), linksFromText(text));
    if (!isByLine(format) || (format.id == u"jsonl" && !isJsonLine(text))
        || (format.id == u"text" && hidesBelow(text)))
        return false;
    return linksFromLines(text, {}).urls.empty() ? std::nullopt : std::optional(true);
}

Links ListStream::take(const QByteArray &bytes)
{
    takeBytes(bytes);
    return read(clearPart(m_lines));
}

Links ListStream::takeHeld()
{
    Links links = read(m_lines.size());
    m_isLate = true;
    return links;
}

Links ListStream::finish()
{
    if (!m_unended.isEmpty())
        endLine();
    return read(m_lines.size());
}

/// A line feed ends each line from here on, whatever ended it before.
void ListStream::takeBytes(QByteArray bytes)
{
    if (bytes.isEmpty())
        return;
    if (std::exchange(m_wasCr, false) && bytes.startsWith('\n'))
        bytes.remove(0, 1);
    QByteArrayView rest(bytes);
    while (!rest.isEmpty()) {
        const auto end = std::ranges::find_if(rest, [](char c) { return c == '\n' || c == '\r'; });
        const QByteArrayView line(rest.begin(), end);
        rest = rest.sliced(line.size());
        const qsizetype room = maxLineLength + 1 - m_unended.size();
        m_unended += line.first(std::min(line.size(), room));
        if (rest.isEmpty())
            return;
        const bool isCrLf = rest.startsWith("\r\n");
        m_wasCr = rest == QByteArrayView("\r");
        rest = rest.sliced(isCrLf ? 2 : 1);
        endLine();
    }
}

void ListStream::endLine()
{
    m_lines += m_unended + '\n';
    m_unended.clear();
}

/// What stands first and can only be an option of a link that was given before.
int ListStream::refuseLateOptions(Links &links, QByteArray &lines) const
{
    int late = 0;
    while (isOption(QByteArrayView(lines).first(lines.indexOf('\n') + 1))) {
        const qsizetype size = lines.indexOf('\n') + 1;
        refuse(links, ++late, QString::fromUtf8(lines.first(size)).section(u'=', 0, 0),
               {ListFault::CameLate});
        lines.remove(0, size);
    }
    return late;
}

/// Lines of this size together, which is a whole number of them.
Links ListStream::read(qsizetype size)
{
    QByteArray lines = m_lines.first(size);
    m_lines.remove(0, size);
    const auto count = static_cast<int>(lines.count('\n'));
    Links links;
    const int late = m_isLate ? refuseLateOptions(links, lines) : 0;
    m_isLate = m_isLate && lines.trimmed().isEmpty();
    Links found = linksFromLines(lines, m_reading);
    for (Reject &reject : found.rejects)
        reject.line += late;
    for (int &line : found.lines)
        line += late;
    links.append(std::move(found));
    for (Reject &reject : links.rejects)
        reject.line += m_read;
    for (int &line : links.lines)
        line += m_read;
    m_read += count;
    return links;
}

} // namespace lapwing::plan
