// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/links.h"

namespace lapwing::plan {

/// Every href of an <a> element, resolved against <base href> when there is one, else against `base`.
[[nodiscard]] Links linksFromHtml(const QString &html, const QUrl &base = {});

} // namespace lapwing::plan
