// SPDX-License-Identifier: MIT
#include "plan/lists/linkcollector.h"

#include "plan/redaction.h"

#include <QStringConverter>

#include <algorithm>
#include <string>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

constexpr qsizetype maxExcerptLength = 80; ///< UTF-16 units; what fits a dialog's line
constexpr std::size_t maxRejects =
    100'000; ///< bounds the memory that a picture dropped as a list takes

bool isUnseen(char32_t code)
{
    switch (QChar::category(code)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

/// `text` with what does not show, or turns the order of what does, made visible.
QString withUnseenReplaced(const QString &text)
{
    std::u32string codes = text.toStdU32String();
    std::replace_if(codes.begin(), codes.end(), isUnseen, char32_t(QChar::ReplacementCharacter));
    return QString::fromStdU32String(codes);
}

QString excerpt(QString text)
{
    const qsizetype at = text.contains(u"://"_s) ? text.lastIndexOf(u'@') : -1;
    if (at > 0) // a blank inside a password must not part it from its link
        text = text.first(at).replace(u' ', u"%20"_s) + text.sliced(at);
    text = redactText(text).trimmed();
    if (text.size() <= maxExcerptLength)
        return withUnseenReplaced(text);
    text.truncate(maxExcerptLength - 1);
    if (text.back().isHighSurrogate())
        text.chop(1);
    return withUnseenReplaced(text) + u'…';
}

/// UTF-8 without its mark, whichever encoding the mark tells. Not through QString::toUtf8(),
/// which makes "?" of a broken surrogate pair and so a valid link of a broken one.
QByteArray utf8(const QByteArray &bytes)
{
    const auto encoding = QStringConverter::encodingForData(bytes);
    if (!encoding)
        return bytes;
    const QString text = QStringDecoder(*encoding)(bytes);
    return QStringEncoder(QStringEncoder::Utf8)(text);
}

/// The first line of `rest`, which begins after it from now on. CR, LF and CRLF end a line.
QByteArrayView nextLine(QByteArrayView &rest)
{
    const auto end =
        std::find_if(rest.begin(), rest.end(), [](char c) { return c == '\n' || c == '\r'; });
    const QByteArrayView line(rest.begin(), end);
    const bool isCrLf = rest.sliced(line.size()).startsWith("\r\n");
    rest = rest.sliced(std::min(rest.size(), line.size() + (isCrLf ? 2 : 1)));
    return line;
}

void readLine(Links &links, int number, QByteArrayView line, const TakeLine &takeLine)
{
    const QString text =
        QString::fromUtf8(line.first(std::min<qsizetype>(line.size(), maxLineLength))).trimmed();
    if (line.size() > maxLineLength)
        refuse(links, number, text, {ListFault::LineTooLong});
    else if (!text.isEmpty() && !text.startsWith(u'#'))
        takeLine(number, text);
}

} // namespace

void take(Links &links, int line, const QString &text)
{
    if (auto link = linkFrom(text))
        links.urls.push_back(*std::move(link));
    else
        refuse(links, line, text, link.error());
}

void refuse(Links &links, int line, const QString &text, const ListError &error)
{
    if (links.rejects.size() < maxRejects)
        links.rejects.push_back({line, excerpt(text), {error.fault, excerpt(error.detail)}});
    else if (links.rejects.size() == maxRejects)
        links.rejects.push_back({line, {}, {ListFault::TooManyRejects}});
}

bool tooManyRejects(const Links &links)
{
    return links.rejects.size() > maxRejects;
}

void readLines(Links &links, const QByteArray &bytes, const TakeLine &takeLine)
{
    const bool isTooLarge = bytes.size() > maxListSize;
    QByteArray text = utf8(bytes.first(std::min<qsizetype>(bytes.size(), maxListSize)));
    if (isTooLarge) // the last line is not whole
        text.truncate(std::max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
    int number = 0;
    for (QByteArrayView rest = text; !rest.isEmpty() && !tooManyRejects(links);)
        readLine(links, ++number, nextLine(rest), takeLine);
    if (isTooLarge)
        refuse(links, number + 1, {}, {ListFault::ListTooLarge});
}

} // namespace lapwing::plan
