// SPDX-License-Identifier: MIT
#include "plan/lists/fields.h"
#include "plan/lists/listline.h"
#include "plan/lists/read/cells.h"
#include "plan/lists/read/readers.h"
#include "plan/lists/read/tableshape.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

/// What a cell of Markdown says: what is in its code span, and of "[text](link)" the link.
tl::expected<QString, ListError> unmarked(const FieldName &column, const QString &cell)
{
    static const QRegularExpression span(u"^(`++)(.+)\\1$"_s);
    static const QRegularExpression lineBreak(u"(?:\\s*+<br\\s*+/?>)++$"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    const QString whole = QString(cell).remove(lineBreak);
    const auto match = span.match(whole);
    const QString text = match.hasMatch() ? match.captured(2).trimmed() : whole;
    if (column.field != Field::Link || !(text.startsWith(u'[') || text.startsWith(u'<')))
        return text;
    const auto read = readListLine(text);
    if (read && !read->name.isEmpty())
        return tl::unexpected(ListError{ListFault::Unclear});
    return read.map([](const ListLine &parts) { return parts.link; });
}

/// A cell may have one header on each line, or one cookie: those make one header. What else a line break is in, such as a
/// cookie that was wrapped, costs the row: without it, the server may well send a page in place of the file.
std::optional<ListError> putHeaderLines(Found &found, const FieldName &column, const QString &cell)
{
    static const QRegularExpression lineBreaks(u"\\s*[\\r\\n]\\s*"_s);
    static const QRegularExpression cookie(u"^[^=;\\s]++=(?!=|$)"_s);
    static const QRegularExpression end(u"\\s*;$"_s);
    QStringList lines = cell.split(lineBreaks, Qt::SkipEmptyParts);
    if (column.detail == u"Cookie"
        && std::ranges::all_of(lines, [](const QString &line) { return line.contains(cookie); }))
        return put(found, column, lines.replaceInStrings(end, QString()).join(u"; "_s));
    if (!column.detail.isEmpty())
        return put(found, column, cell);
    for (const QString &line : std::as_const(lines)) {
        if (const auto error = put(found, column, line))
            return error;
    }
    return std::nullopt;
}

std::optional<ListError> putCell(Found &found, const TableShape &shape, const FieldName &column,
                                 const QString &cell)
{
    const auto text = shape.separator == u'|' ? unmarked(column, cell) : cell;
    if (!text)
        return text.error();
    if (column.field == Field::Header)
        return putHeaderLines(found, column, *text);
    if (column.field == Field::Name)
        return put(found, column, withoutArrow(*text));
    return put(found, column, column.field == Field::Link ? withoutFormula(*text) : *text);
}

/// What a message may repeat of it: where the table has secrets, no more than the link. A cell too many, or too few, may
/// have put anything anywhere.
QString shownOf(const TableRow &row, const TableShape &shape)
{
    if (!shape.hasSecrets)
        return row.written;
    static const QRegularExpression link(u"^[a-z][a-z0-9+.-]*+://\\S*$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const QStringList closed = row.cells.first(row.cells.size() - (row.isOpen ? 1 : 0));
    return closed.value(closed.indexOf(link));
}

/// Below a table of Markdown, in one column what is more than a link ("Links" also begins a text), and in what may be no
/// table at all, but for what may be a secret there.
bool isLineOfText(const TableRow &row, const TableShape &shape)
{
    const bool isOneCell = row.cells.size() == 1;
    if (shape.columns.size() == 1)
        return !isOneCell || !isLinkCell(row.cells.front());
    const bool mayBeShown = !shape.hasSecrets || isLinkCell(row.cells.front());
    return isOneCell && (shape.separator == u'|' || (shape.isUnclear && mayBeShown));
}

void takeRow(Links &links, const TableRow &row, const TableShape &shape)
{
    const auto columns = static_cast<qsizetype>(shape.columns.size());
    if (row.written.size() > maxLineLength)
        return refuse(links, row.line, shownOf(row, shape), {ListFault::LineTooLong});
    if (isLineOfText(row, shape))
        return takeTextLine(links, row.line, row.written);
    if (shape.isUnclear)
        return refuse(links, row.line, shownOf(row, shape), {ListFault::Unclear});
    if (row.isOpen)
        return refuse(links, row.line, shownOf(row, shape), {ListFault::OpenQuote});
    if (row.cells.size() > columns
        && std::ranges::any_of(row.cells.sliced(columns),
                               [](const QString &cell) { return !cell.isEmpty(); }))
        return refuse(links, row.line, shownOf(row, shape), {ListFault::CellCount});
    Found found{row.line, {}};
    std::optional<ListError> wrong;
    for (qsizetype place = 0; place < std::min(columns, row.cells.size()); ++place) {
        const FieldName &column = shape.columns[static_cast<std::size_t>(place)];
        if (const auto error = putCell(found, shape, column, row.cells.at(place)); error && !wrong)
            wrong = error;
    }
    if (const auto link = linkFrom(found.link); !link && !wrong)
        wrong = found.link.isEmpty() ? ListError{ListFault::NoLink} : link.error();
    if (wrong)
        return refuse(links, row.line, shownOf(row, shape), *wrong);
    take(links, std::move(found));
}

} // namespace

Links linksFromTable(const QByteArray &bytes, const Reading &)
{
    Links links;
    const QString text =
        QString::fromUtf8(utf8From(bytes.first(std::min<qsizetype>(bytes.size(), maxListSize))));
    const std::optional<TableShape> shape = tableShapeOf(text);
    if (!shape)
        return linksFromText(bytes);
    for (const QString &title : shape->isUnclear ? QStringList() : shape->unused)
        noteUnused(links, title);
    std::size_t above = shape->above;
    readRows(text, shape->separator, [&](const TableRow &row) {
        const bool isNoRow = row.written.startsWith(u"sep="_s, Qt::CaseInsensitive)
            || (shape->separator == u'|' && isRuler(row));
        const bool isTitles = !isNoRow && above == 1;
        const bool isHeading = !isNoRow && above > 1 && areHeadings(row);
        above -= !isNoRow && above > 0 ? 1 : 0;
        if (!isNoRow && !isTitles && !isHeading)
            takeRow(links, row, *shape);
        return !tooManyRejects(links);
    });
    if (bytes.size() > maxListSize)
        refuse(links, 0, {}, {ListFault::ListTooLarge});
    return links;
}

bool isTable(QByteArrayView text)
{
    constexpr qsizetype beginning = 64 * 1024; // bytes
    QByteArrayView start = text.first(std::min(text.size(), beginning));
    if (start.size() < text.size()) // the last line is not whole
        start = start.first(std::max(start.lastIndexOf('\n'), start.lastIndexOf('\r')) + 1);
    return tableShapeOf(QString::fromUtf8(start)).has_value();
}

} // namespace lapwing::plan
