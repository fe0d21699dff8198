// SPDX-License-Identifier: MIT
#include "engine/disk/sidecarfile.h"

#include "engine/disk/posixfile.h"
#include "plan/safename.h"

#include <cstdio>
#include <string_view>
#include <unistd.h>

namespace lapwing::engine {
namespace {

static_assert(std::string_view(".part").size() + std::string_view(SidecarFile::ending).size() + 1
                  <= plan::roomForEndings,
              "a sidecar can be written beside any part");

/// While it is written. A process that died meanwhile left one that begins as ours do, or is empty.
QByteArray freshNameOf(const QByteArray &name)
{
    return name + '~';
}

void removeFresh(int folder, const QByteArray &name)
{
    const QByteArray fresh = freshNameOf(name);
    const auto bytes = readSmallFile(folder, fresh);
    if (bytes && (bytes->isEmpty() || bytes->startsWith("answerer ")))
        ::unlinkat(folder, fresh.constData(), 0);
}

} // namespace

void SidecarFile::belongTo(const QByteArray &part)
{
    m_name = part + ending;
    m_isThere = false;
}

std::optional<Sidecar> SidecarFile::read()
{
    const std::optional<QByteArray> bytes = readSmallFile(m_folder, m_name);
    m_isThere = bytes.has_value();
    return bytes ? Sidecar::read(*bytes) : std::nullopt;
}

bool SidecarFile::write(const Sidecar &sidecar)
{
    const QByteArray bytes = sidecar.toBytes();
    if (writeFresh(bytes)) {
        m_isThere = true;
        return true;
    }
    removeFresh(m_folder, m_name);
    return m_isThere && writeOver(bytes);
}

bool SidecarFile::writeFresh(const QByteArray &bytes)
{
    const QByteArray fresh = freshNameOf(m_name);
    int file = ::openat(m_folder, fresh.constData(), newFile, 0666);
    if (file < 0) {
        removeFresh(m_folder, m_name);
        file = ::openat(m_folder, fresh.constData(), newFile, 0666);
    }
    if (file < 0)
        return false;
    const bool written = writeAll(file, bytes) == 0;
    const bool closed = ::close(file) == 0;
    return written && closed
        && ::renameat(m_folder, fresh.constData(), m_folder, m_name.constData()) == 0;
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
    removeFresh(m_folder, m_name);
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
