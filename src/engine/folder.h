// SPDX-License-Identifier: MIT
#pragma once

#include "async/scope.h"
#include "engine/inventory.h"
#include "engine/partfile.h"
#include "engine/sink.h"
#include "plan/plan.h"

#include <QThreadPool>

#include <chrono>
#include <memory>
#include <vector>

namespace lapwing::engine {

/// The folder that a run writes to, and the disk work of all its files, on a thread pool: a disk that
/// stalls stops nobody else. Finished files are committed in groups (sync all, rename all, one fsync of
/// the folder): one by one cost 2.0 to 2.5 s where groups cost 0.7 to 0.95 s (5,000 files on ext4).
class Folder {
public:
    static constexpr std::size_t groupSize = 64;
    static constexpr std::chrono::milliseconds groupWait{50};
    static constexpr std::size_t crowd =
        2 * groupSize; ///< waiting commits that a lane should wait for

    /// Makes the folder when it is missing; blocks for that one moment, before anything else runs.
    [[nodiscard]] static tl::expected<std::unique_ptr<Folder>, record::Failure> open(
        const plan::Destination &destination);
    ~Folder(); ///< after close()

    /// Looks at what is there; before the first sink.
    [[nodiscard]] QCoro::Task<> survey();
    [[nodiscard]] const Inventory &inventory() const { return m_inventory; }
    [[nodiscard]] QString pathOf(const QString &name) const
    {
        return m_path + QLatin1Char('/') + name;
    }

    /// `target.isKept` is the folder's to say.
    [[nodiscard]] std::unique_ptr<Sink> sinkFor(Target target);

    /// Nothing more is coming for now: what waits is committed without waiting for company.
    void setEager(bool eager);
    [[nodiscard]] bool isCrowded() const { return m_waiting.size() >= crowd; }

    /// Commits what waits and ends.
    [[nodiscard]] QCoro::Task<> close();

private:
    class FileSink;
    struct Job {
        FileSink *sink;
        std::shared_ptr<PartFile> part;
        std::optional<Coming>
            begin;       ///< of a small body that was never written: it goes with the group
        QByteArray held; ///< that body
        Proof proof;
        QString name;
    };

    Folder(int descriptor, const plan::Destination &destination);
    [[nodiscard]] QCoro::Task<> commitGroups();
    [[nodiscard]] QCoro::Task<> gatherGroup();
    [[nodiscard]] std::vector<MaybeCommitted> commitOnPool(const std::vector<Job> &group);
    static constexpr int mostNumbers = 100'000; ///< a folder full of twins ends with a reason
    [[nodiscard]] static MaybeCommitted seal(const Job &job);
    /// A name that several servers gave is numbered in the order in which the files are finished. List order
    /// would need the heads of all earlier entries: one that stalls would keep a whole file from its name.
    [[nodiscard]] MaybeCommitted publish(const Job &job, Committed committed);
    [[nodiscard]] bool isStillInPlace() const;

    int m_descriptor;
    QString m_path;
    bool m_keepFiles;
    plan::Conflict m_conflict;
    Inventory m_inventory;
    QSet<QString> m_published; ///< by this run; touched by one group at a time
    bool m_eager = false;
    bool m_closing = false;
    std::vector<Job> m_waiting;
    async::Event m_news; ///< something to commit, eager, or closing
    QThreadPool m_pool;
    async::Scope m_scope;
};

} // namespace lapwing::engine
