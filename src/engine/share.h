// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace lapwing::engine {

/// Bytes that may be in flight over all tasks of a run: between the socket and the disk.
inline constexpr qint64 bytesInFlight = 32 * 1024 * 1024;

/// One task's part of them.
struct Share {
    qint64 readBuffer; ///< QNetworkReply::setReadBufferSize; Qt may hold as much again on its own thread
    qint64 chunk;      ///< handed to the sink at once
};

/// Divides bytesInFlight by the number of tasks at once, so that 2 readBuffer + chunk fits. A buffer
/// over 4 MiB gains nothing, a chunk over 256 KiB stalls the loop (reference performance, one file of 1 GiB).
[[nodiscard]] Share shareOf(int atOnce);

} // namespace lapwing::engine
