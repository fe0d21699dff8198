// SPDX-License-Identifier: MIT
#include "plan/lists/html.h"

#include "plan/lists/linkcollector.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

struct Href {
    int line = 0;
    QStringView value; ///< as written, with its entities
};

struct Attribute {
    QStringView name;
    QStringView value;
};

/// Finds the href of <a> and <base> in HTML as people write it. Follows the tokenizer of the
/// HTML standard (13.2.5) in tags, comments, scripts and styles, and knows nothing of the rest.
/// Each character is looked at once: no page makes it slow.
class Scanner {
public:
    explicit Scanner(QStringView html) : m_html(html) { }

    void scan();
    [[nodiscard]] const std::vector<Href> &hrefs() const { return m_hrefs; }
    [[nodiscard]] QStringView base() const { return m_base; }

private:
    void scanTag();
    [[nodiscard]] QStringView takeHref();
    [[nodiscard]] std::optional<Attribute> takeAttribute();
    [[nodiscard]] QStringView takeValue();
    [[nodiscard]] int lineAt(qsizetype position);

    void skipTo(QStringView mark)
    {
        const qsizetype found = m_html.indexOf(mark, m_at, Qt::CaseInsensitive);
        m_at = found < 0 ? m_html.size() : found;
    }
    [[nodiscard]] QStringView takeUntil(auto isEnd)
    {
        const auto begin = m_html.begin() + m_at;
        const QStringView taken(begin, std::find_if(begin, m_html.end(), isEnd));
        m_at += taken.size();
        return taken;
    }
    [[nodiscard]] QChar here() const { return m_at < m_html.size() ? m_html.at(m_at) : QChar(); }
    void skipSpace()
    {
        static_cast<void>(takeUntil([](QChar c) { return !c.isSpace(); }));
    }

    QStringView m_html;
    QStringView m_base;
    std::vector<Href> m_hrefs;
    qsizetype m_at = 0;
    qsizetype m_countedTo = 0;
    int m_line = 1;
};

bool endsName(QChar c)
{
    return c.isSpace() || c == u'/' || c == u'>';
}

void Scanner::scan()
{
    for (skipTo(u"<"); m_at < m_html.size(); skipTo(u"<")) {
        if (m_html.sliced(m_at).startsWith(u"<!--"))
            skipTo(u"-->");
        else
            scanTag();
    }
}

void Scanner::scanTag()
{
    const int line = lineAt(m_at++);
    if (!here().isLetter())
        return; // an end tag, a declaration, or a mere "<"
    const QStringView name = takeUntil(endsName);
    const QStringView href = takeHref();
    if (name.compare(u"a", Qt::CaseInsensitive) == 0 && !href.isNull())
        m_hrefs.push_back({line, href});
    else if (name.compare(u"base", Qt::CaseInsensitive) == 0 && m_base.isNull())
        m_base = href;
    else if (name.compare(u"script", Qt::CaseInsensitive) == 0)
        skipTo(u"</script");
    else if (name.compare(u"style", Qt::CaseInsensitive) == 0)
        skipTo(u"</style");
}

/// The attributes up to the end of the tag; the value of the first href, null when there is none.
QStringView Scanner::takeHref()
{
    QStringView href;
    while (const auto attribute = takeAttribute()) {
        if (href.isNull() && attribute->name.compare(u"href", Qt::CaseInsensitive) == 0)
            href = attribute->value;
    }
    return href;
}

std::optional<Attribute> Scanner::takeAttribute()
{
    static_cast<void>(takeUntil([](QChar c) { return !c.isSpace() && c != u'/'; }));
    if (m_at >= m_html.size() || here() == u'>')
        return {};
    const qsizetype begin = m_at++; // even a "=" begins a name, so this always gets on
    static_cast<void>(takeUntil([](QChar c) { return endsName(c) || c == u'='; }));
    Attribute attribute{m_html.sliced(begin, m_at - begin), {}};
    skipSpace();
    if (here() == u'=') {
        ++m_at;
        skipSpace();
        attribute.value = takeValue();
    }
    return attribute;
}

