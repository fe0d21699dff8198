// SPDX-License-Identifier: MIT
#pragma once

#include <QFile>
#include <QTemporaryDir>

#include <sys/mount.h>

namespace lapwing::test {

/// A disk that is mounted at a folder: what SQLite follows, unlike tinydisk.h's. Needs the right to mount.
class SmallDisk {
public:
    explicit SmallDisk(const char *size = "size=1m")
        : m_path(QFile::encodeName(m_folder.path()))
        , m_isThere(::mount("none", m_path.constData(), "tmpfs", 0, size) == 0)
    {
    }
    ~SmallDisk()
    {
        if (m_isThere)
            ::umount2(m_path.constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] bool makeReadOnly() const
    {
        return ::mount("none", m_path.constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }

private:
    QTemporaryDir m_folder;
    QByteArray m_path;
    bool m_isThere;
};

} // namespace lapwing::test
