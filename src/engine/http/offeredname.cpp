// SPDX-License-Identifier: MIT
#include "engine/http/offeredname.h"

#include "plan/http/contenttype.h"
#include "plan/http/disposition.h"
#include "plan/safename.h"

namespace lapwing::engine {

QString offeredName(const ResponseHead &head, const plan::Entry &entry)
{
    if (entry.isNamed)
        return {};
    if (const auto disposition = head.value("Content-Disposition")) {
        if (const auto name = plan::nameFromDisposition(*disposition))
            return plan::safeName(*name);
    }
    const bool urlHasName = !entry.url.fileName().isEmpty();
    const auto type = head.value("Content-Type");
    return urlHasName || !type ? QString() : plan::nameFromType(*type);
}

} // namespace lapwing::engine
