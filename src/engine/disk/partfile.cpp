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
#include <sys/statvfs.h>
#include <unistd.h>

namespace lapwing::engine {

QByteArray PartFile::partName(const QString &name, int number)
{
    return QFile::encodeName(plan::numbered(name, number)) + ending;
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
