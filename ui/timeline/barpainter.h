// SPDX-License-Identifier: MIT
#pragma once

#include "timeline/inks.h"
#include "timeline/taskbar.h"
#include "timeline/timerange.h"

#include <QRectF>

class QPainter;

namespace lapwing::ui {

/// Where a piece of time lies, whichever way time runs; at least report::thinnest wide.
[[nodiscard]] QRectF boxOf(const TimeRange &range, record::Stamp from, record::Stamp to, double top,
                           double height);

/// Draws bars as report::drawBar() does, with what is out of sight left out.
class BarPainter {
public:
    BarPainter(QPainter &painter, const Inks &inks, const TimeRange &range);

    void draw(const TaskBar &bar, double top, double height);
    /// One part in its colour and its hatch.
    void drawPart(report::Part part, const QRectF &box);

private:
    void drawPiece(const BarPiece &piece, const QRectF &box);
    void drawMiddleLine(report::Part part, const QRectF &box);
    void drawWords(const BarPiece &piece, const QRectF &box);
    void drawCross(double x, double middle, double size);
    void drawLateMark(double x, double top);
    [[nodiscard]] bool isHidden(const QRectF &box) const;

    QPainter &m_painter;
    const Inks &m_inks;
    const TimeRange &m_range;
};

} // namespace lapwing::ui
