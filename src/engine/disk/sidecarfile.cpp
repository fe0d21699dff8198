// SPDX-License-Identifier: MIT
#include "engine/disk/sidecarfile.h"

#include "engine/disk/posixfile.h"
#include "plan/safename.h"

#include <cerrno>
#include <cstdio>
#include <string_view>
#include <unistd.h>

namespace lapwing::engine {
namespace {

static_assert(std::string_view(".part").size() + std::string_view(SidecarFile::ending).size() + 1
                  <= plan::roomForEndings,
              "a sidecar can be written beside any part");

constexpr QByteArrayView beginning = "answerer ";

/// A crash leaves one that begins as ours do, or is empty; anything else is somebody's file, unless the part beside it
/// is ours and it is torn.
bool isOurs(const std::optional<QByteArray> &bytes)
{
    return bytes && (bytes->isEmpty() || bytes->startsWith(beginning));
}

/// Cut within its first word, or with the size alone on the disk.
bool isTorn(const QByteArray &bytes)
{
    constexpr qsizetype block = 4096;
    return beginning.startsWith(bytes)
        || (bytes.size() <= block && bytes.count('\0') == bytes.size());
}

/// While it is written.
QByteArray freshNameOf(const QByteArray &name)
{
    return name + '~';
}

void removeIfOurs(int folder, const QByteArray &name)
{
    if (isOurs(readSmallFile(folder, name)))
        ::unlinkat(folder, name.constData(), 0);
}

/// 0, or an errno: EEXIST where somebody's file has the name.
int renameOverOurs(int folder, const QByteArray &from, const QByteArray &to)
{
    const int error = renameWithoutReplacing(folder, from, folder, to);
    if (error != EEXIST || !isOurs(readSmallFile(folder, to)))
        return error;
    return ::renameat(folder, from.constData(), folder, to.constData()) == 0 ? 0 : errno;
}

} // namespace

void SidecarFile::belongTo(const QByteArray &part)
{
    m_name = part + ending;
    m_isThere = false;
}

bool SidecarFile::isSomebodyElses() const
{
    const std::optional<QByteArray> bytes = readSmallFile(m_folder, m_name);
    return bytes && !isOurs(bytes);
}

void SidecarFile::takeOver()
{
    const std::optional<QByteArray> bytes = readSmallFile(m_folder, m_name);
    m_isThere = isOurs(bytes) || (bytes && isTorn(*bytes));
}

std::optional<Sidecar> SidecarFile::read()
{
    const std::optional<QByteArray> bytes = readSmallFile(m_folder, m_name);
    m_isThere = isOurs(bytes);
    return bytes ? Sidecar::read(*bytes) : std::nullopt;
}

bool SidecarFile::write(const Sidecar &sidecar)
{
    const QByteArray bytes = sidecar.toBytes();
    if (writeFresh(bytes)) {
        m_isThere = true;
        return true;
    }
    removeIfOurs(m_folder, freshNameOf(m_name));
    return m_isThere && writeOver(bytes);
}

bool SidecarFile::writeFresh(const QByteArray &bytes)
{
    const QByteArray fresh = freshNameOf(m_name);
    int file = ::openat(m_folder, fresh.constData(), newFile, 0666);
    if (file < 0) {
        removeIfOurs(m_folder, fresh);
        file = ::openat(m_folder, fresh.constData(), newFile, 0666);
    }
    if (file < 0)
        return false;
    const bool written = writeAll(file, bytes) == 0;
    const bool closed = ::close(file) == 0;
    if (!written || !closed)
        return false;
    return m_isThere ? ::renameat(m_folder, fresh.constData(), m_folder, m_name.constData()) == 0
                     : renameOverOurs(m_folder, fresh, m_name) == 0;
}

/// Needs no new block: overwrites in place.
bool SidecarFile::writeOver(const QByteArray &bytes) const
{
    const int file = ::openat(m_folder, m_name.constData(), O_WRONLY | oldFile);
    if (file < 0)
        return false;
    const bool written = writeAll(file, bytes) == 0 && ::ftruncate(file, bytes.size()) == 0;
    return ::close(file) == 0 && written;
}

void SidecarFile::remove()
{
    if (m_isThere)
        ::unlinkat(m_folder, m_name.constData(), 0);
    removeIfOurs(m_folder, freshNameOf(m_name));
    m_isThere = false;
}

void removeIfLeftOver(int folder, const QByteArray &sidecar)
{
    const QByteArray part = sidecar.chopped(QByteArrayView(SidecarFile::ending).size());
    if (::faccessat(folder, part.constData(), F_OK, AT_SYMLINK_NOFOLLOW) == 0)
        return;
    const auto bytes = readSmallFile(folder, sidecar);
    if (bytes && Sidecar::read(*bytes))
        ::unlinkat(folder, sidecar.constData(), 0);
}

} // namespace lapwing::engine
