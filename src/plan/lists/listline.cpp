// SPDX-License-Identifier: MIT
#include "plan/lists/listline.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

using Read = tl::expected<ListLine, ListError>;

/// Most lines are a link and nothing else: they have none of what the others are told by.
bool isBare(const QString &line)
{
    const auto tells = [](QChar c) {
        return c.isSpace() || QStringView(u",;|()[]<>\"'").contains(c) || wideMarks.contains(c);
    };
    return line.front().isLetter() && std::ranges::none_of(line, tells) && !endsBehindLink(line);
}

QString withoutBullet(const QString &line)
{
    static const QRegularExpression bullet(u"^[-*+•]\\s++"_s,
                                           QRegularExpression::UseUnicodePropertiesOption);
    return QString(line).remove(bullet);
}

/// Without the tags of HTML at its end. "<version>" stands for something that has to be put there, and may be a name too.
QString withoutTags(QString line)
{
    static const QRegularExpression tags(
        u"(?<=[^\\s<>])(?:\\s*+<(?:/[a-z][^<>]*+|br\\b[^<>]*+|"
        "(?:%1)\\s*+|[a-z]++(?:\\s[^<>=]*+=[^<>]*+|\\s*+/))>)++$"_s.arg(tagsOfHtml),
        QRegularExpression::CaseInsensitiveOption);
    return line.remove(tags);
}

/// `name` as it was given, or why it is none. A comment is none, nor is what ends a sentence.
Read withName(const QString &link, QString name)
{
    static const QRegularExpression quoted(u"^(?|\"(.*)\"|'(.*)'|<(.*)>)$"_s);
    static const QRegularExpression marks(u"^\\p{P}++$"_s);
    name = withoutArrow(name);
    if (const auto match = quoted.match(name); match.hasMatch())
        name = match.captured(1).trimmed();
    if (name.startsWith(u'#'))
        name.clear();
    if (name.contains(u'/') || name.contains(u'\\'))
        return tl::unexpected(ListError{ListFault::NotAFileName, name});
    return ListLine{link, name.contains(marks) ? QString() : name};
}

/// Whether what stands behind the "|" of <link|text>, as chats write it, is the text, and no part of a query ("?titles=A|B")
/// or of a name ("A|B.iso"). Absent: nobody can tell. Chats write a blank of the link as "%20".
std::optional<bool> isTextOfLink(const QString &link, const QString &behind)
{
    static const QRegularExpression blank(u"[\\s\\p{Z}]"_s);
    static const QRegularExpression query(u"[=&%+|]"_s);
    const bool hasQuery = link.contains(u'?');
    const bool isFile = !endingOf(link).isEmpty();
    const bool isHost = link.count(u'/') < 3; // that has no "|"
    const bool isWhole =
        hasQuery ? !isFile && isFileName(behind) : isFile || isHost || link.endsWith(u'/');
    const bool isLink = behind.startsWith(u"http://"_s) || behind.startsWith(u"https://"_s)
        || (behind.contains(u'/') && link.endsWith(behind));
    if (isWhole || isLink || (behind.contains(blank) && !link.contains(blank)))
        return true;
    return hasQuery && (behind.isEmpty() || behind.contains(query)) ? std::optional(false)
                                                                    : std::nullopt;
}

