// SPDX-License-Identifier: MIT
#include "engine/disk/posixfile.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <sys/file.h>
#include <sys/xattr.h>
#include <thread>
#include <unistd.h>

namespace lapwing::engine {
namespace {

/// Where there are not even hard links (some FAT and FUSE): a name of our own to rename over, reserved
/// by its exclusive creation. A kill between the two leaves that name empty.
int renameOverReserved(int folder, const QByteArray &from, int toFolder, const QByteArray &to)
{
    const int reserved = ::openat(toFolder, to.constData(), newFile, 0600);
    if (reserved < 0)
        return errno;
    ::close(reserved);
    if (::renameat(folder, from.constData(), toFolder, to.constData()) == 0)
        return 0;
    const int error = errno;
    ::unlinkat(toFolder, to.constData(), 0);
    return error;
}

} // namespace

int renameWithoutReplacing(int folder, const QByteArray &from, int toFolder, const QByteArray &to)
{
    if (::renameat2(folder, from.constData(), toFolder, to.constData(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    if (::linkat(folder, from.constData(), toFolder, to.constData(), 0) == 0) {
        ::unlinkat(folder, from.constData(), 0);
        return 0;
    }
    const bool hasNoLinks =
        errno == EPERM || errno == ENOTSUP || errno == ENOSYS || errno == EMLINK;
    return hasNoLinks ? renameOverReserved(folder, from, toFolder, to) : errno;
}

int enterFolder(int folder, const QByteArray &name)
{
    return ::openat(folder, name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

int makeAndEnterFolder(int folder, const QByteArray &name, bool *isMade)
{
    const bool isNew = ::mkdirat(folder, name.constData(), 0777) == 0;
    const int error = errno;
    if (isMade)
        *isMade = isNew;
    if (isNew)
        ::fsync(folder); // it must not be lost with what is finished in it
    const int opened = enterFolder(folder, name);
    if (opened < 0 && errno == ENOENT && !isNew)
        errno = error;
    return opened;
}

/// A run has the lock only while it removes the folder; a program that has it for longer, as flock(1) around ours, is not waited
/// for.
int heldFolder(int folder)
{
    using namespace std::chrono_literals;
    for (int tries = 0; folder >= 0 && tries < 20; ++tries) {
        if (::flock(folder, LOCK_SH | LOCK_NB) == 0 || errno != EWOULDBLOCK)
            break;
        std::this_thread::sleep_for(1ms);
    }
    struct stat it { };
    if (folder < 0 || ::fstat(folder, &it) != 0 || it.st_nlink > 0)
        return folder;
    ::close(folder);
    errno = ENOENT;
    return -1;
}

void removeUnusedFolder(int above, const QByteArray &name)
{
    const int folder = enterFolder(above, name);
    if (folder >= 0 && ::flock(folder, LOCK_EX | LOCK_NB) == 0)
        ::unlinkat(above, name.constData(), AT_REMOVEDIR);
    if (folder >= 0)
        ::close(folder);
}

int writeAll(int file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(file, bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        bytes = bytes.sliced(written);
    }
    return 0;
}

QByteArray readAt(int file, qint64 offset, qint64 count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    qint64 got = 0;
    while (got < count) {
        const ssize_t more =
            ::pread(file, bytes.data() + got, static_cast<std::size_t>(count - got), offset + got);
        if (more < 0 && errno == EINTR)
            continue;
        if (more <= 0)
            break;
        got += more;
    }
    bytes.truncate(got);
    return bytes;
}

std::optional<QByteArray> readSmallFile(int folder, const QByteArray &name)
{
    const int file = ::openat(folder, name.constData(), O_RDONLY | oldFile);
    if (file < 0)
        return std::nullopt;
    QByteArray bytes = readAt(file, 0, 64 * 1024);
    ::close(file);
    return bytes;
}

QByteArray attributeOf(int file, const char *name)
{
    std::array<char, 4096> bytes{};
    const ssize_t size = ::fgetxattr(file, name, bytes.data(), bytes.size());
    return size > 0 ? QByteArray(bytes.data(), size) : QByteArray();
}

void setAttribute(int file, const char *name, const QByteArray &value)
{
    ::fsetxattr(file, name, value.constData(), static_cast<std::size_t>(value.size()), 0);
}

void removeAttribute(int file, const char *name)
{
    ::fremovexattr(file, name);
}

qint64 inodeOf(const struct stat &it)
{
    return static_cast<qint64>(it.st_ino);
}

qint64 modifiedAt(const struct stat &it)
{
    return it.st_mtim.tv_sec * 1'000'000'000LL + it.st_mtim.tv_nsec;
}

void setModified(int file, const QDateTime &time)
{
    const std::array<timespec, 2> times{timespec{0, UTIME_OMIT},
                                        timespec{time.toSecsSinceEpoch(), 0}};
    ::futimens(file, times.data());
}

std::optional<Provenance> provenanceOf(int file)
{
    const QByteArray bytes = attributeOf(file, Provenance::attribute);
    struct stat it { };
    if (bytes.isEmpty() || ::fstat(file, &it) != 0 || !S_ISREG(it.st_mode))
        return std::nullopt;
    const auto provenance = Provenance::read(bytes);
    const bool untouched = provenance && provenance->modified == modifiedAt(it)
        && provenance->source.total == it.st_size;
    return untouched ? provenance : std::nullopt;
}

void setProvenance(int file, const Provenance &provenance)
{
    setAttribute(file, Provenance::attribute, provenance.toBytes());
    setAttribute(file, Provenance::stateAttribute,
                 provenance.proof == Proof::Proven ? "done" : "unverified");
}

record::Failure failureOf(int errorNumber, const char *call)
{
    const QString detail =
        QStringLiteral("%1: %2").arg(QString::fromLatin1(call), qt_error_string(errorNumber));
    switch (errorNumber) {
    case ENOSPC:
    case EDQUOT:
        return make(record::Cause::DiskFull, detail);
    case EACCES:
    case EPERM:
    case EROFS:
        return make(record::Cause::NoPermission, detail);
    case EISDIR:
        return make(record::Cause::NameIsFolder, detail);
    default:
        return make(record::Cause::WriteFailed, detail);
    }
}

} // namespace lapwing::engine
