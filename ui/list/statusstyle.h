// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <QColor>
#include <QPalette>

namespace lapwing::ui {

/// How a state looks: a glyph and a word, so that colours need not be told apart.
struct StatusLook {
    record::TaskState state;
    const char16_t *glyph;
    const char *word; ///< untranslated; see wordOf
    QRgb onLight;     ///< at least 4.5 to 1 on white
    QRgb onDark;      ///< at least 4.5 to 1 on a dark base
    Qt::BrushStyle fill;
};

[[nodiscard]] const StatusLook &lookOf(record::TaskState state);
[[nodiscard]] QString glyphOf(record::TaskState state);
[[nodiscard]] QString wordOf(record::TaskState state);

/// By the lightness of the palette's base: Qt knows a colour scheme from 6.5 on only, and that is the system's.
[[nodiscard]] bool isDark(const QPalette &palette);
[[nodiscard]] QColor colourOf(record::TaskState state, const QPalette &palette);
/// What `share` of one over the other comes to: it hides what is under it.
[[nodiscard]] QColor mixed(const QColor &over, const QColor &under, float share);
/// The base with a little of that colour.
[[nodiscard]] QColor tintOf(record::TaskState state, const QPalette &palette);

} // namespace lapwing::ui
