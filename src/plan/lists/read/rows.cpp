// SPDX-License-Identifier: MIT
#include "plan/lists/read/rows.h"

#include "plan/lists/links.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

bool endsLine(QChar c)
{
    return c == u'\n' || c == u'\r';
}

/// Each character is looked at once.
class RowReader {
public:
    RowReader(QStringView text, QChar separator) : m_text(text), m_separator(separator) { }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    TableRow next();

private:
    [[nodiscard]] QChar here() const { return atEnd() ? QChar() : m_text.at(m_at); }
    void takeCell(TableRow &row);
    void takeQuoted(TableRow &row);
    void endLine();

    QStringView m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    int m_line = 1;
};

TableRow RowReader::next()
{
    TableRow row{m_line};
    const qsizetype begin = m_at;
    takeCell(row);
    while (here() == m_separator && !atEnd()) {
        ++m_at;
        takeCell(row);
    }
    row.written = m_text.sliced(begin, m_at - begin).trimmed().toString();
    endLine();
    return row;
}

void RowReader::takeCell(TableRow &row)
{
    while (here() == u' ' && m_separator != u' ')
        ++m_at;
    if (here() == u'"')
        return takeQuoted(row);
    const qsizetype begin = m_at;
    const bool isMarkdown = m_separator == u'|'; // there "\|" is no separator
    while (!atEnd() && here() != m_separator && !endsLine(here()))
        m_at += isMarkdown && m_text.sliced(m_at).startsWith(u"\\|") ? 2 : 1;
    const QString cell = m_text.sliced(begin, m_at - begin).trimmed().toString();
    row.cells << (isMarkdown ? QString(cell).replace(u"\\|"_s, u"|"_s) : cell);
}

/// Up to its last quotation mark, in which two stand for one; what is between that and the separator belongs to it.
void RowReader::takeQuoted(TableRow &row)
{
    QString cell;
    const qsizetype begin = m_at++;
    const int line = m_line;
    bool isOpen = true;
    while (!atEnd() && isOpen && cell.size() <= maxLineLength) {
        const QChar c = m_text.at(m_at++);
        if (c == u'\n' || (c == u'\r' && here() != u'\n'))
            ++m_line;
        if (c != u'"')
            cell += c;
        else if (here() == u'"')
            cell += m_text.at(m_at++);
        else
            isOpen = false;
    }
    row.isQuoted = true;
    if (isOpen) { // its own line alone is lost
        row.isOpen = true;
        m_at = begin;
        m_line = line;
    }
    while (!atEnd() && (isOpen || here() != m_separator) && !endsLine(here()))
        cell += m_text.at(m_at++);
    row.cells << cell.trimmed();
}

void RowReader::endLine()
{
    if (atEnd())
        return;
    const bool isCrLf = m_text.sliced(m_at).startsWith(u"\r\n");
    m_at += isCrLf ? 2 : 1;
    ++m_line;
}

/// Spreadsheets write an empty row as ",,".
bool saysAnything(const TableRow &row)
{
    const auto isEmpty = [](const QString &cell) { return cell.isEmpty(); };
    return row.isOpen || !std::ranges::all_of(row.cells, isEmpty);
}

} // namespace

void readRows(const QString &text, QChar separator, const std::function<bool(TableRow)> &take)
{
    RowReader reader(text, separator);
    bool goesOn = true;
    while (goesOn && !reader.atEnd()) {
        TableRow row = reader.next();
        if (saysAnything(row) && !row.written.startsWith(u'#'))
            goesOn = take(std::move(row));
    }
}

} // namespace lapwing::plan
