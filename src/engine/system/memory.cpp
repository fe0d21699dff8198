// SPDX-License-Identifier: MIT
#include "engine/system/memory.h"

#include <QFile>

#include <malloc.h>
#include <unistd.h>

namespace lapwing::engine {

void keepFreedMemory([[maybe_unused]] qint64 bytes)
{
#ifdef __GLIBC__
    ::mallopt(M_MMAP_THRESHOLD, static_cast<int>(bytes));
    ::mallopt(M_TRIM_THRESHOLD, static_cast<int>(bytes));
#endif
}

void giveBackMemory()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

qint64 residentMemory()
{
#if defined(Q_OS_LINUX) && !defined(__SANITIZE_ADDRESS__)
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return 0;
    const QList<QByteArray> pages = statm.readLine().split(' ');
    return pages.size() > 1 ? pages[1].toLongLong() * ::sysconf(_SC_PAGESIZE) : 0;
#else
    return 0;
#endif
}

} // namespace lapwing::engine
