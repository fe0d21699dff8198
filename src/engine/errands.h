// SPDX-License-Identifier: MIT
#pragma once

#include "engine/disk/folder.h"
#include "engine/errand.h"
#include "engine/logbook.h"

#include <QStringList>

#include <unordered_map>

namespace lapwing::engine {

/// The tasks of a run that began and have not ended, by their place in the plan, and what each begins
/// with: its name, its sink, and what is there of it already.
class Errands {
public:
    /// All three outlive it; `folder` is null when the bytes are discarded.
    Errands(const plan::Plan *plan, Folder *folder, const Logbook *logbook);

    /// Null: it did not begin, or it ended.
    [[nodiscard]] Errand *find(int index) const;
    /// The one under way, else a new one.
    [[nodiscard]] Errand *at(int index);
    [[nodiscard]] std::vector<Errand *> all() const;
    void erase(int index) { m_errands.erase(index); }

    /// The file of an earlier run that may stand for this entry's: checked as the entry wants it, proven
    /// as the plan does.
    [[nodiscard]] std::optional<Finished> finishedFileOf(const plan::Entry &entry) const;
    /// The name of a file of somebody's that is left as it is (plan::Conflict::Skip); empty: there is none.
    [[nodiscard]] QString skippedFor(const Errand &errand) const;
    /// A folder has the name that the file should take from what is there (plan::Conflict::Replace).
    [[nodiscard]] bool isBarred(const Errand &errand) const;

private:
    [[nodiscard]] std::unique_ptr<Sink> sinkFor(int index) const;
    [[nodiscard]] const plan::Entry &entryAt(int index) const
    {
        return m_plan->entries[static_cast<std::size_t>(index)];
    }

    const plan::Plan *m_plan;
    Folder *m_folder;
    const Logbook *m_logbook;
    QStringList m_names; ///< distinct, by index
    std::unordered_map<int, std::unique_ptr<Errand>> m_errands;
};

} // namespace lapwing::engine