/// "link", 'link' or <link>, alone or before a name.
std::optional<Read> readEnclosed(const QString &line)
{
    static const QRegularExpression enclosed(
        u"^(?:\"([^\"]+)\"|'([^']+)'|<([^>]+)>)\\s*+(?:[,;，；]|(?<= )[=–—](?= ))?\\s*+(.*)$"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    const auto match = enclosed.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    QString link = match.captured(1) + match.captured(2) + match.captured(3);
    if (const qsizetype bar = match.captured(3).indexOf(u'|'); bar >= 0) {
        const std::optional<bool> isText = isTextOfLink(link.first(bar), link.sliced(bar + 1));
        if (!isText)
            return tl::unexpected(ListError{ListFault::Unclear});
        if (*isText)
            link.truncate(bar);
    }
    return withName(link.trimmed(), match.captured(4));
}

/// [text](link), [text](<link>) or [text](link "title"), as Markdown has it.
std::optional<Read> readMarkdown(const QString &line)
{
    static const QRegularExpression markdown(u"^\\[[^\\]]*+\\]\\((.*)\\)\\p{P}{0,8}+$"_s);
    const auto match = markdown.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    QString link = match.captured(1).trimmed();
    if (const qsizetype title = link.indexOf(u" \""_s); title > 0)
        link = link.first(title).trimmed();
    if (link.startsWith(u'<') && link.endsWith(u'>'))
        link = link.sliced(1).chopped(1);
    return ListLine{link, {}};
}

/// A space, a "|" or a mark of HTML, which no link has (RFC 3986, appendix A), parts it from something, or belongs to it:
/// nobody can tell, unless it was enclosed. What a link of eDonkey is made of ("ed2k://|file|a.iso|3|") makes no other of
/// it.
bool hasBreakInLink(const QString &link)
{
    static const QRegularExpression pattern(u"^[a-z][a-z0-9+.-]*+://(?!\\|).*[\\s|<>]"_s,
                                            QRegularExpression::CaseInsensitiveOption
                                                | QRegularExpression::UseUnicodePropertiesOption);
    return link.contains(pattern);
}

/// What goes before a separator in the last segment of a path, and has the ending of a file, may be a link by itself; a
/// name has the same ending then. Behind a semicolon links have parameters ("a.zip;v=1"), which have a value.
std::optional<Read> readBehindFile(const QString &line)
{
    static const QRegularExpression separator(
        u"\\s*+[,;|%1]\\s*+|\\s++(?:(?:[-=]?>|[-=–—])\\s++)?"_s.arg(wideMarks),
        QRegularExpression::UseUnicodePropertiesOption);
    const QString path = line.section(u'?', 0, 0);
    if (path.count(u'/') < 3)
        return std::nullopt;
    for (auto matches = separator.globalMatch(path, path.lastIndexOf(u'/')); matches.hasNext();) {
        const auto match = matches.next();
        const QString ending = endingOf(QStringView(path).first(match.capturedStart()));
        const QStringView rest = QStringView(line).sliced(match.capturedEnd());
        const bool isParameter =
            match.capturedView().contains(u';') && rest.left(rest.indexOf(u';')).contains(u'=');
        if (ending.isEmpty() || isParameter)
            continue;
        if (endingOf(rest) == ending)
            return withName(line.first(match.capturedStart()), rest.toString());
        return tl::unexpected(ListError{ListFault::Unclear});
    }
    return std::nullopt;
}

/// Without the commas of its path, where many sites have one ("/news,12.html"), and what is like them in other scripts.
QString withoutCommasInPath(const QString &line)
{
    static const QRegularExpression commas(u"[,%1]"_s.arg(wideMarks));
    const qsizetype query = line.indexOf(u'?');
    const qsizetype begin = line.indexOf(u'/', line.indexOf(u"://"_s) + 3);
    const qsizetype end = query < 0 ? line.size() : query;
    if (begin < 0 || begin > end)
        return line;
    return line.first(begin) + line.sliced(begin, end - begin).remove(commas) + line.sliced(end);
}

/// A comma in a query and a semicolon may belong to a link, also with what looks like the name of a file behind them.
Read readNarrow(const QString &line)
{
    static const QRegularExpression marks(u"[,;%1]"_s.arg(wideMarks));
    if (!line.contains(u"://"_s))
        return ListLine{line, {}};
    if (auto read = readBehindFile(line))
        return *std::move(read);
    const QStringList parts = withoutCommasInPath(line).split(marks);
    const auto isName = [](const QString &part) { return isFileName(QStringView(part).trimmed()); };
    if (!asksForFiles(parts.first()) && std::any_of(parts.begin() + 1, parts.end(), isName))
        return tl::unexpected(ListError{ListFault::Unclear});
    return ListLine{line, {}};
}

/// A sentence has few marks at its end; a file that is no list may have many.
QString withoutSentence(QString link)
{
    constexpr int few = 8;
    for (int count = 0; count < few && endsBehindLink(link); ++count)
        link.chop(1);
    return link;
}

Read readPlain(QString line)
{
    constexpr auto inAnyScript = QRegularExpression::UseUnicodePropertiesOption;
    static const QRegularExpression end(u"(?<!\\s)(?:\\s++#.*|\\s*+,)$"_s, inAnyScript);
    static const QRegularExpression blanks(u"(?<!\\s)\\s{2,}+(?:(?:[-=]?>|[-=–—:]|--)\\s++)?"_s,
                                           inAnyScript);
    static const QRegularExpression tab(
        u"(?<!\\s)[^\\S\\t]*+\\t\\s*+(?:(?:[-=]?>|--?)[^\\S\\t]*+\\t\\s*+)?"_s, inAnyScript);
    line = withoutTags(line.remove(end));
    const QStringList parts =
        line.split(line.contains(u'\t') ? tab : blanks); // a name may have blanks
    if (parts.size() > 2)
        return tl::unexpected(ListError{ListFault::TooManyParts});
    QString link = withoutSentence(parts.first());
    if (link.endsWith(u';') || (parts.size() > 1 && link.endsWith(u',')))
        link = link.chopped(1).trimmed();
    const Read read = parts.size() < 2 ? readNarrow(link) : withName(link, parts.last());
    if (read && hasBreakInLink(read->link))
        return tl::unexpected(ListError{ListFault::Unclear});
    return read;
}

} // namespace

