// SPDX-License-Identifier: MIT
#pragma once

#include "primer/stagepicture.h"

#include <QStringList>

namespace lapwing::cli {

/// A picture as lines of characters: a row for each coroutine, then the lane of the loop. `whole` is the time
/// that `columns` characters stand for.
[[nodiscard]] QStringList timelineText(const primer::StagePicture &picture, primer::Moment whole,
                                       int columns);

/// What each character means.
[[nodiscard]] QString timelineLegend();

} // namespace lapwing::cli
