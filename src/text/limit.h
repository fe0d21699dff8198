// SPDX-License-Identifier: MIT
#pragma once

#include "measure/sweep/recommendation.h"
#include "measure/verdict/verdict.h"

#include <QString>

#include <optional>

namespace lapwing::text {

/// What limited `run`, and whether more at once helps, in one short sentence: for where there is no room for
/// sentences() of text/verdict.h. Where all files were under way at once, more is not spoken of. Empty: nothing
/// was downloaded, or no file and no limit is known. `recommended`: what a sweep of the same list came to, which
/// tells what one run cannot: that more does not help.
[[nodiscard]] QString limitSentence(const measure::Verdict &verdict, const record::Run &run,
                                    const std::optional<measure::Recommendation> &recommended = {});

} // namespace lapwing::text
