// SPDX-License-Identifier: MIT
#include "input/previewtext.h"

#include "plan/lists/ranges.h"
#include "plan/redaction.h"
#include "text/listformat.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::PreviewText)
};

QString sourceText(const ListSource &source)
{
    const QString count =
        Words::tr("%Ln links", nullptr, static_cast<int>(source.links->urls.size()));
    const QString format = text::listFormat(source.links->format);
    QString what = format.isEmpty() ? count : Words::tr("%1, %2").arg(format, count);
    if (!source.links->encoding.isEmpty())
        what = Words::tr("%1, %2").arg(what,
                                       Words::tr("names read as %1").arg(source.links->encoding));
    return source.name.isEmpty() ? what : Words::tr("%1: %2").arg(source.name, what);
}

/// As far as the links have the same folder.
qsizetype commonPrefix(const QStringList &links)
{
    if (links.isEmpty())
        return 0;
    qsizetype length = links.first().size();
    for (const QString &link : links) {
        const auto end = std::ranges::mismatch(links.first().first(length), link).in2;
        length = std::distance(link.begin(), end);
    }
    return links.first().first(length).lastIndexOf(u'/') + 1;
}

} // namespace

QString countsText(const LinkPreview &preview, int ticked)
{
    const int fresh = preview.count(PreviewState::New) + preview.count(PreviewState::SameName);
    const int there =
        preview.count(PreviewState::AlreadyThere) + preview.count(PreviewState::Repeated);
    QStringList parts{Words::tr("%Ln new", nullptr, fresh)};
    if (const int same = preview.count(PreviewState::SameName); same > 0)
        parts.last() =
            Words::tr("%1 (%2)").arg(parts.last(), Words::tr("%Ln renamed", nullptr, same));
    if (there > 0)
        parts << Words::tr("%Ln already there", nullptr, there);
    if (const int refused = preview.count(PreviewState::Refused); refused > 0)
        parts << Words::tr("%Ln refused", nullptr, refused);
    if (ticked != fresh)
        parts << Words::tr("%Ln selected", nullptr, ticked);
    return parts.join(Words::tr(", "));
}

QString sourcesText(const std::vector<ListSource> &sources)
{
    constexpr std::size_t few = 3;
    QStringList parts;
    for (const ListSource &source : sources) {
        const bool isEmpty = source.links->urls.empty() && source.links->rejects.empty();
        if (!isEmpty || !source.name.isEmpty())
            parts << sourceText(source);
    }
    const auto more = parts.size() - static_cast<qsizetype>(few);
    if (more <= 0)
        return parts.join(Words::tr("; "));
    return Words::tr("%1 and %2", "lists, n more lists")
        .arg(parts.first(few).join(Words::tr("; ")),
             Words::tr("%Ln more lists", nullptr, static_cast<int>(more)));
}

QString rangesTitle(const plan::Ranges &ranges)
{
    if (ranges.links > plan::maxRangeLinks)
        return Words::tr("Expand ranges (%1 links are too many; at most %2)")
            .arg(QLocale().toString(ranges.links), QLocale().toString(plan::maxRangeLinks));
    return Words::tr("Expand ranges (%Ln links)", nullptr, static_cast<int>(ranges.links));
}

QString rangesExample(const plan::Ranges &ranges)
{
    QStringList links;
    for (const QString &link : ranges.first)
        links << plan::redactText(link);
    if (ranges.links > links.size())
        links << plan::redactText(ranges.last);
    const qsizetype prefix = commonPrefix(links);
    QStringList parts;
    for (const QString &link : links)
        parts << (parts.isEmpty() ? link : link.sliced(prefix));
    if (ranges.links > ranges.first.size() + 1)
        parts.last().prepend(u"… "_s);
    return parts.join(Words::tr(", "));
}

} // namespace lapwing::ui
