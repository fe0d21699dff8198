// SPDX-License-Identifier: MIT
#include "input/linkpreview.h"

#include "input/previewcolumns.h"
#include "plan/distinctnames.h"
#include "plan/safename.h"

#include <algorithm>

namespace lapwing::ui {
namespace {

/// Looks at one list after the other.
class Classifier {
public:
    Classifier(LinkPreview &preview, const KnownEntries &known) : m_preview(preview), m_known(known)
    {
        for (const QString &name : known.names)
            (void)m_names.take(name);
    }

    /// Links and rejects in the order of their lines.
    void take(int list, const plan::Links &links)
    {
        std::size_t reject = 0;
        for (std::size_t place = 0; place < links.urls.size(); ++place) {
            const int line = place < links.lines.size() ? links.lines[place] : 0;
            while (reject < links.rejects.size() && links.rejects[reject].line < line)
                refuse(list, reject++);
            add(list, place, links);
        }
        while (reject < links.rejects.size())
            refuse(list, reject++);
    }

private:
    void push(PreviewRow row)
    {
        ++m_preview.counts[static_cast<std::size_t>(row.state)];
        m_preview.rows.push_back(std::move(row));
    }

    void refuse(int list, std::size_t place)
    {
        PreviewRow row{PreviewState::Refused, list, place};
        row.name = m_preview.rejectOf(row).text;
        push(std::move(row));
    }

    void add(int list, std::size_t place, const plan::Links &links)
    {
        PreviewRow row{PreviewState::New, list, place};
        const QUrl url = plan::normalised(links.urls[place]);
        const plan::Details *const said = m_preview.detailsOf(row);
        row.name = said != nullptr && !said->name.isEmpty() ? plan::safeName(said->name)
                                                            : plan::nameFromUrl(url);
        const int number = static_cast<int>(m_preview.rows.size()) + 1;
        if (m_known.links.contains(url)) {
            row.state = PreviewState::AlreadyThere;
        } else if (const auto first = m_rows.constFind(url); first != m_rows.constEnd()) {
            row.state = PreviewState::Repeated;
            row.note = QString::number(*first);
        } else {
            m_rows.insert(url, number);
            const QString distinct = m_names.take(row.name);
            if (distinct != row.name) {
                row.state = PreviewState::SameName;
                row.note = distinct;
            }
            row.isTicked = true;
        }
        push(std::move(row));
    }

    LinkPreview &m_preview;
    const KnownEntries &m_known;
    plan::DistinctNames m_names;
    QHash<QUrl, int> m_rows; ///< normalised link to the number of its row, from 1
};

void addLink(plan::Links &chosen, const LinkPreview &preview, const PreviewRow &row)
{
    if (const plan::Details *said = preview.detailsOf(row))
        chosen.details.emplace_hint(chosen.details.end(), chosen.urls.size(), *said);
    chosen.urls.push_back(preview.urlOf(row));
}

bool bringsUserName(const LinkPreview &preview, const PreviewRow &row)
{
    return (row.state == PreviewState::AlreadyThere || row.state == PreviewState::Repeated)
        && !preview.urlOf(row).userInfo().isEmpty();
}

} // namespace

const plan::Details *LinkPreview::detailsOf(const PreviewRow &row) const
{
    const auto &details = listOf(row).details;
    const auto said = details.find(row.place);
    return row.state != PreviewState::Refused && said != details.end() ? &said->second : nullptr;
}

LinkPreview previewOf(std::vector<std::shared_ptr<const plan::Links>> lists,
                      const KnownEntries &known)
{
    LinkPreview preview;
    preview.lists = std::move(lists);
    Classifier classifier(preview, known);
    std::vector<plan::Reject> rejects;
    for (std::size_t list = 0; list < preview.lists.size(); ++list) {
        const plan::Links &links = *preview.lists[list];
        classifier.take(static_cast<int>(list), links);
        rejects.insert(rejects.end(), links.rejects.begin(), links.rejects.end());
        for (const auto &[name, count] : links.unused)
            preview.unused[name] += count;
    }
    preview.rejects = plan::gathered(rejects);
    return preview;
}

std::vector<int> rowsWith(const LinkPreview &preview, const QString &needle)
{
    const QStringList words = needle.split(u' ', Qt::SkipEmptyParts);
    std::vector<int> found;
    for (int number = 0; number < static_cast<int>(preview.rows.size()); ++number) {
        const PreviewRow &row = preview.rows[static_cast<std::size_t>(number)];
        const auto isIn =
            [text = words.isEmpty() ? QString() : searchedText(preview, row)](const QString &word) {
                return text.contains(word, Qt::CaseInsensitive);
            };
        if (std::ranges::all_of(words, isIn))
            found.push_back(number);
    }
    return found;
}

plan::Links chosenLinks(const LinkPreview &preview, const std::vector<bool> &ticked)
{
    plan::Links chosen;
    for (std::size_t number = 0; number < preview.rows.size(); ++number) {
        const PreviewRow &row = preview.rows[number];
        if (ticked[number] || bringsUserName(preview, row))
            addLink(chosen, preview, row);
    }
    for (const auto &list : preview.lists)
        chosen.rejects.insert(chosen.rejects.end(), list->rejects.begin(), list->rejects.end());
    chosen.unused = preview.unused;
    return chosen;
}

} // namespace lapwing::ui
