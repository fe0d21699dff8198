// SPDX-License-Identifier: MIT
#include "fuzz/promises.h"
#include "fuzz/target.h"
#include "plan/lists/sources.h"

using namespace lapwing;

namespace {

/// A line that begins with "file:" is left to the unit tests: it would read whatever this machine has there.
void readsUriLists(const QByteArray &input)
{
    const bool isUtf16 = input.contains('\0');
    if (!isUtf16 && !input.toLower().contains("file:"))
        fuzz::promiseLinks(plan::linksFromUriList(input));
}

} // namespace

LAPWING_FUZZ(readsUriLists)
