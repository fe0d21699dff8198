// SPDX-License-Identifier: MIT
#include "engine/partfile.h"

#include "plan/safename.h"

#include <QFile>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lapwing::engine {
namespace {

constexpr int mostNumbers = 100'000; ///< a bound, so that a folder full of twins ends with a reason

/// Renames without replacing, also where the file system cannot do so by itself. 0 or an errno.
int renameWithoutReplacing(int folder, const QByteArray &from, const QByteArray &to)
{
    if (::renameat2(folder, from.constData(), folder, to.constData(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    // A name of our own to rename over: reserved by its exclusive creation.
    const int reserved = ::openat(folder, to.constData(),
                                  O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_WRONLY, 0600);
    if (reserved < 0)
        return errno;
    ::close(reserved);
    return ::renameat(folder, from.constData(), folder, to.constData()) == 0 ? 0 : errno;
}

} // namespace

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
    default:
        return make(record::Cause::WriteFailed, detail);
    }
}

PartFile::~PartFile()
{
    if (m_file >= 0)
        ::close(m_file);
}

PartFile::MaybeFailure PartFile::create()
{
    for (int number = 0; number < mostNumbers; ++number) {
        const QString name = number == 0 ? m_name : plan::numbered(m_name, number);
        const QByteArray part = QFile::encodeName(name) + ".part";
        m_file = ::openat(m_folder, part.constData(),
                          O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_WRONLY, 0666);
        if (m_file >= 0) {
            m_part = part;
            return std::nullopt;
        }
        if (errno != EEXIST)
            return failureOf(errno, "open");
    }
    return failureOf(EEXIST, "open");
}

PartFile::MaybeFailure PartFile::write(const QByteArray &bytes)
{
    if (m_file < 0) {
        if (MaybeFailure failure = create())
            return failure;
    }
    const char *from = bytes.constData();
    auto left = static_cast<std::size_t>(bytes.size());
    while (left > 0) {
        const ssize_t written = ::write(m_file, from, left);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return failureOf(errno, "write");
        from += written;
        left -= static_cast<std::size_t>(written);
    }
    return std::nullopt;
}

PartFile::MaybeFailure PartFile::sync()
{
    if (m_file < 0) {
        if (MaybeFailure failure = create())
            return failure;
    }
    if (::fdatasync(m_file) != 0)
        return failureOf(errno, "fdatasync");
    const int closed = ::close(m_file);
    m_file = -1;
    if (closed != 0)
        return failureOf(errno, "close");
    return std::nullopt;
}

tl::expected<QString, record::Failure> PartFile::publish()
{
    for (int number = 0; number < mostNumbers; ++number) {
        const QString name = number == 0 ? m_name : plan::numbered(m_name, number);
        const int error = renameWithoutReplacing(m_folder, m_part, QFile::encodeName(name));
        if (error == 0) {
            m_part.clear();
            return name;
        }
        if (error != EEXIST)
            return tl::unexpected(failureOf(error, "rename"));
    }
    return tl::unexpected(failureOf(EEXIST, "rename"));
}

void PartFile::remove()
{
    if (!m_part.isEmpty())
        ::unlinkat(m_folder, m_part.constData(), 0);
    m_part.clear();
}

} // namespace lapwing::engine
