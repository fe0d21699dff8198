// SPDX-License-Identifier: MIT
#include "icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

#include <array>

namespace lapwing::ui {
namespace {

/// A shape on a grid of 16 by 16: stroked, and filled where it is closed and meant to be solid.
struct Shape {
    QPainterPath outline;
    bool solid = false;
};

QPainterPath through(std::initializer_list<QPointF> points, bool closed = false)
{
    QPainterPath path(*points.begin());
    for (auto point = points.begin() + 1; point != points.end(); ++point)
        path.lineTo(*point);
    if (closed)
        path.closeSubpath();
    return path;
}

Shape add()
{
    QPainterPath path = through({{8, 3}, {8, 13}});
    path.addPath(through({{3, 8}, {13, 8}}));
    return {path};
}

Shape list()
{
    QPainterPath path =
        through({{3.5, 1.5}, {10.5, 1.5}, {13.5, 4.5}, {13.5, 14.5}, {3.5, 14.5}}, true);
    for (const double y : {6.5, 9.0, 11.5})
        path.addPath(through({{6, y}, {11, y}}));
    return {path};
}

Shape start()
{
    return {through({{4.5, 2.5}, {13, 8}, {4.5, 13.5}}, true), true};
}

Shape stop()
{
    return {through({{4, 4}, {12, 4}, {12, 12}, {4, 12}}, true), true};
}

Shape stopwatch()
{
    QPainterPath path;
    path.addEllipse(QPointF(8, 9), 5.5, 5.5);
    path.addPath(through({{8, 9}, {8, 5.5}}));
    path.addPath(through({{6.5, 1.5}, {9.5, 1.5}}));
    path.addPath(through({{8, 1.5}, {8, 3.5}}));
    return {path};
}

Shape exporting()
{
    QPainterPath path = through({{8, 1.5}, {8, 9.5}});
    path.addPath(through({{5, 6.5}, {8, 9.5}, {11, 6.5}}));
    path.addPath(through({{2.5, 9.5}, {2.5, 14}, {13.5, 14}, {13.5, 9.5}}));
    return {path};
}

Shape folder()
{
    return {through({{1.5, 3}, {6, 3}, {7.5, 5}, {14.5, 5}, {14.5, 13.5}, {1.5, 13.5}}, true)};
}

/// A bowl and what rises from it: the deliveries are meals.
Shape bowl()
{
    QPainterPath path(QPointF(2, 7.5));
    path.lineTo(14, 7.5);
    path.cubicTo(14, 15.5, 2, 15.5, 2, 7.5);
    path.addPath(through({{6, 5}, {6, 2.5}}));
    path.addPath(through({{10, 5}, {10, 2.5}}));
    return {path};
}

Shape cross()
{
    QPainterPath path = through({{4, 4}, {12, 12}});
    path.addPath(through({{12, 4}, {4, 12}}));
    return {path};
}

Shape emptied()
{
    QPainterPath path = through({{3.5, 4.5}, {4.5, 14.5}, {11.5, 14.5}, {12.5, 4.5}});
    path.addPath(through({{2, 4.5}, {14, 4.5}}));
    path.addPath(through({{6, 4.5}, {6, 2}, {10, 2}, {10, 4.5}}));
    return {path};
}

/// Three quarters of a circle, and the head of an arrow where it ends.
Shape again()
{
    QPainterPath path;
    path.arcMoveTo(QRectF(2.5, 2.5, 11, 11), 45);
    path.arcTo(QRectF(2.5, 2.5, 11, 11), 45, 300);
    path.addPath(through({{12.5, 1}, {12, 4.2}, {8.8, 3.8}}));
    return {path};
}

Shape twoBars()
{
    QPainterPath path = through({{5, 3.5}, {5, 12.5}});
    path.addPath(through({{11, 3.5}, {11, 12.5}}));
    return {path};
}

constexpr std::array<Shape (*)(), 12> shapes{add,    list, start, stop,    stopwatch, exporting,
                                             folder, bowl, cross, emptied, again,     twoBars};
static_assert(shapes.size() == static_cast<std::size_t>(IconId::Pause) + 1,
              "one shape for each sign, in their order");

class SignEngine : public QIconEngine {
public:
    explicit SignEngine(IconId sign) : m_sign(sign) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const QColor colour = QGuiApplication::palette().color(group, QPalette::WindowText);
        const Shape shape = shapes[static_cast<std::size_t>(m_sign)]();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / 16.0, rect.height() / 16.0);
        painter->setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->setBrush(shape.solid ? QBrush(colour) : QBrush());
        painter->drawPath(shape.outline);
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap drawn(size);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return drawn;
    }

    QIconEngine *clone() const override { return new SignEngine(m_sign); }

private:
    IconId m_sign;
};

QPixmap programPixmap(int side)
{
    QPixmap drawn(side, side);
    drawn.fill(Qt::transparent);
    QPainter painter(&drawn);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(side / 16.0, side / 16.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x12, 0x3c, 0x4a));
    painter.drawRoundedRect(QRectF(0, 0, 16, 16), 3, 3);
    // Three downloads side by side, and the one line that they make one after another.
    constexpr std::array colours{0xff5ab4f0u, 0xff2fbf95u, 0xffe6b450u};
    constexpr std::array lengths{5.0, 3.0, 4.0};
    double from = 2;
    for (std::size_t i = 0; i < colours.size(); ++i) {
        painter.setBrush(QColor::fromRgb(colours[i]));
        painter.drawRect(QRectF(2, 2.5 + 2.5 * static_cast<double>(i), lengths[i], 1.8));
        painter.drawRect(QRectF(from, 11.5, lengths[i], 1.8));
        from += lengths[i];
    }
    return drawn;
}

} // namespace

QIcon iconFor(IconId sign)
{
    return QIcon(new SignEngine(sign)); // QIcon owns its engine
}

QIcon programIcon()
{
    QIcon icon;
    for (const int side : {16, 32, 48, 128})
        icon.addPixmap(programPixmap(side));
    return icon;
}

} // namespace lapwing::ui
