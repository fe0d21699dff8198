// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <sys/mount.h>
#include <unistd.h>

namespace lapwing::test {

/// A file system of a mebibyte that is mounted nowhere: what is written to folder() fills it soon. Needs the
/// right to make one.
class TinyDisk {
public:
    TinyDisk()
    {
        const int made = ::fsopen("tmpfs", FSOPEN_CLOEXEC);
        if (made < 0)
            return;
        if (::fsconfig(made, FSCONFIG_SET_STRING, "size", "1m", 0) == 0
            && ::fsconfig(made, FSCONFIG_CMD_CREATE, nullptr, nullptr, 0) == 0)
            m_root = ::fsmount(made, FSMOUNT_CLOEXEC, 0);
        ::close(made);
    }
    ~TinyDisk()
    {
        if (m_root >= 0)
            ::close(m_root);
    }
    TinyDisk(const TinyDisk &) = delete;
    TinyDisk &operator=(const TinyDisk &) = delete;

    [[nodiscard]] bool isThere() const { return m_root >= 0; }
    [[nodiscard]] QString folder() const { return QStringLiteral("/proc/self/fd/%1").arg(m_root); }

private:
    int m_root = -1;
};

} // namespace lapwing::test
