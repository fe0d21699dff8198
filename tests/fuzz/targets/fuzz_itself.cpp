// SPDX-License-Identifier: MIT
#include "fuzz/target.h"

/// Breaks its promise at once: shows that the replay can fail.
static void breaks(const QByteArray &input)
{
    LAPWING_PROMISE(input.isNull());
}

LAPWING_FUZZ(breaks)
