// SPDX-License-Identifier: MIT
#include "plan/lists/linkcollector.h"
#include "plan/lists/listline.h"
#include "plan/lists/read/readers.h"

#include <QHash>
#include <QRegularExpression>

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

/// The links inside a sentence, a table of Markdown or the like, in order, each once.
QStringList linksIn(const QString &text)
{
    static const QRegularExpression link(
        u"(?<![\\w/=&?%#.@+-])https?://(?:(?!\\]\\()[^\\s\\p{Z}<>\"|`。%1])++"_s.arg(wideMarks),
        QRegularExpression::CaseInsensitiveOption);
    QStringList links;
    for (auto matches = link.globalMatch(text); matches.hasNext();)
        links << withoutPunctuation(matches.next().captured());
    links.removeDuplicates();
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

} // namespace

void takeTextLine(Links &links, int line, const QString &text)
{
    const auto read = readListLine(text);
    auto link = read.and_then([](const ListLine &parts) { return linkFrom(parts.link); });
    if (link && read->name.isEmpty())
        return add(links, line, *std::move(link));
    if (link)
        return take(links, Found{line, read->link, read->name});
    if (isCommandLine(text))
        return takeCommandLine(links, line, text);
    const QStringList inside = beginsWithLink(text) ? QStringList() : linksIn(text);
    if (inside.isEmpty())
        return refuse(links, line, text, link.error());
    for (const QString &one : inside)
        take(links, line, one);
}

} // namespace lapwing::plan
