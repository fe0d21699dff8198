// SPDX-License-Identifier: MIT
#include "plan/lists/read/tableshape.h"

#include "plan/lists/credentials.h"
#include "plan/lists/read/cells.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

/// Some titles say the same twice: "Nom / Name".
FieldName fieldOf(const QString &title)
{
    FieldName known = fieldFor(title);
    const QStringList parts = known.field == Field::None ? title.split(u'/') : QStringList();
    for (const QString &part : parts) {
        const FieldName name = fieldFor(part);
        if (known.field != Field::None && name.field != Field::None && name.field != known.field)
            return {};
        if (known.field == Field::None)
            known = name;
    }
    return known;
}

/// Where the link is, of several columns that may have it; absent: none may.
std::optional<qsizetype> linkColumn(const QStringList &titles)
{
    std::optional<qsizetype> best;
    for (qsizetype column = 0; column < titles.size(); ++column) {
        const QString &title = titles.at(column);
        if (fieldOf(title).field == Field::Link
            && (!best || rankOfLink(title) < rankOfLink(titles.at(*best))))
            best = column;
    }
    return best;
}

bool isKnownTitle(const QString &title)
{
    return fieldOf(title).field != Field::None || namesCredential(title);
}

/// The only column with links in most rows below a title that nobody knows.
std::optional<qsizetype> linkColumnBelow(const std::vector<TableRow> &rows, std::size_t place)
{
    const QStringList &titles = rows[place].cells;
    std::optional<qsizetype> only;
    for (qsizetype column = 0; column < titles.size(); ++column) {
        const auto isLink = [&titles, column](const TableRow &row) {
            return row.cells.size() == titles.size() && isLinkCell(row.cells.at(column));
        };
        const auto below = rows.begin() + static_cast<std::ptrdiff_t>(place) + 1;
        if (isKnownTitle(titles.at(column))
            || std::count_if(below, rows.end(), isLink) * 2 <= rows.end() - below)
            continue;
        if (only)
            return std::nullopt;
        only = column;
    }
    return only;
}

/// Half at least of the rows from there on that have something in the column have a link in it.
bool hasLinksBelow(const std::vector<TableRow> &rows, std::size_t from, qsizetype column)
{
    const auto hasLink = [column](const TableRow &row) {
        return row.cells.value(column).contains(u"://"_s);
    };
    const auto hasCell = [column](const TableRow &row) {
        return !row.cells.value(column).isEmpty();
    };
    const auto below = rows.begin() + static_cast<std::ptrdiff_t>(from);
    const std::ptrdiff_t count = std::count_if(below, rows.end(), hasLink);
    return count > 0 && count * 2 >= std::count_if(below, rows.end(), hasCell);
}

/// What says that a word such as "주소" is the title of the links: links below it, or titles beside it that are known, unless
/// another column has the links.
bool isAboveLinks(const std::vector<TableRow> &rows, std::size_t place, qsizetype column)
{
    const TableRow &titles = rows[place];
    return hasLinksBelow(rows, place + 1, column)
        || std::ranges::any_of(titles.cells, namesCredential)
        || (knownTitles(titles) > 1 && !linkColumnBelow(rows, place));
}

/// Only the first title is known, and means the link: such a line also begins a list of links.
bool isLinkAlone(const TableShape &shape)
{
    const auto isKnown = [](const FieldName &column) { return column.field != Field::None; };
    return isKnown(shape.columns.front()) && std::ranges::count_if(shape.columns, isKnown) == 1;
}

/// "Music, links": most of the rows are one cell with a link, which no title but the first could mean.
bool isAboveLinesWithLinks(const std::vector<TableRow> &rows, std::size_t place)
{
    const auto isLine = [](const TableRow &row) {
        return row.cells.size() == 1 && row.written.contains(u"://"_s);
    };
    const auto below = rows.begin() + static_cast<std::ptrdiff_t>(place) + 1;
    return std::count_if(below, rows.end(), isLine) * 2 > rows.end() - below;
}

