// SPDX-License-Identifier: MIT
#pragma once

#include "engine/disk/digest.h"
#include "engine/disk/sidecarfile.h"
#include "engine/disk/sink.h"
#include "plan/checksum.h"
#include "plan/plan.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>

struct stat;

namespace lapwing::engine {

inline constexpr int maxNumberedNames = 100'000; ///< bounds the search for a free one

/// What a file is to become.
struct Target {
    QString name;     ///< safe; the part is named after it, whatever the final name
    QByteArray entry; ///< digest of the entry's URL
    std::optional<plan::Checksum> checksum;
    bool isKept =
        true; ///< false: it goes as soon as it was finished (a baseline's), and no part of it stays
    std::optional<plan::Conflict> conflict{}; ///< absent: as for all
    bool keepsServerTime = false;             ///< its time is IncomingBody::modified
    QList<QByteArray> parts{};                ///< that may be there of it; see entryOfPart()
};

/// A file on its way to its name, by system calls that block: for the thread pool alone, one at a time.
/// Everything is relative to the open folder, so that a folder renamed or replaced by a link
/// meanwhile leads nowhere else. What we did not make is never opened for writing, truncated or removed.
///
/// From record::resumableFrom on, and with a strong validator, a sidecar beside the part says how much of it is
/// on the disk for certain. It is there before the first byte and never claims more than was synced.
class PartFile {
public:
    static constexpr const char *ending = ".part"; ///< after the name that the file is to have

    using MaybeFailure = std::optional<record::Failure>;

    static constexpr std::chrono::seconds syncInterval{2}; ///< at most so much is lost by a crash

    /// `folder` is a descriptor that outlives this.
    PartFile(int folder, Target target)
        : m_folder(folder), m_target(std::move(target)), m_sidecar(folder)
    {
    }
    ~PartFile();
    PartFile(const PartFile &) = delete;
    PartFile &operator=(const PartFile &) = delete;

    /// What there is to go on from: of this object's own doing, else of an earlier run; of several the one of which most
    /// is known, a whole one first. Then it is ours: nobody else takes it while we live.
    [[nodiscard]] std::optional<ResumePoint> kept();
    /// Target::parts, or the one that begin() made since.
    [[nodiscard]] const QList<QByteArray> &parts() const { return m_target.parts; }

    /// Makes "NAME.part", or the next number that is free and has no file of somebody else's in place of its sidecar,
    /// or goes on in the one that there is.
    /// Where what is coming has no room: disk-full, which freeing space can help, or larger-than-disk, which
    /// nothing can: it would not fit if the disk held nothing else.
    [[nodiscard]] MaybeFailure begin(const IncomingBody &coming);
    [[nodiscard]] MaybeFailure write(const QByteArray &bytes);

    /// Checks the checksum, writes down where it came from, and syncs it. What it is worth then.
    [[nodiscard]] tl::expected<Proof, record::Failure> seal(Proof proof);

    /// On its checksum, so far; absent: there is none.
    [[nodiscard]] std::optional<std::chrono::nanoseconds> hashing() const;

    /// Whether it is byte for byte the finished file called `name` that an earlier run left of the same entry, which then
    /// remembers where it came from this time; see Sink. With `begin`, `held` is all of it and was not written yet.
    [[nodiscard]] bool confirm(const QString &name, Proof proof,
                               const std::optional<IncomingBody> &begin,
                               const QByteArray &held) const;

    /// Gives it its final name. 0, or an errno: EEXIST when the name is taken and `replace` is not set.
    [[nodiscard]] int publish(const QString &name, bool replace);

    /// What kept() took over goes to that folder with its sidecar, to become `name` there. False: it is where it was, also
    /// where `isDecided` was set before this could set it. It is let go of either way.
    [[nodiscard]] bool moveTo(int folder, const QString &name, std::atomic<bool> &isDecided);

    /// Syncs it and leaves it for a later run where that can go on from it; else removes it. How many bytes
    /// stay to go on from, also where it was left before.
    qint64 suspend();
    void remove();

private:
    [[nodiscard]] static QByteArray partName(const QString &name, int number);
    [[nodiscard]] MaybeFailure create();
    [[nodiscard]] bool adopt(const QByteArray &part);
    void adoptBest();
    [[nodiscard]] bool verifyOwnership(const struct stat &it);
    [[nodiscard]] bool takeOverMoved(const struct stat &it, const Sidecar &sidecar);
    [[nodiscard]] MaybeFailure resumeAt(qint64 from);
    [[nodiscard]] MaybeFailure checkFreeSpace() const;
    [[nodiscard]] bool isResumable() const;
    [[nodiscard]] bool isStillOurs() const;
    [[nodiscard]] bool isAt(int folder, const QByteArray &part) const;
    [[nodiscard]] bool hashWhatIsThere();
    bool writeSidecar(qint64 synced);
    void syncPeriodically();
    [[nodiscard]] int moveWithSidecar(int folder, const QByteArray &part,
                                      std::atomic<bool> &isDecided) const;
    void storeProvenance(Proof proof) const;
    void forget();
    void close();

    int m_folder;
    Target m_target;
    QByteArray m_part; ///< empty while there is none of ours
    SidecarFile m_sidecar;
    int m_file = -1;
    Source m_source; ///< of what is coming, or of what is there
    std::optional<qint64> m_total;
    std::optional<QDateTime> m_modified; ///< as the server says
    qint64 m_size = 0;                   ///< bytes written
    bool m_isSealed = false;             ///< whole, synced, and it says so of itself
    bool m_isDoubtful =
        false; ///< a sync failed: what is on the disk is unknown, whatever a second one says
    std::chrono::steady_clock::time_point m_lastSync;
    std::optional<Digest> m_hash; ///< of the first m_size bytes
};

} // namespace lapwing::engine
