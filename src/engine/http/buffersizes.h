// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace lapwing::engine {

/// Bytes that may be in flight over all tasks of a run: between the socket and the disk.
inline constexpr qint64 bytesInFlight = 32 * 1024 * 1024;

/// One task's part of them.
struct BufferSizes {
    qint64
        readBuffer; ///< QNetworkReply::setReadBufferSize; Qt may hold as much again on its own thread
    qint64 chunk;   ///< handed to the sink at once; one more may be on its way to the disk
};

/// Divides bytesInFlight by the number of tasks at once, so that 2 readBuffer + 2 chunk fits. A buffer
/// over 4 MiB gains nothing; a chunk of 1 MiB keeps the loop still for 1 to 5 ms (./dev bench, one file of 1 GiB).
[[nodiscard]] BufferSizes bufferSizesFor(int atOnce);

} // namespace lapwing::engine
