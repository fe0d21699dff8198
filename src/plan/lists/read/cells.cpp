// SPDX-License-Identifier: MIT
#include "plan/lists/read/cells.h"

#include "plan/checksum.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

bool isHeading(const QString &cell)
{
    static const QRegularExpression path(u"^(?=\\S*\\p{L})\\S*/"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    return isTitle(cell) && !cell.contains(path);
}

} // namespace

bool isLinkCell(const QString &cell)
{
    static const QRegularExpression link(u"^https?://[^\\s]+$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return cell.contains(link);
}

/// In most languages the name of the function has "hyper" in it: LIEN_HYPERTEXTE, HIPERVINCULO. CSV doubles the marks.
QString withoutFormula(const QString &text)
{
    static const QRegularExpression formula(
        u"^=(?:[\\w.]*(?:h[iy]per|ipertest|гипер)[\\w.]*|köprü)\\("
        "\\s*+\"{1,2}(https?://[^\"]++)\"{1,2}\\s*+[;,)]"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const auto match = formula.match(text);
    return match.hasMatch() ? match.captured(1) : text;
}

bool isNumberCell(const QString &cell)
{
    static const QRegularExpression digits(u"^\\d{1,18}$"_s);
    return cell.contains(digits);
}

bool isAmountCell(const QString &cell)
{
    static const QRegularExpression amount(u"^\\d+(?:[.,]\\d+)?\\s?(?:[kKMGT]i?B|bytes)$"_s);
    return cell.contains(amount);
}

bool endsAsAFile(const QString &cell)
{
    static const QRegularExpression ending(u"\\.[a-z][a-z0-9]{1,4}$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const QString path = isLinkCell(cell) ? cell.section(u'?', 0, 0).section(u'/', 3) : cell;
    return path.contains(ending);
}

bool isWording(const QString &cell)
{
    return !endsAsAFile(cell) && !isNumberCell(cell) && !isAmountCell(cell) && !checksumIn(cell);
}

/// An address has its marks in its first word, where a date may have some.
bool isTitle(const QString &cell)
{
    static const QRegularExpression address(
        u"://|^[a-z][a-z0-9+.-]*:\\S|^\\S*(?:[\\\\@?]|\\p{L}\\.\\p{L})"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return !cell.contains(address) && isWording(cell);
}

bool mayBeInLink(QChar separator)
{
    return separator == u',' || separator == u';';
}

bool meansLink(const QString &title)
{
    static const QRegularExpression words(
        u"(?<!\\p{L})(?:urls?|links?|https?|adress?e?n?|adresser?|adresa|liens?|enlaces?|direcci["
        u"oó]n|"
        "endereço|ligação|collegament[oi]|indirizz[oi]|verknüpfung(?:en)?|koppeling(?:en)?|länk(?:"
        "ar)?|"
        "lenker?|linkki|odkazy?|łącz[ea]|hivatkozás|bağlantı|ссылк[аи]|адрес|посилання)(?!\\p{L})|"
        "链接|鏈接|連結|网址|網址|地址|リンク|アドレス|링크|주소"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return title.contains(words);
}

bool isRuler(const TableRow &row)
{
    static const QRegularExpression dashes(u"^(?::?[-+=]+:?)?$"_s);
    return std::ranges::all_of(row.cells,
                               [](const QString &cell) { return cell.contains(dashes); });
}

bool areTitles(const TableRow &row, qsizetype linkColumn)
{
    return std::ranges::all_of(row.cells, isTitle) && isHeading(row.cells.value(linkColumn));
}

bool areHeadings(const TableRow &row)
{
    return std::ranges::all_of(row.cells, isHeading);
}

bool isOfSentence(const TableRow &row, QChar separator)
{
    return separator.isPunct() && row.written.contains(QString(separator) + u' ');
}

bool isAlone(const TableRow &row)
{
    return row.cells.size() > 1 && row.cells.count(QString()) == row.cells.size() - 1;
}

} // namespace lapwing::plan
