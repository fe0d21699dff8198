// SPDX-License-Identifier: MIT
#include "engine/disk/partfile.h"

#include "engine/disk/posixfile.h"
#include "plan/safename.h"
#include "record/saturated.h"
#include "record/taskrecord.h"

#include <QFile>
#include <QLocale>

#include <algorithm>
#include <cerrno>
#include <ranges>
#include <sys/file.h>
#include <sys/statvfs.h>
#include <tuple>
#include <unistd.h>
#include <vector>

namespace lapwing::engine {
namespace {

/// What a part has in Provenance::stateAttribute until it is finished: with it no other program's
/// file for a part of ours, nor, by the inode, a copy that somebody made of one; but see takeOverMoved().
QByteArray markOf(const QByteArray &entry, qint64 inode)
{
    return "part " + entry + ' ' + QByteArray::number(inode);
}

qint64 inodeOf(const struct stat &it)
{
    return static_cast<qint64>(it.st_ino);
}

/// The entry that is marked there; empty: none, or that of another file. Older marks have no inode.
QByteArray entryMarkedIn(int file, const struct stat &it)
{
    const QByteArray mark = attributeOf(file, Provenance::stateAttribute);
    const QByteArray entry = mark.split(' ').value(1);
    return mark == markOf(entry, inodeOf(it)) || mark == "part " + entry ? entry : QByteArray();
}

/// The sidecar is of this file, or of the one that this is a copy of.
bool isOf(int file, const struct stat &it, const Sidecar &sidecar)
{
    return sidecar.file == inodeOf(it)
        || attributeOf(file, Provenance::stateAttribute)
        == markOf(sidecar.source.entry, sidecar.file);
}

QByteArray partName(const QString &name, int number)
{
    return QFile::encodeName(plan::numbered(name, number)) + PartFile::ending;
}

/// What a finished file knows of itself, now that it came once more from `source`; unless that says less. A body that
/// nothing proves may be the first part of a newer file: under its validator, what is known to be whole would pass for
/// that. The file's own time stays as it was known, so that it shows when it was touched meanwhile.
void renew(int file, const Provenance &earlier, const Source &source, Proof proof)
{
    const bool hasLessToAsk = source.validator.isEmpty() && !earlier.source.validator.isEmpty();
    const bool provesLess = proof == Proof::Unverified && earlier.proof == Proof::Proven;
    const Provenance now{source, proof, earlier.checksum, earlier.modified};
    if (!hasLessToAsk && !provesLess && now != earlier)
        setProvenance(file, now);
}

} // namespace

QByteArray entryOfPart(int folder, const QByteArray &part)
{
    const int file = ::openat(folder, part.constData(), O_RDONLY | oldFile);
    if (file < 0)
        return {};
    struct stat it { }; // without an inode, which none is, where it cannot be read
    ::fstat(file, &it);
    const std::optional<Provenance> finished = provenanceOf(file);
    QByteArray entry = finished ? finished->source.entry : entryMarkedIn(file, it);
    if (entry.isEmpty()) {
        SidecarFile sidecar(folder);
        sidecar.belongTo(part);
        const std::optional<Sidecar> told = sidecar.read();
        entry = told && isOf(file, it, *told) ? told->source.entry : QByteArray();
    }
    ::close(file);
    return entry;
}

PartFile::~PartFile()
{
    close();
}

void PartFile::close()
{
    if (m_file >= 0)
        ::close(m_file);
    m_file = -1;
}

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
    if (!isOf(m_file, it, sidecar)
        || std::ranges::none_of(std::views::iota(0, maxNumberedNames), isPart))
        return false;
    if (::fdatasync(m_file) != 0 || !m_sidecar.write({sidecar.source, inodeOf(it), sidecar.synced}))
        return false;
    setAttribute(m_file, Provenance::stateAttribute, markOf(m_target.entry, inodeOf(it)));
    return true;
}

