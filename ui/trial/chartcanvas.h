// SPDX-License-Identifier: MIT
#pragma once

#include "timeline/inks.h"

#include <QPainter>
#include <QRectF>
#include <QString>

namespace lapwing::ui {

/// Something in a chart that tells more when it is pointed at.
struct ChartMark {
    QPointF at;
    QString text;
};

/// Paints in the colours of the reports, with x counted from the side where lines of text begin: mirrored where
/// that is the right one.
class ChartCanvas {
public:
    ChartCanvas(QPainter &painter, const Inks &inks, const QRectF &area, bool isMirrored);

    [[nodiscard]] double width() const { return m_area.width(); }
    [[nodiscard]] double height() const { return m_area.height(); }
    [[nodiscard]] double lineHeight() const;
    [[nodiscard]] double widthOf(const QString &text, bool isBold = false) const;
    [[nodiscard]] QColor colour(report::ColorRole role, double opacity = 1) const;
    /// As the painter has it.
    [[nodiscard]] QPointF pointAt(double x, double y) const;

    void line(const QPointF &from, const QPointF &to, const QPen &pen) const;
    void curve(const QPolygonF &points, const QPen &pen) const;
    void fill(const QRectF &box, const QColor &colour) const;
    void frame(const QRectF &box, const QPen &pen) const;
    /// Filled or a ring.
    void dot(const QPointF &at, double radius, const QColor &colour, bool isFilled = true) const;
    void ring(const QPointF &at, double radius, const QPen &pen) const;

    struct Letters {
        Qt::Alignment side = Qt::AlignLeft; ///< of lines that begin at the left; mirrored with them
        report::ColorRole role = report::ColorRole::Text;
        bool isBold = false;
    };
    /// In the middle of the height of `box`.
    void text(const QRectF &box, const QString &text, const Letters &letters) const;

private:
    [[nodiscard]] QRectF boxAt(const QRectF &box) const;

    QPainter &m_painter;
    const Inks &m_inks;
    QRectF m_area;
    bool m_isMirrored;
    QFont m_bold;
};

} // namespace lapwing::ui
