// SPDX-License-Identifier: MIT
#pragma once

#include "engine/activetask.h"
#include "engine/disk/folder.h"
#include "engine/runrecorder.h"
#include "plan/distinctnames.h"

#include <QStringList>

#include <unordered_map>

namespace lapwing::engine {

/// The tasks of a run that began and have not ended, by their index in the plan, and what each begins
/// with: its name, its sink, and what is there of it already.
class ActiveTasks {
public:
    /// All three outlive it; `folder` is null when the bytes are discarded.
    ActiveTasks(const plan::Plan *plan, Folder *folder, const RunRecorder *recorder);

    /// Entries were added to the end of the plan.
    void planGrew();

    /// Null: it did not begin, or it ended.
    [[nodiscard]] ActiveTask *find(int index) const;
    /// The one under way, else a new one, which may want a folder of its own first.
    [[nodiscard]] ActiveTask *at(int index);
    [[nodiscard]] bool wantsFolder(const ActiveTask &task) const
    {
        return m_folder != nullptr && task.folder == nullptr;
    }
    /// The way to that from the folder of the run; absolute where the user lets it be elsewhere. What is not kept is
    /// never written there.
    [[nodiscard]] tl::expected<QString, record::Failure> wayOf(const ActiveTask &task) const;
    /// The folder of an earlier run, in which a part of it may be; empty: none is known. What is not kept has none.
    [[nodiscard]] QString begunIn(const ActiveTask &task) const;
    /// The way from that folder, as wayOf() is from the folder of the run.
    [[nodiscard]] QString wayFromBegun(const ActiveTask &task) const;
    /// Whether `folder` has a part of its file, or all of it.
    [[nodiscard]] bool isBegunIn(const Folder &folder, const ActiveTask &task) const;
    /// `chosen`: the folder of a run that `folder` is in or below.
    void settleIn(ActiveTask *task, Folder *folder, const QString &chosen) const;
    /// Whether what may stand for its file is still there.
    [[nodiscard]] QCoro::Task<> lookAgain(ActiveTask *task) const;
    [[nodiscard]] std::vector<ActiveTask *> all() const;
    void erase(int index) { m_tasks.erase(index); }

    /// The file of an earlier run that may stand for this entry's: checked as the entry wants it, proven
    /// as the plan does.
    [[nodiscard]] std::optional<Finished> finishedFileOf(const ActiveTask &task) const;
    /// The same, where the checksum of the list proved it and the link has no part in it: who sent it cannot be asked
    /// whether it is the file still, and need not be.
    [[nodiscard]] std::optional<Finished> provenFileOf(const ActiveTask &task) const;
    /// The name of an existing file that is kept as it is (plan::Conflict::Skip); empty: there is none.
    [[nodiscard]] QString skippedFor(const ActiveTask &task) const;
    /// A folder has the name that the file should take from what is there (plan::Conflict::Replace).
    [[nodiscard]] bool isBarred(const ActiveTask &task) const;

private:
    [[nodiscard]] plan::Conflict conflictFor(const ActiveTask &task) const;
    [[nodiscard]] bool wantsNewer(const ActiveTask &task) const;
    [[nodiscard]] const plan::Entry &entryAt(int index) const
    {
        return m_plan->entries[static_cast<std::size_t>(index)];
    }

    const plan::Plan *m_plan;
    Folder *m_folder;
    const RunRecorder *m_recorder;
    QHash<QString, plan::DistinctNames> m_distinct; ///< by the way to the folder
    QStringList m_names;                            ///< those, by index
    std::unordered_map<int, std::unique_ptr<ActiveTask>> m_tasks;
};

} // namespace lapwing::engine