/// Lets go of it, and leaves it as it is.
void PartFile::forget()
{
    close();
    m_part.clear();
    m_source = {};
    m_size = 0;
    m_isSealed = false;
    m_hash.reset();
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
            setAttribute(m_file, Provenance::stateAttribute, markOf(m_target.entry, inodeOf(it)));
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

PartFile::MaybeFailure PartFile::checkFreeSpace() const
{
    struct statvfs disk { };
    if (!m_total || ::fstatvfs(m_file, &disk) != 0)
        return std::nullopt;
    const auto unit = static_cast<qint64>(disk.f_frsize);
    const auto blocks = static_cast<qint64>(disk.f_bavail);
    const qint64 needed = *m_total - m_size;
    if (disk.f_blocks == 0 || needed <= 0 || blocks >= needed / unit)
        return std::nullopt;
    const auto reserved = static_cast<qint64>(disk.f_bfree) - blocks; // for root alone
    const qint64 maxBlocks = static_cast<qint64>(disk.f_blocks) - std::max(reserved, qint64(0));
    if (maxBlocks > 0 && *m_total / unit > maxBlocks)
        return record::makeLargerThanDisk(*m_total, record::saturatedProduct(unit, maxBlocks));
    const QLocale plain = QLocale::c();
    return make(record::Cause::DiskFull,
                QStringLiteral("%1 needed, %2 free")
                    .arg(plain.formattedDataSize(needed, 1, QLocale::DataSizeSIFormat),
                         plain.formattedDataSize(unit * blocks, 1, QLocale::DataSizeSIFormat)));
}

bool PartFile::isResumable() const
{
    return m_target.isKept && m_total && *m_total >= record::resumableFrom
        && !m_source.validator.isEmpty();
}

PartFile::MaybeFailure PartFile::begin(const IncomingBody &coming)
{
    if (m_file < 0) {
        if (MaybeFailure failure = create())
            return failure;
        m_target.parts = {m_part};
    }
    if (coming.from == 0)
        m_source = {m_target.entry, coming.senderDigest, coming.validator,
                    coming.total.value_or(0)};
    else if (coming.senderDigest != m_source.senderDigest)
        m_source.senderDigest = Source::several;
    m_total = coming.total;
    if (coming.from == 0 || coming.modified) // a 206 need not say it again
        m_modified = coming.modified;
    if (MaybeFailure failure = resumeAt(coming.from))
        return failure;
    return checkFreeSpace();
}

/// Keeps the first `from` bytes. What the sidecar claimed of another version goes first.
PartFile::MaybeFailure PartFile::resumeAt(qint64 from)
{
    m_isSealed = false;
    if (from == 0) {
        const bool claimed = m_sidecar.isThere();
        if (!isResumable() || !writeSidecar(0))
            m_sidecar.remove();
        if (claimed) // what it claimed of other bytes must be gone before they are
            ::fsync(m_folder);
    }
    if (::ftruncate(m_file, from) != 0)
        return failureOf(errno, "ftruncate");
    if (from == 0)
        m_isDoubtful = false; // every byte is written anew
    if (::lseek(m_file, from, SEEK_SET) != from)
        return failureOf(errno, "lseek");
    const bool isHashed = m_hash && m_size == from && from > 0;
    m_size = from;
    m_lastSync = std::chrono::steady_clock::now();
    if (m_target.checksum && !isHashed && !hashWhatIsThere())
        return failureOf(EIO, "read");
    return std::nullopt;
}

bool PartFile::hashWhatIsThere()
{
    m_hash.emplace(*m_target.checksum);
    for (qint64 done = 0; done < m_size;) {
        const QByteArray bytes = readAt(m_file, done, std::min<qint64>(m_size - done, 1 << 20));
        if (bytes.isEmpty())
            return false;
        m_hash->add(bytes);
        done += bytes.size();
    }
    return true;
}

PartFile::MaybeFailure PartFile::write(const QByteArray &bytes)
{
    if (const int error = writeAll(m_file, bytes))
        return failureOf(error, "write");
    if (m_hash)
        m_hash->add(bytes);
    m_size += bytes.size();
    syncPeriodically();
    return std::nullopt;
}

/// A sync that fails here is no reason to end; seal() will tell.
void PartFile::syncPeriodically()
{
    const auto now = std::chrono::steady_clock::now();
    if (!m_sidecar.isThere() || m_isDoubtful || now - m_lastSync < syncInterval)
        return;
    m_lastSync = now;
    m_isDoubtful = ::fdatasync(m_file) != 0;
    if (!m_isDoubtful)
        writeSidecar(m_size);
}

/// Never beside a file that another program put in the place of ours.
bool PartFile::writeSidecar(qint64 synced)
{
    struct stat it { };
    return isStillOurs() && ::fstat(m_file, &it) == 0
        && m_sidecar.write({m_source, inodeOf(it), synced});
}

tl::expected<Proof, record::Failure> PartFile::seal(Proof proof)
{
    if (m_hash) {
        const auto compared = m_hash->compare();
        if (!compared)
            return compared;
        proof = *compared;
    }
    if (m_isDoubtful || ::fdatasync(m_file) != 0) {
        const int error = m_isDoubtful ? EIO : errno;
        m_isDoubtful = true;
        return tl::unexpected(failureOf(error, "fdatasync"));
    }
    if (m_target.keepsServerTime && m_modified)
        setModified(m_file, *m_modified);
    if (m_target.isKept)
        storeProvenance(proof); // after the sync: it must not speak of bytes that a crash loses
    m_isSealed = true;
    return proof;
}

std::optional<std::chrono::nanoseconds> PartFile::hashing() const
{
    return m_hash ? std::optional(m_hash->spent()) : std::nullopt;
}

void PartFile::storeProvenance(Proof proof) const
{
    struct stat it { };
    if (::fstat(m_file, &it) != 0)
        return;
    Provenance provenance{m_source, proof, {}, modifiedAt(it)};
    provenance.source.total = m_size;
    if (m_target.checksum)
        provenance.checksum = plan::textOf(*m_target.checksum);
    setProvenance(m_file, provenance);
}

/// The name still leads to the file that we wrote, and to no link put in its place.
bool PartFile::isStillOurs() const
{
    return isAt(m_folder, m_part);
}

bool PartFile::isAt(int folder, const QByteArray &part) const
{
    struct stat named { };
    struct stat opened { };
    return ::fstatat(folder, part.constData(), &named, AT_SYMLINK_NOFOLLOW) == 0
        && ::fstat(m_file, &opened) == 0 && named.st_dev == opened.st_dev
        && named.st_ino == opened.st_ino;
}

bool PartFile::confirm(const QString &name, Proof proof, const std::optional<IncomingBody> &begin,
                       const QByteArray &held) const
{
    const int other = ::openat(m_folder, QFile::encodeName(name).constData(), O_RDONLY | oldFile);
    if (other < 0)
        return false;
    const std::optional<Provenance> earlier = provenanceOf(other);
    const qint64 size = begin ? held.size() : m_size;
    bool isSame =
        earlier && earlier->source.entry == m_target.entry && earlier->source.total == size;
    constexpr qint64 block = 1 << 20;
    for (qint64 done = 0; isSame && done < size; done += block) {
        const qint64 count = std::min(block, size - done);
        const QByteArray ours = begin ? held.mid(done, count) : readAt(m_file, done, count);
        isSame = ours.size() == count && ours == readAt(other, done, count);
    }
    Source source = m_source;
    if (begin)
        source = {m_target.entry, begin->senderDigest, begin->validator, size};
    source.total = size;
    if (isSame)
        renew(other, *earlier, source, proof);
    ::close(other);
    return isSame;
}

int PartFile::publish(const QString &name, bool replace)
{
    if (!isStillOurs())
        return ESTALE;
    const QByteArray to = QFile::encodeName(name);
    int error = 0;
    if (!replace)
        error = renameWithoutReplacing(m_folder, m_part, m_folder, to);
    else if (::renameat(m_folder, m_part.constData(), m_folder, to.constData()) != 0)
        error = errno;
    if (error != 0)
        return error;
    m_sidecar.remove();
    forget();
    return 0;
}

/// 0, or an errno. A kill between the two leaves a part that begins anew. Nobody takes it over before it is let go of,
/// so that it can still go back.
int PartFile::moveWithSidecar(int folder, const QByteArray &part,
                              std::atomic<bool> &isDecided) const
{
    const QByteArray sidecar = part + SidecarFile::ending;
    removeIfLeftOver(folder, sidecar);
    if (const int error = renameWithoutReplacing(m_folder, m_part, folder, part))
        return error;
    int error = renameWithoutReplacing(m_folder, m_part + SidecarFile::ending, folder, sidecar);
    if (error == 0 && !isDecided.exchange(true))
        return 0;
    if (error == 0) {
        static_cast<void>(
            renameWithoutReplacing(folder, sidecar, m_folder, m_part + SidecarFile::ending));
        error = ECANCELED;
    }
    static_cast<void>(renameWithoutReplacing(folder, part, m_folder, m_part));
    return error;
}

bool PartFile::moveTo(int folder, const QString &name, std::atomic<bool> &isDecided)
{
    int error = isStillOurs() ? EEXIST : ESTALE;
    for (int number = 0; error == EEXIST && number < maxNumberedNames; ++number)
        error = isAt(folder, partName(name, number))
            ? 0
            : moveWithSidecar(folder, partName(name, number), isDecided);
    forget();
    return error == 0;
}

qint64 PartFile::suspend()
{
    if (m_file < 0) { // it was left before, perhaps by an earlier run
        const std::optional<ResumePoint> left = kept();
        forget();
        return left ? left->bytes : 0;
    }
    if (!isStillOurs()) {
        forget();
        return 0;
    }
    if (!m_isSealed && (!isResumable() || !m_sidecar.isThere() || m_size == 0)) {
        remove();
        return 0;
    }
    qint64 stays = m_size;
    if (!m_isSealed && (m_isDoubtful || ::fdatasync(m_file) != 0 || !writeSidecar(m_size))) {
        const std::optional<Sidecar> last = m_sidecar.read(); // it stands, and claims less
        stays = last ? last->synced : 0;
    }
    forget();
    return stays;
}

void PartFile::remove()
{
    if (!m_part.isEmpty() && isStillOurs()) {
        m_sidecar.remove();
        ::unlinkat(m_folder, m_part.constData(), 0);
    }
    forget();
}

} // namespace lapwing::engine
