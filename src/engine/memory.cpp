// SPDX-License-Identifier: MIT
#include "engine/memory.h"

#include "engine/share.h"

#include <malloc.h>

namespace lapwing::engine {

void keepFreedMemory()
{
#ifdef __GLIBC__
    ::mallopt(M_MMAP_THRESHOLD, static_cast<int>(bytesInFlight));
    ::mallopt(M_TRIM_THRESHOLD, static_cast<int>(bytesInFlight));
#endif
}

} // namespace lapwing::engine
