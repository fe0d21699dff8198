// SPDX-License-Identifier: MIT
#include "plan/lists/linkcollector.h"

#include "plan/entryterms.h"
#include "plan/lists/credentials.h"
#include "plan/lists/fields.h"
#include "plan/redaction.h"

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
    text = withoutCredentials(redactText(text)).trimmed();
    if (text.size() <= maxExcerptLength)
        return withUnseenReplaced(text);
    text.truncate(maxExcerptLength - 1);
    if (text.back().isHighSurrogate())
        text.chop(1);
    return withUnseenReplaced(text) + u'…';
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
    if (line.isEmpty()) // also of a file that has nothing else
        return takeLine(number, {});
    const QString text =
        QString::fromUtf8(line.first(std::min<qsizetype>(line.size(), maxLineLength)));
    if (line.size() > maxLineLength)
        refuse(links, number, text, {ListFault::LineTooLong});
    else
        takeLine(number, text);
}

/// Many lists say the same of each file: that is there once.
std::shared_ptr<const Extras> shared(const Links &links, Extras extras)
{
    const auto last = links.details.empty() ? nullptr : links.details.rbegin()->second.extras;
    return last && *last == extras ? last : std::make_shared<const Extras>(std::move(extras));
}

void addDetails(Links &links, Found found)
{
    const bool saysMore = found.extras != Extras();
    for (const QString &name : found.unused)
        noteUnused(links, name);
    for (const QString &name : saysMore ? unusedIn(found.extras) : QStringList())
        noteUnused(links, name);
    if (found.name.isEmpty() && !found.checksum && !saysMore)
        return;
    links.details.emplace_hint(
        links.details.end(), links.urls.size(),
        Details{std::move(found.name), std::move(found.checksum),
                saysMore ? shared(links, std::move(found.extras)) : nullptr});
}

} // namespace

void add(Links &links, int line, QUrl link)
{
    links.lines.resize(links.urls.size());
    links.lines.push_back(line);
    links.urls.push_back(std::move(link));
}

void take(Links &links, int line, const QString &text)
{
    auto link = linkFrom(text);
    if (!link)
        return refuse(links, line, text, link.error());
    add(links, line, *std::move(link));
}

void take(Links &links, Found found)
{
    auto link = linkFrom(found.link);
    if (!link)
        return refuse(links, found.line, found.link, link.error());
    if (!found.user.isEmpty())
        link->setUserName(found.user, QUrl::DecodedMode);
    if (!found.password.isEmpty())
        link->setPassword(found.password, QUrl::DecodedMode);
    setPath(found, found.path);
    const int line = found.line;
    addDetails(links, std::move(found));
    add(links, line, *std::move(link));
}

void noteUnused(Links &links, const QString &name)
{
    constexpr std::size_t enough = 100; // names
    const QString shown = excerpt(name);
    if (!shown.isEmpty() && (links.unused.size() < enough || links.unused.contains(shown)))
        ++links.unused[shown];
}

QStringList unusedIn(const Extras &extras)
{
    QStringList names;
    const auto add = [&names](bool isSaid, const QString &name) {
        if (isSaid)
            names << name;
    };
    add(extras.pieces.has_value(), u"pieces"_s);
    for (const ListedOption &option : extras.options)
        add(!isHonoured(option) && !names.contains(option.name), option.name);
    return names;
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

void readWholeLines(Links &links, const QByteArray &bytes, const TakeLine &takeLine)
{
    const bool isTooLarge = bytes.size() > maxListSize;
    QByteArray text = utf8From(bytes.first(std::min<qsizetype>(bytes.size(), maxListSize)));
    if (isTooLarge) // the last line is not whole
        text.truncate(std::max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
    int number = 0;
    for (QByteArrayView rest = text; !rest.isEmpty() && !tooManyRejects(links);)
        readLine(links, ++number, nextLine(rest), takeLine);
    if (isTooLarge)
        refuse(links, number + 1, {}, {ListFault::ListTooLarge});
}

void readLines(Links &links, const QByteArray &bytes, const TakeLine &takeLine)
{
    readWholeLines(links, bytes, [&takeLine](int line, const QString &whole) {
        const QString text = whole.trimmed();
        if (!text.isEmpty() && !text.startsWith(u'#'))
            takeLine(line, text);
    });
}

} // namespace lapwing::plan
