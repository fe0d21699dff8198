// SPDX-License-Identifier: MIT
// What becomes of what cannot come back to the list any more: memory and partial files.
#include "engine/disk/leftparts.h"
#include "plan/safefolder.h"
#include "run/controller/downloadcontroller.h"

#include <memory>
#include <utility>

namespace lapwing::ui {

/// To destroy 100,000 records holds the window too.
void DownloadController::dispose(Removal removal)
{
    const std::size_t rows = removal.entries.size();
    if (rows == 0)
        return;
    m_tidying.run(
        [held = std::make_shared<Removal>(std::move(removal))]() mutable {
            held.reset();
            return true;
        },
        [this, rows](bool) { Q_EMIT disposed(rows); });
}

/// The same of a run that another one takes the place of.
void DownloadController::dispose(std::shared_ptr<const record::Run> run)
{
    m_tidying.run(
        [held = std::move(run)]() mutable {
            held.reset();
            return true;
        },
        [](bool) {});
}

/// Of those that are not in the list under another id: what is fetched again goes on from its part. `begunIn`: where
/// each was begun; empty is `folder`.
void DownloadController::discardParts(const QString &folder,
                                      const std::vector<plan::Entry> &entries,
                                      const std::vector<QString> &begunIn)
{
    QHash<QString, QList<QUrl>> links; // by folder
    for (std::size_t place = 0; place < entries.size(); ++place) {
        const plan::Entry &entry = entries[place];
        const QString &chosen = begunIn[place].isEmpty() ? folder : begunIn[place];
        if (!m_listing.holds(entry.url) || this->entry(entry.id))
            links[plan::pathFor(entry, chosen)] << entry.url;
    }
    if (links.isEmpty())
        return;
    m_parts.run(
        [links] {
            for (auto each = links.cbegin(); each != links.cend(); ++each)
                engine::removeParts(each.key(), each.value());
            return true;
        },
        [](bool) {});
}

} // namespace lapwing::ui
