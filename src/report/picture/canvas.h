// SPDX-License-Identifier: MIT
#pragma once

#include "report/markup.h"
#include "report/picture/palette.h"

#include <QStringList>

namespace lapwing::report {

struct Box {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
};

enum class Anchor { Start, Middle, End };

struct Letters {
    double size = 12;
    ColorRole ink = ColorRole::Text;
    Anchor anchor = Anchor::Start;
    bool isBold = false;
};

struct Pen {
    ColorRole ink = ColorRole::Text;
    double width = 1;
    const char *dashes = nullptr; ///< "4 3"
    double opacity = 1;
};

/// How an area is told apart where colours are not.
enum class Hatch {
    None,
    Rising,  ///< ////
    Falling, ///< \\\\ .
    Upright, ///< ||||
    Sparse,  ///< / / /
};

/// Between the lines of a hatch, along the bar; 0: it has none.
[[nodiscard]] double spacingOf(Hatch hatch);

/// Draws with the part of SVG that browsers and SVG Tiny 1.2 (QSvgRenderer) share: presentation attributes,
/// no clips, no patterns (a hatch is lines), no baselines but the alphabetic one.
class Canvas {
public:
    explicit Canvas(Theme theme) : m_theme(theme) { }

    void rect(const Box &box, ColorRole fill, double opacity = 1);
    void frame(const Box &box, const Pen &pen);
    void line(double x1, double y1, double x2, double y2, const Pen &pen);
    void path(const QByteArray &data, const Pen &pen);                     ///< strokes it
    void area(const QByteArray &data, ColorRole fill, double opacity = 1); ///< fills it
    void circle(double x, double y, double radius, ColorRole fill, const Pen &pen);
    void hatch(const Box &box, Hatch hatch, const Pen &pen);
    void text(double x, double y, const QString &text, const Letters &letters);

    void openGroup(const QStringList &title = {}); ///< a line of the tip each
    void closeGroup();

    [[nodiscard]] Theme theme() const { return m_theme; }
    [[nodiscard]] const QByteArray &content() const { return m_markup.bytes(); }

private:
    [[nodiscard]] QString classOf(ColorRole fill) const;

    Theme m_theme;
    Markup m_markup;
};

/// One whole picture: its size, the name and the description that a screen reader reads, a background
/// unless the theme is automatic.
struct Picture {
    double width = 0;
    double height = 0;
    QString title;
    QString description;
    QString id; ///< told apart from other pictures of the same page by it
};
[[nodiscard]] QByteArray svgOf(const Picture &picture, const Canvas &canvas);

} // namespace lapwing::report
