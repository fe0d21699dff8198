// SPDX-License-Identifier: MIT
#include "plan/lists/linkcollector.h"
#include "plan/lists/listline.h"
#include "plan/lists/read/cells.h"
#include "plan/lists/read/readers.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

/// Without what ends the sentence rather than the link, as GitHub's Markdown has it: punctuation, and a bracket
/// that the link does not open.
QString withoutPunctuation(QString link)
{
    static const QHash<QChar, QChar> pairs{{u')', u'('}, {u']', u'['}, {u'}', u'{'}};
    while (!link.isEmpty()) {
        const QChar last = link.back();
        const bool isUnopened =
            pairs.contains(last) && link.count(last) > link.count(pairs.value(last));
        if (!isUnopened && !QStringView(u".,:;!?'\"*_~|").contains(last) && !endsBehindLink(link))
            break;
        link.chop(1);
    }
    return link;
}

/// Korean has no blank before a particle: "https://h/a.iso를".
QString withoutParticle(const QString &link)
{
    qsizetype end = link.size();
    while (end > 0 && link.at(end - 1).script() == QChar::Script_Hangul)
        --end;
    return endingOf(QStringView(link).first(end)).isEmpty() ? link : link.first(end);
}

/// A checksum or an amount behind a link is no name, as in a table. Behind one in angle brackets it is: such names are
/// written like that.
Found foundIn(int line, const QString &text, const ListLine &read)
{
    Found found{line, read.link, read.name};
    const auto checksum = checksumIn(read.name);
    const bool isAmount = isAmountCell(read.name);
    if (text.contains(u'<' + read.link) || (!checksum && !isAmount))
        return found;
    found.checksum = checksum;
    if (isAmount)
        found.unused << read.name;
    found.name.clear();
    return found;
}

struct LinkInside {
    QString text;
    bool mayBeMore = false; ///< than a link, as a line may: nothing shows where it ends
};

/// The links inside a sentence, a table of Markdown or the like, in order, each once. One in angle brackets, of Markdown
/// ("[a](link)"), of AsciiDoc ("link:link[a]") or in quotation marks is all that they enclose, and so is one in brackets:
/// "a.iso (link),b.iso". Any other ends before a bracket that it does not open or close, a closing tag of BBCode, and the
/// next link. What has a blank or a "|" keeps its angle brackets: listline.h tells whether chats wrote it before a text.
std::vector<LinkInside> linksIn(const QString &text)
{
    static const QString never = u"\\s\\p{Z}<>\"|`"_s; // stands in it
    static const QString spaced = // of Markdown, unless it is a title or a size
        u"(?:[\\s\\p{Z}]++(?![\"'=|\\p{Pi}\\p{Pf}„]|\\([^()]*+\\)\\s*+\\))(?:[^()\\s\\p{Z}]|\\([^()]*+\\))++)*+"_s;
    static const QString enclosed =
        u"(<https?://[^%1]*+[\\s\\p{Z}|][^<>]++>)|<(https?://[^%1]++)>|\\]\\((https?://"
        u"(?:[^%1()]|\\([^%1()]*+\\))++%2)(?=[\\s)])|"
        "\\blink:(https?://[^%1\\[\\]]++)(?=\\[)|\"(https?://[^%1]++)\"|"_s.arg(never, spaced);
    static const QString another = u"(?!(?:[,;]|(?<=\\p{Hangul}))https?://)"_s;
    static const QString outside = never + u"。\\[\\]"_s + wideMarks.toString();
    static const QString placeholder = // that is no tag of HTML: it goes along, to be refused
        u"<(?!(?:%1)>)[a-z_][\\w .-]*+>"_s.arg(tagsOfHtml);
    static const QString inBrackets =
        u"[({](https?://(?:%2[^%1(){}]|\\([^%1(){}]*+\\)|\\{[^%1(){}]*+\\})++)(?=[)}])|"_s.arg(
            outside, another);
    static const QString bare =
        u"(?:(?<![\\w/=&?%#.@+-])|\\[\\w++=)(https?://(?:\\[(?!/[a-z])(?:[^%1]|\\[[^%1]*+\\])*+\\]|"
        "%2[^%1])++(?:%3)?)"_s.arg(outside, another, placeholder);
    static const QRegularExpression pattern(enclosed + inBrackets + bare,
                                            QRegularExpression::CaseInsensitiveOption);
    constexpr int quoted = 5; // a sentence may end before the mark that closes them
    constexpr int bracketed = 6;
    std::vector<LinkInside> links;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const int form = match.lastCapturedIndex();
        QString link = match.captured(form);
        if (form >= quoted)
            link = withoutPunctuation(link);
        if (form >= bracketed)
            link = withoutParticle(link);
        const bool mayBeMore = form > bracketed || link.startsWith(u'<');
        const auto known = std::ranges::find(links, link, &LinkInside::text);
        if (known == links.end())
            links.push_back({link, mayBeMore});
        else
            known->mayBeMore &= mayBeMore;
    }
    return links;
}