QString withoutArrow(const QString &name)
{
    static const QRegularExpression arrow(u"^(?:[-=]?>|--?|:)\\s++"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
    return QString(name).remove(arrow);
}

QString endingOf(QStringView name)
{
    static const QRegularExpression ending(u"[^/]\\.([a-z][a-z0-9]{1,4}|7z|3gp)$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype maxLength = 7; // with what stands before the dot
    const QString end = name.last(std::min(name.size(), maxLength)).toString();
    return ending.match(end).captured(1).toLower();
}

bool endsBehindLink(const QString &text)
{
    static const QHash<QChar, QChar> pairs{{u'）', u'（'}, {u'］', u'［'}, {u'｝', u'｛'},
                                           {u'」', u'「'}, {u'』', u'『'}, {u'】', u'【'},
                                           {u'》', u'《'}, {u'〉', u'〈'}, {u'〕', u'〔'},
                                           {u'”', u'“'},   {u'’', u'‘'},   {u'»', u'«'}};
    const QChar last = text.isEmpty() ? QChar() : text.back();
    if (last.unicode() <= 0x7F)
        return last == u'`';
    const QChar opening = pairs.value(last);
    const bool isOpened = !opening.isNull() && text.count(opening) >= text.count(last);
    return (last.isPunct() && !isOpened) || last.category() == QChar::Other_Format;
}

bool isFileName(QStringView name)
{
    if (name.size() > 1 && name.front() == u'"' && name.back() == u'"')
        name = name.sliced(1).chopped(1);
    const auto parts = [](QChar c) { return QStringView(u"/\\?&=:%]}").contains(c); };
    return !endingOf(name).isEmpty() && name.front().isLetterOrNumber()
        && std::ranges::none_of(name, parts);
}

bool asksForFiles(const QString &link)
{
    const QString query = link.section(u'?', 1);
    return !query.contains(u'=') && !endingOf(query).isEmpty();
}

Read readListLine(const QString &line)
{
    static const QRegularExpression another(u"^[^?]+[\\s,;|%1(\\[<\"']https?://"_s.arg(wideMarks),
                                            QRegularExpression::CaseInsensitiveOption
                                                | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression wrapping(u"^(?:\\[[^\\]]*+\\]\\(|<[^<>\\s]*+(?=>))"_s);
    if (isBare(line))
        return ListLine{line, {}};
    const QString text = withoutBullet(line);
    if (QString(text).remove(wrapping).contains(another))
        return tl::unexpected(ListError{ListFault::SeveralLinks});
    if (auto read = readEnclosed(text))
        return *std::move(read);
    if (auto read = readMarkdown(text))
        return *std::move(read);
    return readPlain(text);
}

QString linkBeforeBrackets(const QString &text)
{
    static const QRegularExpression pattern(
        u"^(?:[-*+•]\\s++)?(https?://\\S+)\\[(?:(/[a-z]+)|[^\\[\\]\\s]*+\\s[^\\[\\]]*+)\\]$"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    if (!text.endsWith(u']'))
        return {};
    const auto match = pattern.match(text);
    const QString link = match.captured(1);
    const bool isTag = match.hasCaptured(2);
    const bool isText = !endingOf(link).isEmpty() && !link.contains(u'?') && !link.contains(u'#');
    return isTag || isText ? link : QString();
}

} // namespace lapwing::plan
