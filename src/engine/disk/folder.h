// SPDX-License-Identifier: MIT
#pragma once

#include "async/scope.h"
#include "engine/disk/diskthreads.h"
#include "engine/disk/existingfiles.h"
#include "engine/disk/partfile.h"
#include "engine/disk/sink.h"
#include "plan/plan.h"

#include <QHash>
#include <QMutex>

#include <chrono>
#include <map>
#include <memory>
#include <vector>

namespace lapwing::engine {

/// The folder that a run writes to, and the disk work of all its files, on threads of its own: a disk that
/// stalls stops nobody else. Ends after close(). Finished files are committed in groups (sync all, rename all, one fsync of
/// the folder): one by one cost 2.0 to 2.5 s where groups cost 0.7 to 0.95 s (5,000 files on ext4).
class Folder {
public:
    static constexpr std::size_t groupSize = 64;
    static constexpr std::chrono::milliseconds groupWait{50};
    static constexpr std::size_t maxPendingCommits =
        2 * groupSize; ///< waiting commits that a lane should wait for

    using MaybeFolder = tl::expected<std::unique_ptr<Folder>, record::Failure>;

    /// Makes the folder when it is missing. The disk outlives it, and everything waits for that alone.
    [[nodiscard]] static QCoro::Task<MaybeFolder> open(DiskThreads *disk,
                                                       plan::Destination destination);

    /// Looks at what is there; before the first sink.
    [[nodiscard]] QCoro::Task<> survey();
    [[nodiscard]] const ExistingFiles &inventory() const { return m_inventory; }
    // Whether it is still as survey() found it, which may be long ago: else the inventory has it no more.
    /// From now on no other download of this run takes the name of the file, Replace or not.
    [[nodiscard]] QCoro::Task<> lookAgain(Finished file);
    [[nodiscard]] QCoro::Task<> lookAgain(QString name);
    [[nodiscard]] QCoro::Task<std::optional<NamedFile>> fileNamed(QString name);
    [[nodiscard]] QString pathOf(const QString &name) const { return m_place->pathOf(name); }

    /// The folder `way` below this one, made when it is missing and looked at; `way` consists of safe names with "/"
    /// between them. An absolute one leads elsewhere, as the user allowed. It lasts as long as this one, and shares its ends. No symbolic link is followed.
    [[nodiscard]] QCoro::Task<tl::expected<Folder *, record::Failure>> below(QString way);

    /// The folder `way` below the absolute `chosen`, where that is there and can be written to; null: it is not. Links on
    /// the way to `chosen` are followed. It lasts as long as this one, and shares its ends.
    [[nodiscard]] QCoro::Task<Folder *> elsewhere(QString chosen, QString way);

    /// `target.isKept` and `target.parts` are the folder's to say.
    [[nodiscard]] std::unique_ptr<Sink> sinkFor(Target target);

    /// Nothing more is coming for now: what waits is committed without waiting for company.
    void setCommitImmediately(bool eager);
    [[nodiscard]] bool isBacklogged() const { return m_waiting.size() >= maxPendingCommits; }

    /// Commits what waits and ends. What below() made goes where nothing was put into it, and no other run has entered it.
    [[nodiscard]] QCoro::Task<> close();

private:
    class FileSink;
    struct Job {
        FileSink *sink;
        std::shared_ptr<PartFile> part;
        QByteArray entry; ///< see Target
        std::optional<IncomingBody>
            begin;       ///< of a small body that was never written: it goes with the group
        QByteArray held; ///< that body
        Proof proof;
        QString name;
        plan::Conflict conflict;
    };

    /// What the work on the disk shares: it may outlive the folder when the disk is given up. Its folder is held (heldFolder).
    struct Place {
        Place(int opened, const plan::Destination &destination)
            : descriptor(opened)
            , path(destination.folder)
            , keepFiles(destination.keepFiles)
            , conflict(destination.conflict)
        {
        }
        Place(int opened, QString way, const Place &above)
            : descriptor(opened)
            , path(std::move(way))
            , keepFiles(above.keepFiles)
            , conflict(above.conflict)
        {
        }
        ~Place();
        Place(const Place &) = delete;
        Place &operator=(const Place &) = delete;

        [[nodiscard]] QString pathOf(const QString &name) const
        {
            return path + QLatin1Char('/') + name;
        }

        int descriptor;
        QString path;
        bool keepFiles;
        plan::Conflict conflict;
        QMutex
            names; ///< for the threads of the disk alone: held while a name is looked at and taken
        QHash<QString, QByteArray>
            owners{}; ///< names that belong to a download of this run, with the digest of its entry
        QStringList made{}; ///< ways to the folders that this run made; guarded by `names` too
    };
    using MaybePlace = tl::expected<std::shared_ptr<Place>, record::Failure>;

    enum class Entering {
        Makes,   ///< what is missing of the way
        Finds,   ///< what is there already
        Follows, ///< the same, also where links lead to it
    };

    /// One below this one, open or about to be.
    struct Below {
        std::unique_ptr<Folder> folder{};
        bool isOpening = false;
        std::optional<record::Failure> failure{}; ///< of the last time
        std::vector<async::Event *> waiting{};
    };

    Folder(DiskThreads *disk, std::shared_ptr<Place> place);
    [[nodiscard]] QCoro::Task<> commitGroups();
    [[nodiscard]] QCoro::Task<> collectGroup();
    [[nodiscard]] QCoro::Task<tl::expected<Folder *, record::Failure>> reach(QString way,
                                                                             Entering entering);
    [[nodiscard]] QCoro::Task<> openBelow(Below *below, QString way, Entering entering);

    /// So often a way is entered: another run may end just then, and remove what it made of it.
    static constexpr int maxEnterings = 3;
    // For the threads of the disk.
    [[nodiscard]] static MaybePlace placeOf(const plan::Destination &destination);
    [[nodiscard]] static MaybePlace placeBelow(Place &above, const QString &way, Entering entering);
    [[nodiscard]] static MaybePlace enter(Place &above, const QString &way, Entering entering);
    /// `below` are those that were entered, which nothing comes into any more.
    [[nodiscard]] static bool removeEmpty(Place &place,
                                          const std::vector<std::shared_ptr<Place>> &below);
    [[nodiscard]] static MaybePlace placeAt(const Place &above, const QString &path);
    [[nodiscard]] static std::vector<MaybeCommitted> commitOnPool(Place &place,
                                                                  const std::vector<Job> &group);
    [[nodiscard]] static MaybeCommitted seal(const Job &job);
    /// A name that several servers gave is numbered in the order in which the files are finished. List order
    /// would need the heads of all earlier entries: one that stalls would keep a whole file from its name.
    [[nodiscard]] static MaybeCommitted publish(Place &place, const Job &job, Committed committed);
    [[nodiscard]] static bool isStillInPlace(const Place &place);
    [[nodiscard]] static bool claim(Place &place, const Finished &file);

    DiskThreads *m_disk;
    std::shared_ptr<Place> m_place;
    ExistingFiles m_inventory;
    bool m_eager = false;
    bool m_closing = false;
    std::vector<Job> m_waiting;
    std::map<QString, Below> m_below; ///< and elsewhere; by the way there
    async::Event m_wakeUp;            ///< something to commit, eager, or closing
    async::Scope m_scope;
};

} // namespace lapwing::engine