/// Then the rest of the line is not a sentence, but something that belongs to the link.
bool beginsWithLink(const QString &text)
{
    static const QRegularExpression pattern(
        u"^(?:[-*+•]\\s++)?(?:[<\"']|\\[[^\\]]*+\\]\\(<?)?[a-z][a-z0-9+.-]*+://"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return text.contains(pattern);
}

/// Of a command that is not read here, "aria2c -o NAME LINK", the link is used as in any sentence, and its options are
/// named: without its name or its headers the file may be another. Their values may be secrets.
void noteOptions(Links &links, const QString &text)
{
    static const QRegularExpression program(
        u"^(?:\\$ +)?(?:sudo +)?(aria2c|axel|fetch|gallery-dl|http|https|lftp|xh|yt-dlp|youtube-dl)\\s"_s);
    static const QRegularExpression option(u"\\s(--[a-z][a-z0-9-]*+|-[A-Za-z])"_s);
    const auto command = program.match(text);
    if (!command.hasMatch())
        return;
    for (auto matches = option.globalMatch(text); matches.hasNext();)
        noteUnused(links, command.captured(1) + u' ' + matches.next().captured(1));
}

/// "[a](link) and more": whatever follows, the link ends where its bracket does.
bool beginsWithMarkdown(const QString &text)
{
    static const QRegularExpression pattern(u"^(?:[-*+•]\\s++)?\\[[^\\]]*+\\]\\("_s);
    return text.contains(pattern);
}

/// What goes along with a request is no download: "Referer: LINK", the page that a link was on, as download managers and
/// browsers write it, a proxy, and whatever is in a header.
const QRegularExpression &partsOfRequest()
{
    static const QRegularExpression pattern(
        u"(?:(?<![^\\s\"'{(])(referr?er|\\w+_proxy)[\"']?\\s*+[:=]\\s*+(?=[\"'<]?https?:)|"
        "(?<!\\S)-(?:(?-i:H)|-(?:add-)?headers?|-(?!no-)[a-z-]*(?:proxy|referr?er))\\s*+=?\\s*+)"
        "(?:\"[^\"]*+\"|'[^']*+'|[^\\s\"']++)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

/// A header of a request, with whatever stands in it: "Referer" => "LINK".
bool beginsWithHeader(const QString &text)
{
    static const QRegularExpression pattern(u"^[\"']?(?:referr?er|origin)[\"']?\\s*+[:=]"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return text.contains(pattern);
}

/// A formula of a spreadsheet in which a link only begins: =HYPERLINK("LINK"&A2;"text").
bool hasPartOfLink(const QString &text)
{
    static const QRegularExpression pattern(
        u"(?:^|[;,|\\t])\"?(=[\\w.]++\\([^\"=]*+\"{1,2}https?://)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const QString formula = text.sliced(matches.next().capturedStart(1));
        if (withoutFormula(formula) == formula)
            return true;
    }
    return false;
}

void takeInside(Links &links, int line, const LinkInside &inside)
{
    if (!inside.mayBeMore)
        return take(links, line, inside.text);
    const auto read = readListLine(inside.text);
    if (read)
        take(links, Found{line, read->link, read->name});
    else
        refuse(links, line, inside.text, read.error());
}

} // namespace

void takeTextLine(Links &links, int line, const QString &text)
{
    const bool hasMarkup = !linkBeforeBrackets(text).isEmpty();
    const auto read = readListLine(text);
    auto link = read.and_then([](const ListLine &parts) { return linkFrom(parts.link); });
    if (link && !hasMarkup && read->name.isEmpty())
        return add(links, line, *std::move(link));
    if (link && !hasMarkup)
        return take(links, foundIn(line, text, *read));
    if (isCommandLine(text))
        return takeCommandLine(links, line, text);
    if (hasPartOfLink(text))
        return refuse(links, line, text, {ListFault::NotHttp});
    const auto ofRequest = partsOfRequest().match(text);
    if (!ofRequest.hasMatch() && beginsWithHeader(text))
        return refuse(links, line, text, {ListFault::NotHttp});
    const QString rest = ofRequest.hasMatch() ? QString(text).remove(partsOfRequest()) : text;
    const bool isSentence =
        hasMarkup || !beginsWithLink(text) || (read && beginsWithMarkdown(text));
    const std::vector<LinkInside> inside = isSentence ? linksIn(rest) : std::vector<LinkInside>();
    if (inside.empty() && isSentence && ofRequest.hasMatch())
        return refuse(links, line, text, {ListFault::NotHttp});
    if (inside.empty())
        return refuse(links, line, text, link ? ListError{ListFault::Unclear} : link.error());
    noteOptions(links, text);
    noteUnused(links, ofRequest.captured(1));
    for (const LinkInside &one : inside)
        takeInside(links, line, one);
}

} // namespace lapwing::plan
