// SPDX-License-Identifier: MIT
#include "report/text/markdowntext.h"

#include <algorithm>

namespace lapwing::report {
namespace {

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r' || c == u'\t' || c == u'\v' || c == u'\f' || c == QChar(0x85)
        || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
}

bool isInvisible(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
}

QString onOneLine(const QString &text)
{
    QString line = QString::fromUtf8(text.toUtf8()); // no half of a surrogate pair
    for (QChar &c : line) {
        if (isLineEnd(c))
            c = u' ';
        else if (isInvisible(c))
            c = QChar::ReplacementCharacter;
    }
    return line;
}

qsizetype longestRun(const QString &text, QChar of)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == of ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

} // namespace

QString asCode(const QString &text)
{
    if (text.isEmpty())
        return {};
    QString code = onOneLine(text);
    // A cell of a table ends at a bar, in code, too, unless a backslash stands before it; and one that stood
    // there itself must not make that a pair.
    code.replace(QStringLiteral("\\|"), QStringLiteral("\\ |"));
    code.replace(u'|', QStringLiteral("\\|"));
    const QString fence(longestRun(code, u'`') + 1, u'`');
    const bool needsRoom = code.startsWith(u'`') || code.endsWith(u'`') || code.startsWith(u' ')
        || code.endsWith(u' ');
    const QString room = needsRoom ? QStringLiteral(" ") : QString();
    return fence + room + code + room + fence;
}

QString asProse(const QString &text)
{
    static const QString markup = QStringLiteral("\\`*_{}[]()<>#+-!|~&@$");
    const QString line = onOneLine(text);
    QString prose;
    for (qsizetype place = 0; place < line.size(); ++place) {
        const QChar c = line.at(place);
        const bool isInside = place + 1 < line.size() && line.at(place + 1) != u' ';
        if (markup.contains(c) || (c == u':' && isInside))
            prose += u'\\';
        prose += c;
    }
    // Bare links begin like this, too; those with a colon are broken up already.
    return prose.replace(QStringLiteral("www."), QStringLiteral("www\\."), Qt::CaseInsensitive);
}

} // namespace lapwing::report
