// SPDX-License-Identifier: MIT
#include "timeline/inks.h"

#include "list/statusstyle.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace lapwing::ui {
namespace {

using report::ColorRole;
using report::Hatch;

/// WCAG 2.2, "relative luminance".
double luminance(const QColor &colour)
{
    const auto part = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF())
        + 0.0722 * part(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor faded(QColor colour, double opacity)
{
    colour.setAlphaF(static_cast<float>(opacity));
    return colour;
}

/// Units of a tile: whole, so that tiles join.
int sizeOf(Hatch hatch)
{
    return static_cast<int>(
        std::lround(report::spacingOf(hatch) * (hatch == Hatch::Upright ? 2 : 1)));
}

void drawLines(QPainter &painter, Hatch hatch, int size)
{
    const double spacing = report::spacingOf(hatch);
    if (hatch == Hatch::Upright) {
        for (double x = spacing / 2; x < size; x += spacing)
            painter.drawLine(QPointF(x, 0), QPointF(x, size));
        return;
    }
    for (const int shift : {-size, 0, size}) { // the corners belong to the lines of the neighbours
        if (hatch == Hatch::Falling)
            painter.drawLine(QPointF(shift, 0), QPointF(shift + size, size));
        else
            painter.drawLine(QPointF(shift, size), QPointF(shift + size, 0));
    }
}

} // namespace

bool isHighContrast(const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    return base == palette.color(QPalette::Window) && base == palette.color(QPalette::Button)
        && contrast(base, palette.color(QPalette::Text)) >= 15;
}

Inks::Inks(const QPalette &palette, qreal pixelRatio)
    : m_palette(palette)
    , m_pixelRatio(pixelRatio)
    , m_theme(isDark(palette) ? report::Theme::Dark : report::Theme::Light)
    , m_isHighContrast(ui::isHighContrast(palette))
{
    for (std::size_t place = 0; place < m_colours.size(); ++place)
        m_colours[place] = made(static_cast<ColorRole>(place));
}

QColor Inks::made(ColorRole role) const
{
    switch (role) {
    case ColorRole::Paper:
        return m_palette.color(QPalette::Base);
    case ColorRole::Band:
        return m_palette.color(QPalette::AlternateBase);
    case ColorRole::Text:
        return m_palette.color(QPalette::Text);
    case ColorRole::Rule:
        if (m_isHighContrast)
            return faded(m_palette.color(QPalette::Text), 0.4);
        [[fallthrough]];
    default:
        return m_isHighContrast ? m_palette.color(QPalette::Text)
                                : QColor(report::colourOf(role, m_theme));
    }
}

QColor Inks::fillOf(const report::PartLook &look) const
{
    const bool isGrey = m_isHighContrast && look.part != report::Part::Receive;
    return isGrey ? faded(colour(look.ink), 0.3) : colour(look.ink);
}

QColor Inks::hatchColourOf(const report::PartLook &look) const
{
    if (m_isHighContrast)
        return colour(look.ink);
    return look.isFilled ? faded(colour(ColorRole::OnLight), 0.55) : faded(colour(look.ink), 0.8);
}

void Inks::drawHatch(QPainter &painter, const QRectF &area, Hatch hatch, const QColor &colour) const
{
    if (hatch == Hatch::None)
        return;
    const double size = sizeOf(hatch);
    painter.drawTiledPixmap(area, tile(hatch, colour),
                            {std::fmod(area.x(), size), std::fmod(area.y(), size)});
}

QPixmap Inks::tile(Hatch hatch, const QColor &colour) const
{
    QPixmap &tile = m_tiles[{static_cast<int>(hatch), colour.rgba()}];
    if (!tile.isNull())
        return tile;
    // A tile that is no whole number of pixels would leave seams: the lines are as far apart as fits best.
    const int size = sizeOf(hatch);
    const int pixels = std::max(1, static_cast<int>(std::lround(size * m_pixelRatio)));
    tile = QPixmap(pixels, pixels);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(static_cast<double>(pixels) / size, static_cast<double>(pixels) / size);
    painter.setPen(QPen(colour, 0.9));
    drawLines(painter, hatch, size);
    painter.end();
    tile.setDevicePixelRatio(m_pixelRatio);
    return tile;
}

} // namespace lapwing::ui
