// SPDX-License-Identifier: MIT
#include "plan/lists/read/tableshape.h"

#include "plan/lists/listline.h"
#include "plan/lists/read/cells.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

bool isEach(const std::vector<TableRow> &rows, qsizetype column, auto holds)
{
    return std::ranges::all_of(rows,
                               [&](const TableRow &row) { return holds(row.cells.at(column)); });
}

/// Numbers that count up by one from row to row, as `nl` and `cat -n` write them. One alone does where counts begin:
/// hardly a file has a byte, or none.
bool areRunning(const std::vector<TableRow> &rows, qsizetype column)
{
    if (!isEach(rows, column, isNumberCell))
        return false;
    const auto valueOf = [column](const TableRow &row) {
        return row.cells.at(column).toLongLong();
    };
    const auto isGap = [&valueOf](const TableRow &row, const TableRow &next) {
        return valueOf(next) != valueOf(row) + 1;
    };
    return rows.size() == 1 ? valueOf(rows.front()) <= 1
                            : std::ranges::adjacent_find(rows, isGap) == rows.end();
}

/// What a column is whose cells all look alike. A size stands behind its link: a number before it is that of the row.
FieldName fieldBySight(const std::vector<TableRow> &rows, qsizetype column, bool isBehindLink)
{
    const auto isChecksum = [](const QString &cell) { return checksumIn(cell).has_value(); };
    const auto isFolder = [](const QString &cell) { return cell.endsWith(u'/'); };
    const auto isName = [](const QString &cell) {
        return !cell.contains(u'/') && !cell.contains(u'\\') && !cell.startsWith(u'#');
    };
    if (isEach(rows, column, isLinkCell))
        return {Field::Link};
    if (isEach(rows, column, isChecksum))
        return {Field::Checksum};
    if (isEach(rows, column, isNumberCell))
        return {isBehindLink && !areRunning(rows, column) ? Field::Size : Field::Number};
    if (isEach(rows, column, isAmountCell))
        return {Field::Number};
    if (isEach(rows, column, isFolder))
        return {Field::Folder};
    return isEach(rows, column, isName) ? FieldName{Field::Name} : FieldName();
}

bool endsAsANumber(const QString &link)
{
    static const QRegularExpression number(u"[/=][0-9]++\\s*+$"_s);
    return link.contains(number);
}

/// A comma and a semicolon may stand in a link, so more has to speak for a table: that they stand before the
/// link, or behind what ends as a file; a checksum, or a quotation mark; or that the name behind them does where a number
/// ends the link ("?id=1"; "?file=Smith" may go on), but for a comma in a path, where many sites have one ("/news/7,12.html").
bool isBeyondDoubt(const std::vector<TableRow> &rows, const TableShape &shape)
{
    const auto isQuoted = [](const TableRow &row) { return row.isQuoted; };
    const auto is = [&shape](Field field) {
        return std::ranges::find(shape.columns, field, &FieldName::field) != shape.columns.end();
    };
    if (shape.separator == u'\t' || is(Field::Checksum)
        || shape.columns.front().field != Field::Link)
        return true;
    const auto name = std::ranges::find(shape.columns, Field::Name, &FieldName::field);
    const qsizetype nameColumn = name == shape.columns.end() ? -1 : name - shape.columns.begin();
    const auto isParted = [&](const TableRow &row) {
        const QString &link = row.cells.front();
        const QString said = row.cells.value(nameColumn);
        const bool isBehindFile = endsAsAFile(link) && !said.contains(u'=');
        const bool isInPath = shape.separator == u',' && !link.contains(u'?');
        const bool isBehindNumber = endsAsANumber(link) && isFileName(said) && !isInPath;
        return !asksForFiles(link) && (isBehindFile || isBehindNumber);
    };
    const bool areParted = rows.size() > 1 && std::ranges::all_of(rows, isParted);
    return areParted || std::ranges::all_of(rows, isQuoted);
}

/// Below a line that may be titles or not ("Films;Musique"), what follows a link may be a cell or go on with it. It does
/// where it has a value, as in "http://h/a;b=c".
bool isOpenToDoubt(const std::vector<TableRow> &rows, const TableShape &shape,
                   const QStringList &titles)
{
    const auto goesOn = [](const TableRow &row) { return row.cells.value(1).contains(u'='); };
    return !titles.isEmpty() && shape.columns.back().field != Field::Link
        && std::ranges::none_of(rows, goesOn);
}

/// What is not clear by sight says nothing, and its title is named.
void nameUnclear(TableShape &shape, const QStringList &titles, bool isNameClear)
{
    for (std::size_t column = 0; column < shape.columns.size(); ++column) {
        FieldName &name = shape.columns[column];
        if (name.field == Field::Name && !isNameClear)
            name = {};
        if (name.field == Field::None)
            shape.unused << titles.value(static_cast<qsizetype>(column));
    }
    shape.unused.removeAll(QString());
}

} // namespace

std::optional<TableShape> shapeBySight(const std::vector<TableRow> &rows, QChar separator,
                                       const QStringList &titles)
{
    const qsizetype count = rows.front().cells.size();
    const auto isEven = [count](const TableRow &row) {
        return row.cells.size() == count && !row.isOpen;
    };
    if (count < 2 || !std::ranges::all_of(rows, isEven))
        return std::nullopt;
    TableShape shape{separator, {}};
    int links = 0;
    int names = 0;
    for (qsizetype column = 0; column < count; ++column) {
        shape.columns.push_back(fieldBySight(rows, column, links > 0));
        const Field field = shape.columns.back().field;
        if (field == Field::Number && !areRunning(rows, column)) // nobody knows what they are
            shape.unused << titles.value(column, u"#%1"_s.arg(column + 1));
        links += field == Field::Link ? 1 : 0;
        names += field == Field::Name ? 1 : 0;
    }
    const bool isClear = names <= 1
        && std::ranges::find(shape.columns, Field::None, &FieldName::field) == shape.columns.end();
    if (links != 1)
        return std::nullopt;
    const auto link = std::ranges::find(shape.columns, Field::Link, &FieldName::field);
    const bool isByTitles = !titles.isEmpty()
        && (!mayBeInLink(separator) || meansLink(titles.at(link - shape.columns.begin())));
    const bool isTable = isClear
        ? isByTitles || isBeyondDoubt(rows, shape)
        // behind the last cell nothing could be taken for a part of the link
        : isByTitles && shape.columns.back().field != Field::Link;
    shape.isUnclear = !isTable && isOpenToDoubt(rows, shape, titles);
    if (!isTable && !shape.isUnclear)
        return std::nullopt;
    nameUnclear(shape, titles, names <= 1);
    return shape;
}

} // namespace lapwing::plan
