// SPDX-License-Identifier: MIT
#include "plan/lists/fields.h"
#include "plan/lists/listline.h"
#include "plan/lists/read/readers.h"
#include "plan/lists/read/rows.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

constexpr qsizetype looksAt = 64; ///< rows, before it is clear what the columns are

struct Shape {
    QChar separator;
    std::vector<FieldName> columns;
    QStringList unused{};    ///< the titles, or places, of columns that say nothing here
    std::size_t above = 0;   ///< rows of titles and headings, before the first of a file
    bool hasSecrets = false; ///< in one of the columns
};

constexpr std::array separators{u'\t', u';', u',', u'|'};

/// "|---|:-:|", below the titles.
bool isRuler(const TableRow &row)
{
    static const QRegularExpression dashes(u"^(?::?-+:?)?$"_s);
    return std::ranges::all_of(row.cells,
                               [](const QString &cell) { return cell.contains(dashes); });
}

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

bool isLink(const QString &cell)
{
    static const QRegularExpression link(u"^https?://[^\\s]+$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return cell.contains(link);
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
bool isHeadOfText(const std::vector<TableRow> &rows, std::size_t place, const Shape &shape)
{
    const auto isKnown = [](const FieldName &column) { return column.field != Field::None; };
    const auto isRow = [&shape](const TableRow &row) {
        const QString &first = row.cells.front();
        return std::cmp_equal(row.cells.size(), shape.columns.size())
            && (isLink(first) || (first.isEmpty() && row.cells.size() > 1));
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
std::optional<Shape> shapeByTitles(const std::vector<TableRow> &rows, std::size_t place,
                                   QChar separator)
{
    const TableRow &row = rows[place];
    const QStringList &titles = row.cells;
    const std::optional<qsizetype> link = linkColumn(titles);
    const auto isIn = [&titles](QChar mark) { return titles.front().contains(mark); };
    if (!link || std::ranges::any_of(titles, isLink)
        || (titles.size() == 1 && std::ranges::any_of(separators, isIn)) // "| Link |"
        || row.written.endsWith(u':'))                                   // "Links:" begins a text
        return std::nullopt;
    const bool isKorean = std::ranges::any_of(
        titles.at(*link), [](QChar c) { return c.script() == QChar::Script_Hangul; });
    if ((place > 0 || isKorean) && !hasLinksBelow(rows, place + 1, *link))
        return std::nullopt;
    Shape shape{separator, {}};
    shape.above = place + 1;
    for (qsizetype column = 0; column < titles.size(); ++column) {
        const QString &title = titles.at(column);
        const FieldName name = fieldFor(title);
        const bool isOtherLink = name.field == Field::Link && column != *link;
        shape.columns.push_back(isOtherLink ? FieldName() : name);
        shape.hasSecrets |= mayBeSecret(name);
        if (shape.columns.back().field == Field::None && !title.isEmpty())
            shape.unused << title;
    }
    if (isKorean && isHeadOfText(rows, place, shape))
        return std::nullopt;
    return shape;
}

bool endsAsAFile(const QString &cell)
{
    static const QRegularExpression ending(u"\\.[a-z][a-z0-9]{1,4}$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const QString path = isLink(cell) ? cell.section(u'?', 0, 0).section(u'/', 3) : cell;
    return path.contains(ending);
}

bool isNumber(const QString &cell)
{
    static const QRegularExpression digits(u"^\\d{1,18}$"_s);
    return cell.contains(digits);
}

/// "1.5 GB", as people read it: no number of bytes, and no name of a file.
bool isAmount(const QString &cell)
{
    static const QRegularExpression amount(u"^\\d+(?:[.,]\\d+)?\\s?(?:[kKMGT]i?B|bytes)$"_s);
    return cell.contains(amount);
}

bool isEach(const std::vector<TableRow> &rows, qsizetype column, auto holds)
{
    return std::ranges::all_of(rows,
                               [&](const TableRow &row) { return holds(row.cells.at(column)); });
}

/// Numbers that count up by one from row to row, as `nl` and `cat -n` write them. One alone does where counts begin:
/// hardly a file has a byte, or none.
bool areRunning(const std::vector<TableRow> &rows, qsizetype column)
{
    if (!isEach(rows, column, isNumber))
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
    if (isEach(rows, column, isLink))
        return {Field::Link};
    if (isEach(rows, column, isChecksum))
        return {Field::Checksum};
    if (isEach(rows, column, isNumber))
        return {isBehindLink && !areRunning(rows, column) ? Field::Size : Field::Number};
    if (isEach(rows, column, isAmount))
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
bool isBeyondDoubt(const std::vector<TableRow> &rows, const Shape &shape)
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

/// The same number of cells in each row, one of which is the link.
std::optional<Shape> shapeBySight(const std::vector<TableRow> &rows, QChar separator)
{
    const qsizetype count = rows.front().cells.size();
    const auto isEven = [count](const TableRow &row) {
        return row.cells.size() == count && !row.isOpen;
    };
    if (count < 2 || !std::ranges::all_of(rows, isEven))
        return std::nullopt;
    Shape shape{separator, {}};
    int links = 0;
    int names = 0;
    for (qsizetype column = 0; column < count; ++column) {
        shape.columns.push_back(fieldBySight(rows, column, links > 0));
        if (shape.columns.back().field == Field::Number && !areRunning(rows, column))
            shape.unused << u"#%1"_s.arg(column + 1); // nobody knows what they are
        links += shape.columns.back().field == Field::Link ? 1 : 0;
        names += shape.columns.back().field == Field::Name ? 1 : 0;
    }
    const bool isClear = links == 1 && names <= 1
        && std::ranges::find(shape.columns, Field::None, &FieldName::field) == shape.columns.end();
    return isClear && isBeyondDoubt(rows, shape) ? std::optional(shape) : std::nullopt;
}

/// Of a title or a heading: nothing that a list says of a file.
bool isWording(const QString &cell)
{
    return !endsAsAFile(cell) && !isNumber(cell) && !isAmount(cell) && !checksumIn(cell);
}

/// A title, in whatever language, or what the table is: no address without "http://" either. One has its marks in its
/// first word, where a date may have some.
bool isHeading(const QString &cell)
{
    static const QRegularExpression address(
        u"://|^[a-z][a-z0-9+.-]*:\\S|^\\S*(?:[\\\\@?]|\\p{L}\\.\\p{L})|^(?=\\S*\\p{L})\\S*/"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return !cell.contains(address) && isWording(cell);
}

bool areHeadings(const TableRow &row)
{
    return std::ranges::all_of(row.cells, isHeading);
}

/// In one cell of several.
bool isAlone(const TableRow &row)
{
    return row.cells.size() > 1 && row.cells.count(QString()) == row.cells.size() - 1;
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

std::optional<Shape> shapeIn(std::vector<TableRow> rows, QChar separator)
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

std::optional<Shape> shapeOf(const QString &text)
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

/// What a cell of Markdown says: what is in its code span, and of "[text](link)" the link.
tl::expected<QString, ListError> unmarked(const FieldName &column, const QString &cell)
{
    static const QRegularExpression span(u"^(`++)(.+)\\1$"_s);
    const auto match = span.match(cell);
    const QString text = match.hasMatch() ? match.captured(2).trimmed() : cell;
    if (column.field != Field::Link || !(text.startsWith(u'[') || text.startsWith(u'<')))
        return text;
    const auto read = readListLine(text);
    if (read && !read->name.isEmpty())
        return tl::unexpected(ListError{ListFault::Unclear});
    return read.map([](const ListLine &parts) { return parts.link; });
}

std::optional<ListError> putCell(Found &found, const Shape &shape, const FieldName &column,
                                 const QString &cell)
{
    const auto text = shape.separator == u'|' ? unmarked(column, cell) : cell;
    return text ? put(found, column, *text) : std::optional(text.error());
}

void takeRow(Links &links, const TableRow &row, const Shape &shape)
{
    const auto columns = static_cast<qsizetype>(shape.columns.size());
    const bool isBelow = shape.separator == u'|' && columns > 1 && row.cells.size() == 1;
    if (row.written.size() > maxLineLength)
        return refuse(links, row.line, row.written, {ListFault::LineTooLong});
    if (isBelow) // the table of a text has ended
        return takeTextLine(links, row.line, row.written);
    if (row.isOpen)
        return refuse(links, row.line, row.written, {ListFault::OpenQuote});
    if (row.cells.size() > columns
        && std::ranges::any_of(row.cells.sliced(columns),
                               [](const QString &cell) { return !cell.isEmpty(); }))
        return refuse(links, row.line, row.written, {ListFault::CellCount});
    Found found{row.line, {}};
    std::optional<ListError> wrong;
    for (qsizetype place = 0; place < std::min(columns, row.cells.size()); ++place) {
        const FieldName &column = shape.columns[static_cast<std::size_t>(place)];
        if (const auto error = putCell(found, shape, column, row.cells.at(place)); error && !wrong)
            wrong = error;
    }
    if (const auto link = linkFrom(found.link); !link && !wrong)
        wrong = link.error();
    if (wrong)
        return refuse(links, row.line, shape.hasSecrets ? found.link : row.written, *wrong);
    take(links, std::move(found));
}

} // namespace

Links linksFromTable(const QByteArray &bytes, const Reading &)
{
    Links links;
    const QString text =
        QString::fromUtf8(utf8From(bytes.first(std::min<qsizetype>(bytes.size(), maxListSize))));
    const std::optional<Shape> shape = shapeOf(text);
    if (!shape)
        return linksFromText(bytes);
    for (const QString &title : shape->unused)
        noteUnused(links, title);
    std::size_t above = shape->above;
    readRows(text, shape->separator, [&](const TableRow &row) {
        const bool isNoRow = row.written.startsWith(u"sep="_s, Qt::CaseInsensitive)
            || (shape->separator == u'|' && isRuler(row));
        const bool isAbove = !isNoRow && above > 0;
        above -= isAbove ? 1 : 0;
        if (!isNoRow && !(isAbove && (above == 0 || areHeadings(row))))
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
    return shapeOf(QString::fromUtf8(start)).has_value();
}

} // namespace lapwing::plan
