// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>

namespace lapwing::ui {

/// With digits of one width, so that a figure that changes does not tremble. Before 6.7 Qt cannot ask a font for
/// them; most have no others.
[[nodiscard]] inline QFont tabular(QFont font)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature(QFont::Tag("tnum"), 1);
#endif
    return font;
}

} // namespace lapwing::ui