/// "링크" is no title where one line below it is more than a link, and "링크, 참고" never is but above secrets.
bool isHeadOfText(const std::vector<TableRow> &rows, std::size_t place, const TableShape &shape)
{
    const auto isLink = [](const TableRow &row) {
        return row.cells.size() == 1 && isLinkCell(row.cells.front());
    };
    const auto below = rows.begin() + static_cast<std::ptrdiff_t>(place) + 1;
    return shape.columns.size() == 1
        ? !std::all_of(below, rows.end(), isLink)
        : isOfSentence(rows[place], shape.separator) && !shape.hasSecrets;
}

/// "Links, old and new": most of the rows have another number of cells, or none has a blank where the titles have one.
bool mayBeginLinks(const std::vector<TableRow> &rows, std::size_t place, const TableShape &shape)
{
    const auto isOdd = [&shape](const TableRow &row) {
        return !std::cmp_equal(row.cells.size(), shape.columns.size());
    };
    const auto isSpaced = [&shape](const TableRow &row) {
        return isOfSentence(row, shape.separator);
    };
    const auto below = rows.begin() + static_cast<std::ptrdiff_t>(place) + 1;
    return std::count_if(below, rows.end(), isOdd) * 2 > rows.end() - below
        || (isSpaced(rows[place]) && std::none_of(below, rows.end(), isSpaced));
}

TableShape shapeBelow(const QStringList &titles, qsizetype link, QChar separator)
{
    TableShape shape{separator, {}};
    for (qsizetype column = 0; column < titles.size(); ++column) {
        const QString &title = titles.at(column);
        const FieldName name = fieldOf(title);
        const bool isOtherLink = name.field == Field::Link && column != link;
        shape.columns.push_back(column == link    ? FieldName{Field::Link}
                                    : isOtherLink ? FieldName()
                                                  : name);
        shape.hasSecrets |= mayBeSecret(name) || namesCredential(title);
        if (shape.columns.back().field == Field::None && !title.isEmpty())
            shape.unused << title;
    }
    return shape;
}

} // namespace

int knownTitles(const TableRow &row)
{
    return static_cast<int>(std::ranges::count_if(row.cells, isKnownTitle));
}

std::optional<TableShape> shapeByTitles(const std::vector<TableRow> &rows, std::size_t place,
                                        QChar separator)
{
    const TableRow &row = rows[place];
    const QStringList &titles = row.cells;
    const std::optional<qsizetype> link = linkColumn(titles);
    const auto isIn = [&titles](QChar mark) { return titles.front().contains(mark); };
    if (!link || std::ranges::any_of(titles, isLinkCell)
        || (titles.size() == 1 && std::ranges::any_of(tableSeparators, isIn)) // "| Link |"
        || row.written.endsWith(u':')) // "Links:" begins a text
        return std::nullopt;
    const bool isKorean = std::ranges::any_of(
        titles.at(*link), [](QChar c) { return c.script() == QChar::Script_Hangul; });
    if (((place > 0 || isKorean) && !isAboveLinks(rows, place, *link))
        || (*link > 0 && mayBeInLink(separator) && isAboveLinesWithLinks(rows, place)))
        return std::nullopt;
    TableShape shape = shapeBelow(titles, *link, separator);
    shape.above = place + 1;
    if (!isLinkAlone(shape))
        return shape;
    if (isKorean && isHeadOfText(rows, place, shape))
        return std::nullopt;
    shape.isUnclear =
        mayBeInLink(separator) && shape.columns.size() > 1 && mayBeginLinks(rows, place, shape);
    return shape;
}

std::optional<TableShape> shapeByOtherTitles(const std::vector<TableRow> &rows, std::size_t place,
                                             QChar separator)
{
    const TableRow &row = rows[place];
    const bool isOfTitles = row.cells.size() > 1 && knownTitles(row) > 0 && !linkColumn(row.cells)
        && std::ranges::all_of(row.cells, isTitle) && !isOfSentence(row, separator);
    const std::optional<qsizetype> link = isOfTitles ? linkColumnBelow(rows, place) : std::nullopt;
    if (!link)
        return std::nullopt;
    TableShape shape = shapeBelow(row.cells, *link, separator);
    shape.above = place + 1;
    shape.isUnclear = mayBeInLink(separator) && shape.columns.back().field != Field::Link
        && !meansLink(row.cells.at(*link));
    return shape;
}

} // namespace lapwing::plan
