// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/links.h"

namespace lapwing::plan {

/// Every href of an <a> element, resolved against <base href> when there is one.
[[nodiscard]] Links linksFromHtml(const QString &html);

} // namespace lapwing::plan
