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

/// No spreadsheet writes a blank behind a comma, and every sentence does.
bool isOfSentence(const TableRow &row, QChar separator)
{
    return separator.isPunct() && row.written.contains(QString(separator) + u' ');
}

bool isKnownTitle(const QString &title)
{
    return fieldOf(title).field != Field::None || namesCredential(title);
}

int knownTitles(const TableRow &row)
{
    return static_cast<int>(std::ranges::count_if(row.cells, isKnownTitle));
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

/// The same of a row whose other titles are known: "Name;Adresse".
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

constexpr std::size_t mostHeadings = 3; ///< that say what the table is

/// In one of its cells, but not in one that is padded as headings are.
bool hasLinkOfRow(const TableRow &row)
{
    return !isAlone(row) && std::ranges::any_of(row.cells, isLinkCell);
}

/// Where titles that are known may be: first where most of them are. What stands above them is refused if it is no heading,
/// but read if it is a link.
std::vector<std::size_t> placesOfTitles(const std::vector<TableRow> &rows, QChar separator)
{
    const auto isEven = [&rows](const TableRow &row) {
        return row.cells.size() == rows.front().cells.size();
    };
    std::vector<std::size_t> places{0};
    for (std::size_t place = 1; place <= mostHeadings && place < rows.size(); ++place) {
        const TableRow &row = rows[place];
        if (hasLinkOfRow(rows[place - 1]))
            break;
        if (row.cells.size() > 1 && std::ranges::all_of(row.cells, isWording)
            && (isEven(row) || !isOfSentence(row, separator)))
            places.push_back(place);
    }
    std::ranges::stable_sort(places, std::ranges::greater(), [&rows](std::size_t place) {
        return isAlone(rows[place]) ? 0 : knownTitles(rows[place]);
    });
    return places;
}

/// How a table begins whose titles nobody knows, if it has any.
struct Heading {
    std::size_t rows = 0;
    QStringList titles{};
    bool isClear = true; ///< no row of it may be one of the list
};

Heading headingOf(const std::vector<TableRow> &rows, QChar separator)
{
    const auto linkIn = [](const TableRow &row) {
        return std::ranges::find_if(row.cells, isLinkCell) - row.cells.begin();
    };
    const auto hasLink = [&linkIn](const TableRow &row) { return linkIn(row) < row.cells.size(); };
    const auto isPaddedLink = [&hasLink](const TableRow &row) {
        return hasLink(row) && isAlone(row);
    };
    const auto below = std::ranges::find_if_not(rows, isPaddedLink);
    const auto first = std::find_if(below, rows.end(), hasLink);
    if (first == rows.begin() || first == rows.end()
        || std::cmp_greater(first - rows.begin(), mostHeadings + 1))
        return {};
    const qsizetype count = first->cells.size();
    const auto isOfTable = [count](const TableRow &row) {
        return areHeadings(row) && (isAlone(row) || (row.cells.size() == 1 && count > 1));
    };
    const auto isPadded = [count](const TableRow &row) { return row.cells.size() == count; };
    const TableRow &last = *(first - 1);
    const auto size = static_cast<std::size_t>(first - rows.begin());
    if (count > 1 && isPadded(last) && !isAlone(last) && areTitles(last, linkIn(*first)))
        return {size, isOfSentence(last, separator) ? QStringList() : last.cells,
                std::all_of(rows.begin(), first - 1, isOfTable)};
    const bool isHeading = std::all_of(
        rows.begin(), first, [&](const TableRow &row) { return isOfTable(row) && isPadded(row); });
    return isHeading ? Heading{size} : Heading();
}

/// Titles of which one means a secret. In a column that is told by its looks, that could become the name of a file.
bool hidesSecrets(const TableRow &row)
{
    return !isAlone(row) && std::ranges::any_of(row.cells, namesCredential);
}

/// Below titles a row may have no link, or other cells: it is refused. False: most of them are so.
bool keepRowsWithLink(std::vector<TableRow> &rows, qsizetype columns)
{
    const std::size_t all = rows.size();
    std::erase_if(rows, [columns](const TableRow &row) {
        return row.isOpen || row.cells.size() != columns
            || std::ranges::none_of(row.cells, isLinkCell);
    });
    return rows.size() * 2 > all;
}

std::optional<TableShape> shapeIn(std::vector<TableRow> rows, QChar separator)
{
    const std::vector<std::size_t> places = placesOfTitles(rows, separator);
    for (const auto by : {shapeByTitles, shapeByOtherTitles}) {
        for (const std::size_t place : places) {
            if (auto shape = by(rows, place, separator))
                return shape;
        }
    }
    const Heading heading = headingOf(rows, separator);
    if (heading.rows > 0 && hidesSecrets(rows[heading.rows - 1]))
        return std::nullopt; // a text takes nothing from below it but links alone
    rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(heading.rows));
    if (!heading.titles.isEmpty() && !keepRowsWithLink(rows, heading.titles.size()))
        return std::nullopt;
    auto shape = shapeBySight(rows, separator, heading.titles);
    if (shape && heading.isClear)
        shape->above = heading.rows;
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
