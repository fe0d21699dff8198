// SPDX-License-Identifier: MIT
#include "engine/http/buffersizes.h"

#include <algorithm>

namespace lapwing::engine {

BufferSizes bufferSizesFor(int atOnce)
{
    const qint64 whole = bytesInFlight / std::max(1, atOnce);
    const qint64 chunk = std::min<qint64>(1024 * 1024, whole / 6);
    const qint64 readBuffer = std::min<qint64>(4 * 1024 * 1024, (whole - 2 * chunk) / 2);
    return {readBuffer, chunk};
}

} // namespace lapwing::engine
