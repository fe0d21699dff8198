// SPDX-License-Identifier: MIT
#pragma once

#include <QFontMetrics>

#include <algorithm>

namespace lapwing::ui {

/// The width of an average Latin letter, in pixels: what widths are counted in.
/// QFontMetrics::averageCharWidth() of a font with Chinese, Japanese and Korean glyphs is that of an ideograph,
/// twice as wide (Noto Sans CJK: 12 pixels, where its "x" has 6).
inline int letterWidth(const QFontMetrics &metrics)
{
    return std::min(metrics.averageCharWidth(), metrics.horizontalAdvance(u'x'));
}

} // namespace lapwing::ui
