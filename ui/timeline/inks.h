// SPDX-License-Identifier: MIT
#pragma once

#include "report/picture/bars.h"

#include <QColor>
#include <QHash>
#include <QPalette>
#include <QPixmap>

#include <array>

class QPainter;

namespace lapwing::ui {

/// Nothing but black and white, or nearly: a theme for those who see colours badly or not at all.
/// No Qt tells before 6.10: fields, buttons and the window are of one colour there, and text is at least
/// 15 : 1 on it (WCAG 2.2 calls 7 : 1 enhanced).
[[nodiscard]] bool isHighContrast(const QPalette &palette);

/// The colours and hatches of the report's pictures, for the palette of a window.
class Inks {
public:
    explicit Inks(const QPalette &palette, qreal pixelRatio = 1);

    [[nodiscard]] QColor colour(report::ColorRole role) const
    {
        return m_colours[static_cast<std::size_t>(role)];
    }
    /// What a part is filled with; in high contrast text's own colour, of which the hatch tells which part it is.
    [[nodiscard]] QColor fillOf(const report::PartLook &look) const;
    [[nodiscard]] QColor hatchColourOf(const report::PartLook &look) const;
    /// Lines over `area`, as report::Canvas::hatch() draws them. They stand still where the area moves.
    void drawHatch(QPainter &painter, const QRectF &area, report::Hatch hatch,
                   const QColor &colour) const;
    [[nodiscard]] bool isHighContrast() const { return m_isHighContrast; }

private:
    [[nodiscard]] QColor made(report::ColorRole role) const;
    [[nodiscard]] QPixmap tile(report::Hatch hatch, const QColor &colour) const;

    QPalette m_palette;
    qreal m_pixelRatio;
    report::Theme m_theme;
    bool m_isHighContrast;
    std::array<QColor, report::inkCount> m_colours; ///< read from text once
    mutable QHash<std::pair<int, QRgb>, QPixmap>
        m_tiles; ///< drawn once: thousands of lines cost milliseconds
};

} // namespace lapwing::ui
