// SPDX-License-Identifier: MIT
#include "plan/lists/read/tableshape.h"

#include "plan/lists/credentials.h"
#include "plan/lists/read/cells.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

constexpr qsizetype looksAt = 64; ///< rows, before it is clear what the columns are

constexpr std::array separators{u'\t', u';', u',', u'|'};

std::vector<TableRow> firstRows(const QString &text, QChar separator)
{
    std::vector<TableRow> rows;
    readRows(text, separator, [&rows](TableRow row) {
        rows.push_back(std::move(row));
        return rows.size() < looksAt;
    });
    if (separator == u'|')
        std::erase_if(rows, isRuler);
    return rows;
}

/// Where the link is, of several columns that may have it; absent: none may.
std::optional<qsizetype> linkColumn(const QStringList &titles)
{
    std::optional<qsizetype> best;
    for (qsizetype column = 0; column < titles.size(); ++column) {
        const QString &title = titles.at(column);
        if (fieldFor(title).field == Field::Link
            && (!best || rankOfLink(title) < rankOfLink(titles.at(*best))))
            best = column;
    }
    return best;
}

/// Most of the rows from there on that have something in the column have a link in it.
bool hasLinksBelow(const std::vector<TableRow> &rows, std::size_t from, qsizetype column)
{
    const auto hasLink = [column](const TableRow &row) {
        return row.cells.value(column).contains(u"://"_s);
    };
    const auto hasCell = [column](const TableRow &row) {
        return !row.cells.value(column).isEmpty();
    };
    const auto below = rows.begin() + static_cast<std::ptrdiff_t>(from);
    return std::count_if(below, rows.end(), hasLink) * 2
        > std::count_if(below, rows.end(), hasCell);
}

/// "링크" alone, or "링크, 참고", also begins a text. Then the links below say how they are read. Below the titles of a
/// table each row has as many cells, and no spreadsheet writes a blank between them.
bool isHeadOfText(const std::vector<TableRow> &rows, std::size_t place, const TableShape &shape)
{
    const auto isKnown = [](const FieldName &column) { return column.field != Field::None; };
    const auto isRow = [&shape](const TableRow &row) {
        const QString &first = row.cells.front();
        return std::cmp_equal(row.cells.size(), shape.columns.size())
            && (isLinkCell(first) || (first.isEmpty() && row.cells.size() > 1));
    };
    const auto below = rows.begin() + static_cast<std::ptrdiff_t>(place) + 1;
    const bool isLinkAlone =
        isKnown(shape.columns.front()) && std::ranges::count_if(shape.columns, isKnown) == 1;
    if (!isLinkAlone || (shape.separator == u'\t' && shape.columns.size() > 1))
        return false;
    return rows[place].written.contains(QString(shape.separator) + u' ')
        || !std::all_of(below, rows.end(), isRow);
}

/// A row of titles has one that means the link, and no link.
std::optional<TableShape> shapeByTitles(const std::vector<TableRow> &rows, std::size_t place,
                                        QChar separator)
{
    const TableRow &row = rows[place];
    const QStringList &titles = row.cells;
    const std::optional<qsizetype> link = linkColumn(titles);
    const auto isIn = [&titles](QChar mark) { return titles.front().contains(mark); };
    if (!link || std::ranges::any_of(titles, isLinkCell)
        || (titles.size() == 1 && std::ranges::any_of(separators, isIn)) // "| Link |"
        || row.written.endsWith(u':'))                                   // "Links:" begins a text
        return std::nullopt;
    const bool isKorean = std::ranges::any_of(
        titles.at(*link), [](QChar c) { return c.script() == QChar::Script_Hangul; });
    if ((place > 0 || isKorean) && !hasLinksBelow(rows, place + 1, *link))
        return std::nullopt;
    TableShape shape{separator, {}};
    shape.above = place + 1;
    for (qsizetype column = 0; column < titles.size(); ++column) {
        const QString &title = titles.at(column);
        const FieldName name = fieldFor(title);
        const bool isOtherLink = name.field == Field::Link && column != *link;
        shape.columns.push_back(isOtherLink ? FieldName() : name);
        shape.hasSecrets |= mayBeSecret(name) || namesCredential(title);
        if (shape.columns.back().field == Field::None && !title.isEmpty())
            shape.unused << title;
    }
    if (isKorean && isHeadOfText(rows, place, shape))
        return std::nullopt;
    return shape;
}

/// The first row below at most two that say what the table is.
std::size_t belowHeadings(const std::vector<TableRow> &rows, bool (*isHeadingRow)(const TableRow &))
{
    constexpr std::ptrdiff_t mostHeadings = 2;
    const auto isNone = [&](const TableRow &row) {
        return row.cells.size() != rows.front().cells.size() || !isAlone(row) || !isHeadingRow(row);
    };
    const auto end = rows.begin() + std::min(mostHeadings, std::ssize(rows));
    return static_cast<std::size_t>(std::find_if(rows.begin(), end, isNone) - rows.begin());
}

bool isEven(const std::vector<TableRow> &rows, std::size_t place)
{
    return place < rows.size() && rows[place].cells.size() == rows.front().cells.size();
}

/// Where titles that are known may be. What stands above them is refused if it is no heading.
std::size_t placeOfTitles(const std::vector<TableRow> &rows)
{
    const std::size_t below =
        belowHeadings(rows, [](const TableRow &row) { return !row.written.contains(u"://"_s); });
    return isEven(rows, below) && std::ranges::all_of(rows[below].cells, isWording) ? below : 0;
}

/// How many rows of headings, and of titles that nobody knows, are before the first of a file. Any other is one of the list.
std::size_t headingsOf(const std::vector<TableRow> &rows)
{
    const std::size_t below = belowHeadings(rows, areHeadings);
    const bool hasTitles =
        rows.front().cells.size() > 1 && isEven(rows, below) && areHeadings(rows[below]);
    return below + (hasTitles ? 1 : 0);
}

std::optional<TableShape> shapeIn(std::vector<TableRow> rows, QChar separator)
{
    for (const std::size_t place : {placeOfTitles(rows), std::size_t{0}}) {
        if (auto shape = shapeByTitles(rows, place, separator))
            return shape;
    }
    const std::size_t headings = headingsOf(rows);
    const qsizetype count = rows.front().cells.size();
    rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(headings));
    if (rows.empty() || rows.front().cells.size() != count)
        return std::nullopt;
    auto shape = shapeBySight(rows, separator);
    if (shape)
        shape->above = headings;
    return shape;
}

} // namespace

std::optional<TableShape> tableShapeOf(const QString &text)
{
    static const QRegularExpression said(u"^sep=(.)\\s*$"_s, // as spreadsheets write it
                                         QRegularExpression::CaseInsensitiveOption
                                             | QRegularExpression::MultilineOption);
    const auto match = said.match(text, 0, QRegularExpression::NormalMatch,
                                  QRegularExpression::AnchorAtOffsetMatchOption);
    for (const QChar separator : separators) {
        if (match.hasMatch() && match.captured(1) != separator)
            continue;
        std::vector<TableRow> rows = firstRows(text, separator);
        if (match.hasMatch() && !rows.empty())
            rows.erase(rows.begin());
        if (rows.empty())
            return std::nullopt;
        if (auto shape = shapeIn(std::move(rows), separator))
            return shape;
    }
    return std::nullopt;
}

} // namespace lapwing::plan
