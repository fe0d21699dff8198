// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace lapwing::engine {

/// glibc, and Linux; any Qt.
///
/// For main(), before anything else: memory that a download frees stays with the process for the next chunk, where at
/// most `bytes` are in flight. By default glibc returns such chunks to the OS and faults them in again: 18,000 page faults
/// for a file of 1 GiB instead of 8,000.
void keepFreedMemory(qint64 bytes);

/// To the system, what was freed: after much of it at once, of which little will be needed again. It holds the lock of the
/// heap: whatever thread it is on, the others wait as soon as they need memory (measured in the window: up to 21 ms after a
/// list of 40,000 rows, 0.6 s after 528 MB in small pieces). glibc, and Linux; elsewhere nothing happens.
void giveBackMemory();

/// What the process has of the machine's memory now, in bytes (the second number of /proc/self/statm).
/// 0: it cannot be told, or says nothing of the program, since a sanitizer keeps what is freed.
[[nodiscard]] qint64 residentMemory();

} // namespace lapwing::engine