QStringView Scanner::takeValue()
{
    const QChar quote = here();
    if (quote != u'"' && quote != u'\'')
        return takeUntil([](QChar c) { return c.isSpace() || c == u'>'; });
    ++m_at;
    const QStringView value = takeUntil([quote](QChar c) { return c == quote; });
    m_at = std::min(m_at + 1, m_html.size());
    return value;
}

int Scanner::lineAt(qsizetype position)
{
    m_line += static_cast<int>(m_html.sliced(m_countedTo, position - m_countedTo).count(u'\n'));
    m_countedTo = position;
    return m_line;
}

/// The character that an entity of HTML stands for; those that a link may need.
QString character(const QRegularExpressionMatch &entity)
{
    static const QHash<QString, QString> named{{u"amp"_s, u"&"_s},
                                               {u"lt"_s, u"<"_s},
                                               {u"gt"_s, u">"_s},
                                               {u"quot"_s, u"\""_s},
                                               {u"apos"_s, u"'"_s}};
    if (!entity.captured(u"name"_s).isEmpty())
        return named.value(entity.captured(u"name"_s));
    const bool isHex = !entity.captured(u"hex"_s).isEmpty();
    const char32_t code =
        entity.captured(isHex ? u"hex"_s : u"decimal"_s).toUInt(nullptr, isHex ? 16 : 10);
    return code <= QChar::LastValidCodePoint ? QString::fromUcs4(&code, 1)
                                             : QString(QChar::ReplacementCharacter);
}

QString decoded(QStringView raw)
{
    static const QRegularExpression entity(u"&(?:(?<name>amp|lt|gt|quot|apos)|#(?<decimal>\\d{1,7})"
                                           "|#[xX](?<hex>[0-9a-fA-F]{1,6}));"_s);
    QString text;
    qsizetype done = 0;
    const QString written = raw.toString();
    for (auto matches = entity.globalMatch(written); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        text += raw.sliced(done, match.capturedStart() - done);
        text += character(match);
        done = match.capturedEnd();
    }
    text += raw.sliced(done);
    // The URL standard (4.4) drops these wherever they stand: long links are wrapped.
    return text.remove(u'\n').remove(u'\r').remove(u'\t').trimmed();
}

void takeRelative(Links &links, int line, const QString &text, const QUrl &base)
{
    if (const auto url = parseUrl(text.toUtf8(), base))
        add(links, line, *url);
    else
        refuse(links, line, text, errorOf(url.error()));
}

void takeHref(Links &links, const Href &href, const QUrl &base)
{
    const QString text =
        decoded(href.value.first(std::min<qsizetype>(href.value.size(), maxLineLength)));
    const bool isRelative = schemeOf(text.toUtf8()).isEmpty();
    if (href.value.size() > maxLineLength)
        refuse(links, href.line, text, {ListFault::LinkTooLong});
    else if (href.value.contains(u'<'))
        refuse(links, href.line, text, {ListFault::OpenQuotationMark});
    else if (text.isEmpty() || text.startsWith(u'#'))
        refuse(links, href.line, text, {ListFault::PlaceInPage});
    else if (isRelative && base.isEmpty())
        refuse(links, href.line, text, {ListFault::NoBase});
    else if (isRelative)
        takeRelative(links, href.line, text, base);
    else
        take(links, href.line, text);
}

} // namespace

Links linksFromHtml(const QString &html, const QUrl &otherwise)
{
    Links links;
    Scanner scanner(QStringView(html).first(std::min<qsizetype>(html.size(), maxListSize)));
    scanner.scan();
    const QUrl base = parseUrl(decoded(scanner.base()).toUtf8(), otherwise).value_or(otherwise);
    for (const Href &href : scanner.hrefs()) {
        if (!tooManyRejects(links))
            takeHref(links, href, base);
    }
    if (html.size() > maxListSize)
        refuse(links, 0, {}, {ListFault::PageTooLarge});
    return links;
}

} // namespace lapwing::plan
