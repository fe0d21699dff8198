// SPDX-License-Identifier: MIT
#include "plan/lists/links.h"

#include "plan/lists/credentials.h"
#include "plan/lists/linkcollector.h"
#include "plan/lists/listline.h"
#include "plan/urlparser.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

/// Without the white space around it, and without what does not show: a zero-width space often comes along with a link.
QString trimmed(QStringView text)
{
    const auto isUnseen = [](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Format;
    };
    while (!text.isEmpty() && isUnseen(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isUnseen(text.back()))
        text.chop(1);
    return text.toString();
}

/// Control characters, and what stands where the bytes were no UTF-8.
bool isText(const QString &link)
{
    const auto isNone = [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::ReplacementCharacter;
    };
    return link.isValidUtf16() && std::none_of(link.begin(), link.end(), isNone);
}

/// In lower case; empty for none, and for what only looks like one: "host:8080", "C:\" and "Title: A".
QString namedScheme(const QString &link)
{
    static const QRegularExpression scheme(u"^([a-z][a-z0-9+-]++):(?![\\d\\s]|$)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return scheme.match(link).captured(1).toLower();
}

/// Why `link` is none before anybody takes it to pieces; absent when nothing speaks against it.
std::optional<ListError> whyNoText(const QString &link)
{
    static const QRegularExpression another(u"[\\s>%1]https?://"_s.arg(wideMarks),
                                            QRegularExpression::CaseInsensitiveOption
                                                | QRegularExpression::UseUnicodePropertiesOption);
    const QString scheme = namedScheme(link);
    if (!scheme.isEmpty() && link.contains(another))
        return ListError{ListFault::SeveralLinks};
    if (!isText(link))
        return ListError{ListFault::NotText};
    if (scheme.isEmpty())
        return ListError{ListFault::NotHttp};
    if (scheme != u"http" && scheme != u"https")
        return ListError{ListFault::OtherScheme, scheme};
    return std::nullopt;
}

/// The standard takes "http:/h", "http:h" and "http:\\h" for links to h. In a list that is a typing error.
bool namesAHost(const QString &link)
{
    static const QRegularExpression host(u"^[a-z]++://[^/\\\\]"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return host.match(link).hasMatch();
}

/// The lines that came last and were a link and nothing else: one that comes again is neither read nor kept twice. The
/// largest list can be one line, seven million times, and each took 380 bytes.
class RecentLines {
public:
    /// Null: it did not come lately.
    [[nodiscard]] const QUrl *linkOf(const QString &line) const
    {
        const Recent &recent = m_recent[placeOf(line)];
        return recent.line == line ? &recent.link : nullptr;
    }
    void note(const QString &line, const QUrl &link) { m_recent[placeOf(line)] = {line, link}; }

private:
    struct Recent {
        QString line{};
        QUrl link{};
    };
    [[nodiscard]] std::size_t placeOf(const QString &line) const
    {
        return qHash(line) % m_recent.size();
    }

    std::array<Recent, 64> m_recent;
};

/// The rest may be the cells of a table that nobody understood, and one of them a secret.
void hideAllButLink(Reject &reject)
{
    static const QRegularExpression link(u"^[a-z][a-z0-9+.-]*+://[^\\s;,|]*+"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    reject.text = link.match(reject.text).captured();
    if (reject.error.fault == ListFault::NotAFileName)
        reject.error.detail = u"redacted"_s;
}

void takeLine(Links &links, RecentLines &recent, int line, const QString &text)
{
    if (const QUrl *link = recent.linkOf(text))
        return add(links, line, *link);
    const std::size_t place = links.urls.size();
    const std::size_t rejects = links.rejects.size();
    takeTextLine(links, line, text);
    if (links.urls.size() == place + 1 && links.rejects.size() == rejects
        && !links.details.contains(place))
        recent.note(text, links.urls.back());
}

} // namespace

ListError errorOf(UrlFault fault)
{
    switch (fault) {
    case UrlFault::UserInfo:
        return {ListFault::UserInfo};
    case UrlFault::NoHost:
        return {ListFault::NoHost};
    case UrlFault::Host:
    case UrlFault::Port:
        return {ListFault::HostOrPort};
    case UrlFault::Relative:
    case UrlFault::Scheme:
        break;
    }
    return {ListFault::NotHttp};
}

tl::expected<QUrl, ListError> linkFrom(const QString &text)
{
    const QString link = trimmed(text);
    if (const auto why = whyNoText(link))
        return tl::unexpected(*why);
    if (!namesAHost(link))
        return tl::unexpected(ListError{ListFault::NoHost});
    return parseUrl(link.toUtf8()).map_error(errorOf);
}

void Links::append(Links more)
{
    for (auto &[place, said] : more.details)
        details.emplace_hint(details.end(), urls.size() + place, std::move(said));
    if (!more.lines.empty()) {
        lines.resize(urls.size());
        lines.insert(lines.end(), more.lines.begin(), more.lines.end());
    }
    for (const auto &[name, count] : more.unused)
        unused[name] += count;
    ranges.links = std::max(ranges.links, more.ranges.links);
    if (encoding.isEmpty())
        encoding = more.encoding;
    urls.insert(urls.end(), more.urls.begin(), more.urls.end());
    rejects.insert(rejects.end(), more.rejects.begin(), more.rejects.end());
}

void Links::allowFolders()
{
    for (auto &[place, said] : details) {
        if (!said.extras || said.extras->folder.isEmpty())
            continue;
        auto extras = std::make_shared<Extras>(*said.extras);
        extras->mayLeave = true;
        said.extras = std::move(extras);
    }
}

Links linksFromText(const QByteArray &bytes)
{
    Links links;
    RecentLines recent;
    bool isBelowSecret = false;
    QString partings; // of titles above all links, one of which means a secret
    readLines(links, bytes, [&](int line, const QString &text) {
        const std::size_t rejects = links.rejects.size();
        const auto parts = [&text](QChar c) { return text.contains(c); };
        if (std::ranges::any_of(partings, parts))
            refuse(links, line, text, {ListFault::Unclear});
        else
            takeLine(links, recent, line, text);
        if (isBelowSecret)
            std::for_each(links.rejects.begin() + static_cast<std::ptrdiff_t>(rejects),
                          links.rejects.end(), hideAllButLink);
        const QString below =
            links.rejects.size() > rejects ? partingsOfCredential(text) : QString();
        isBelowSecret |= !below.isEmpty();
        if (links.urls.empty())
            partings += below;
    });
    return links;
}

} // namespace lapwing::plan
