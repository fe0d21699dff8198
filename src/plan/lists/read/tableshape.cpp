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
    for (const QChar separator : tableSeparators) {
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
