// SPDX-License-Identifier: MIT
// How a part becomes ours: made, or taken over from an earlier run.
#include "engine/disk/partfile.h"
#include "engine/disk/partmark.h"
#include "engine/disk/posixfile.h"

#include <algorithm>
#include <cerrno>
#include <ranges>
#include <sys/file.h>
#include <tuple>
#include <unistd.h>
#include <utility>
#include <vector>

namespace lapwing::engine {

/// Takes an earlier run's part over: a regular file with one name that is not locked, and that is known to
/// be this entry's by its mark or, where there are no extended attributes, by its sidecar. What is in it
/// counts as far as the sidecar says, or all of it when it was finished but never got its name.
bool PartFile::adopt(const QByteArray &part)
{
    m_file = ::openat(m_folder, part.constData(), O_RDWR | oldFile);
    struct stat it { };
    const bool isPlain = m_file >= 0 && ::fstat(m_file, &it) == 0 && S_ISREG(it.st_mode)
        && it.st_nlink == 1 && it.st_uid == ::geteuid() && ::flock(m_file, LOCK_EX | LOCK_NB) == 0;
    m_part = part;
    m_sidecar.belongTo(part);
    // It may have got its final name before it was locked.
    if (isPlain && isStillOurs() && verifyOwnership(it))
        return true;
    forget();
    return false;
}

/// What the locked file says of itself. False: it is not this entry's.
bool PartFile::verifyOwnership(const struct stat &it)
{
    const std::optional<Provenance> finished = provenanceOf(m_file);
    std::optional<Sidecar> sidecar = m_sidecar.read();
    if (sidecar
        && (sidecar->source.entry != m_target.entry
            || (sidecar->file != inodeOf(it) && !takeOverMoved(it, *sidecar))))
        sidecar.reset();
    const bool isFinished = finished && finished->source.entry == m_target.entry;
    const bool isMarked = entryMarkedIn(m_file, it) == m_target.entry;
    if (isMarked)
        m_sidecar.takeOver();
    if (!isFinished && !isMarked && !sidecar && it.st_size > 0) // an empty one has nothing to lose
        return false;
    m_isSealed = isFinished;
    if (isFinished) {
        m_source = finished->source;
        m_size = it.st_size;
    } else if (sidecar && it.st_size >= sidecar->synced) {
        m_source = sidecar->source;
        m_size = sidecar->synced;
    }
    m_total = m_source.total;
    return true;
}

/// It came to another disk with its folder, and with its sidecar: what both say is true of it once its bytes are on that disk, and
/// is made to say so. A copy that somebody made beside it has another name.
bool PartFile::takeOverMoved(const struct stat &it, const Sidecar &sidecar)
{
    const auto isPart = [this](int number) { return m_part == partName(m_target.name, number); };
    if (!isSidecarOf(m_file, it, sidecar)
        || std::ranges::none_of(std::views::iota(0, maxNumberedNames), isPart))
        return false;
    if (::fdatasync(m_file) != 0 || !m_sidecar.write({sidecar.source, inodeOf(it), sidecar.synced}))
        return false;
    markPart(m_file, it, m_target.entry);
    return true;
}

/// Two processes that got it at once leave one each.
void PartFile::adoptBest()
{
    std::vector<std::tuple<bool, qint64, QByteArray>> left;
    for (const QByteArray &part : m_target.parts) {
        if (adopt(part))
            left.emplace_back(m_isSealed, m_size, part);
        forget();
    }
    std::sort(left.rbegin(), left.rend());
    for (const auto &[isSealed, known, part] : left) {
        if (adopt(part)) // it was let go of meanwhile
            return;
    }
}

std::optional<ResumePoint> PartFile::kept()
{
    if (m_part.isEmpty())
        adoptBest();
    if (m_file < 0 || m_isDoubtful || m_size < 2 || m_source.validator.isEmpty() || !m_total)
        return std::nullopt;
    const qint64 length = std::min(overlapBytes, m_size - 1);
    QByteArray tail = readAt(m_file, m_size - length, length);
    if (tail.size() != length)
        return std::nullopt;
    return ResumePoint{m_source, m_size, std::move(tail)};
}

PartFile::MaybeFailure PartFile::create()
{
    for (int number = 0; number < maxNumberedNames; ++number) {
        const QByteArray part = partName(m_target.name, number);
        m_sidecar.belongTo(part);
        const bool isFree = !m_sidecar.isSomebodyElses(); // else nothing could say what is in it
        m_file = isFree ? ::openat(m_folder, part.constData(), newFile, 0666) : -1;
        if (m_file >= 0 && (::flock(m_file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)) {
            m_part = part; // where there are no locks, the name alone is ours
            struct stat it { };
            ::fstat(m_file, &it);
            markPart(m_file, it, m_target.entry);
            return std::nullopt;
        }
        if (isFree && m_file < 0 && errno != EEXIST)
            return failureOf(errno, "open");
        close();
        if (adopt(part))
            return std::nullopt;
    }
    return failureOf(EEXIST, "open");
}

} // namespace lapwing::engine
