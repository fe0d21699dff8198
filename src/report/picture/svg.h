// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"
#include "report/picture/palette.h"

#include <QByteArray>

namespace lapwing::report {

/// The picture of a document, SVG 1.1: of a sweep the chart of its levels, else the waterfall of the run
/// together and under it the same list one at a time. It stands alone: headline, legend, background.
[[nodiscard]] QByteArray toSvg(const Document &document, Theme theme = Theme::Light);

/// The same without XML declaration, headline and background, to stand in a page that has them.
[[nodiscard]] QByteArray waterfallPicture(const Document &document, Theme theme);
[[nodiscard]] QByteArray sweepPicture(const Document &document, Theme theme);

} // namespace lapwing::report
