// SPDX-License-Identifier: MIT
#include "fuzz/promises.h"
#include "fuzz/target.h"
#include "plan/lists/html.h"

using namespace lapwing;

namespace {

void readsPages(const QByteArray &input)
{
    fuzz::promiseLinks(plan::linksFromHtml(QString::fromUtf8(input)));
    // Broken surrogate pairs, too: a page in UTF-16 may hold them.
    const auto *units = reinterpret_cast<const char16_t *>(input.constData());
    fuzz::promiseLinks(plan::linksFromHtml(QString::fromUtf16(units, input.size() / 2)));
}

} // namespace

LAPWING_FUZZ(readsPages)
