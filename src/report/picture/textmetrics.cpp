// SPDX-License-Identifier: MIT
#include "report/picture/textmetrics.h"

#include <QTextBoundaryFinder>

namespace lapwing::report {
namespace {

/// In hundredths of the size.
int widthOf(char32_t c)
{
    if (c < 0x80) {
        const char letter = static_cast<char>(c);
        if (QByteArray("ijl'|.,:;I! ").contains(letter))
            return 33;
        if (QByteArray("frt()[]/\\-\"").contains(letter))
            return 41;
        if (QByteArray("mwMW@%").contains(letter))
            return 98;
        return letter >= 'A' && letter <= 'Z' ? 71 : 64;
    }
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
        return 0;
    default:
        break;
    }
    return c >= 0x1100 ? 105 : 66; // East Asian letters, symbols and emoji are as wide as high
}

/// Where a reader sees a character begin.
QList<qsizetype> boundaries(const QString &text)
{
    QList<qsizetype> places;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype at = 0; at >= 0; at = finder.toNextBoundary())
        places << at;
    return places;
}

} // namespace

double widthOf(const QString &text, double size)
{
    int sum = 0;
    for (const char32_t c : text.toUcs4())
        sum += widthOf(c);
    return sum * size / 100;
}

QString clipped(const QString &text, double width, double size)
{
    if (widthOf(text, size) <= width)
        return text;
    const QString ellipsis(QChar(0x2026));
    const QList<qsizetype> places = boundaries(text);
    const auto around = [&](qsizetype kept) { // two thirds of what is kept stand before it
        const qsizetype tail = kept / 3;
        return text.left(places.at(kept - tail)) + ellipsis
            + text.mid(places.at(places.size() - 1 - tail));
    };
    qsizetype most = 0;
    qsizetype tooMany = places.size() - 1;
    while (most + 1 < tooMany) {
        const qsizetype middle = (most + tooMany) / 2;
        (widthOf(around(middle), size) <= width ? most : tooMany) = middle;
    }
    return around(most);
}

QStringList wrapped(const QString &text, double width, double size)
{
    QStringList lines;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const QString longer = lines.isEmpty() ? word : lines.back() + u' ' + word;
        if (!lines.isEmpty() && widthOf(longer, size) <= width)
            lines.back() = longer;
        else
            lines << clipped(word, width, size);
    }
    return lines;
}

} // namespace lapwing::report
