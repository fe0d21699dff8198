// SPDX-License-Identifier: MIT
#include "report/picture/canvas.h"

#include <algorithm>

namespace lapwing::report {
namespace {

QByteArray place(double x, double y)
{
    return plainNumber(x).toLatin1() + ' ' + plainNumber(y).toLatin1();
}

/// The lines x + y = c (rising) or x - y = c (falling) inside a box, every `apart`.
QByteArray slopes(const Box &box, bool rising, double apart)
{
    QByteArray data;
    const double top = rising ? box.y : box.bottom();
    const double bottom = rising ? box.bottom() : box.y;
    for (double run = apart / 2; run < box.width + box.height; run += apart) {
        const double outRight = std::max(0., run - box.width); // beyond the right edge
        const double outLeft = std::max(0., run - box.height);
        const double down = rising ? 1 : -1;
        data += 'M' + place(box.x + run - outRight, top + down * outRight) + 'L'
            + place(box.x + outLeft, bottom - down * std::max(0., box.height - run));
    }
    return data;
}

QByteArray uprights(const Box &box, double apart)
{
    QByteArray data;
    for (double x = box.x + apart / 2; x < box.right(); x += apart)
        data += 'M' + place(x, box.y) + 'V' + plainNumber(box.bottom()).toLatin1();
    return data;
}

QByteArray lines(const Box &box, Hatch hatch)
{
    switch (hatch) {
    case Hatch::None:
        return {};
    case Hatch::Rising:
    case Hatch::Sparse:
        return slopes(box, true, spacingOf(hatch));
    case Hatch::Falling:
        return slopes(box, false, spacingOf(hatch));
    case Hatch::Upright:
        return uprights(box, spacingOf(hatch));
    }
    Q_UNREACHABLE();
}

QString unlessOne(double opacity)
{
    return opacity < 1 ? plainNumber(opacity) : QString();
}

const char *wordFor(Anchor anchor)
{
    return anchor == Anchor::Middle ? "middle" : "end";
}

} // namespace

double spacingOf(Hatch hatch)
{
    switch (hatch) {
    case Hatch::None:
        return 0;
    case Hatch::Rising:
    case Hatch::Falling:
        return 5;
    case Hatch::Sparse:
        return 10;
    case Hatch::Upright:
        return 3.5;
    }
    Q_UNREACHABLE();
}

QString Canvas::classOf(ColorRole fill) const
{
    return QStringLiteral("f-") + nameOf(fill);
}

void Canvas::rect(const Box &box, ColorRole fill, double opacity)
{
    m_markup.empty("rect",
                   {{"class", classOf(fill)},
                    {"x", box.x},
                    {"y", box.y},
                    {"width", box.width},
                    {"height", box.height},
                    {"fill", colourOf(fill, m_theme)},
                    {"fill-opacity", unlessOne(opacity)}});
    m_markup.lineBreak();
}

void Canvas::frame(const Box &box, const Pen &pen)
{
    m_markup.empty("rect",
                   {{"class", QStringLiteral("s-") + nameOf(pen.ink)},
                    {"x", box.x},
                    {"y", box.y},
                    {"width", box.width},
                    {"height", box.height},
                    {"fill", "none"},
                    {"stroke", colourOf(pen.ink, m_theme)},
                    {"stroke-width", pen.width},
                    {"stroke-dasharray", QString::fromLatin1(pen.dashes)},
                    {"stroke-opacity", unlessOne(pen.opacity)}});
    m_markup.lineBreak();
}

void Canvas::line(double x1, double y1, double x2, double y2, const Pen &pen)
{
    path('M' + place(x1, y1) + 'L' + place(x2, y2), pen);
}

void Canvas::path(const QByteArray &data, const Pen &pen)
{
    m_markup.empty("path",
                   {{"class", QStringLiteral("s-") + nameOf(pen.ink)},
                    {"d", QString::fromLatin1(data)},
                    {"fill", "none"},
                    {"stroke", colourOf(pen.ink, m_theme)},
                    {"stroke-width", pen.width},
                    {"stroke-dasharray", QString::fromLatin1(pen.dashes)},
                    {"stroke-opacity", unlessOne(pen.opacity)}});
    m_markup.lineBreak();
}

void Canvas::area(const QByteArray &data, ColorRole fill, double opacity)
{
    m_markup.empty("path",
                   {{"class", classOf(fill)},
                    {"d", QString::fromLatin1(data)},
                    {"fill", colourOf(fill, m_theme)},
                    {"fill-opacity", unlessOne(opacity)}});
    m_markup.lineBreak();
}

void Canvas::circle(double x, double y, double radius, ColorRole fill, const Pen &pen)
{
    m_markup.empty("circle",
                   {{"class", classOf(fill) + QStringLiteral(" s-") + nameOf(pen.ink)},
                    {"cx", x},
                    {"cy", y},
                    {"r", radius},
                    {"fill", colourOf(fill, m_theme)},
                    {"stroke", colourOf(pen.ink, m_theme)},
                    {"stroke-width", pen.width}});
    m_markup.lineBreak();
}

void Canvas::hatch(const Box &box, Hatch hatch, const Pen &pen)
{
    const QByteArray data = lines(box, hatch);
    if (!data.isEmpty())
        path(data, pen);
}

void Canvas::text(double x, double y, const QString &text, const Letters &letters)
{
    const bool isStart = letters.anchor == Anchor::Start;
    m_markup.element(
        "text",
        {{"class", classOf(letters.ink)},
         {"x", x},
         {"y", y},
         {"font-size", letters.size},
         {"font-weight", letters.isBold ? QStringLiteral("bold") : QString()},
         {"text-anchor", isStart ? QString() : QString::fromLatin1(wordFor(letters.anchor))},
         {"fill", colourOf(letters.ink, m_theme)}},
        text);
    m_markup.lineBreak();
}

void Canvas::openGroup(const QStringList &title)
{
    m_markup.open("g");
    if (title.isEmpty())
        return;
    m_markup.open("title");
    for (const QString &line : title) {
        if (&line != &title.front())
            m_markup.lineBreak();
        m_markup.text(line);
    }
    m_markup.close();
    m_markup.lineBreak();
}

void Canvas::closeGroup()
{
    m_markup.close();
    m_markup.lineBreak();
}

QByteArray svgOf(const Picture &picture, const Canvas &canvas)
{
    const QString box =
        QStringLiteral("0 0 %1 %2").arg(plainNumber(picture.width), plainNumber(picture.height));
    Markup svg;
    svg.open("svg",
             {{"xmlns", "http://www.w3.org/2000/svg"},
              {"version", "1.1"},
              {"width", picture.width},
              {"height", picture.height},
              {"viewBox", box},
              {"font-family", "sans-serif"},
              {"role", "img"},
              {"aria-labelledby",
               picture.id + QStringLiteral("-title ") + picture.id + QStringLiteral("-desc")}});
    svg.lineBreak();
    svg.element("title", {{"id", picture.id + QStringLiteral("-title")}}, picture.title);
    svg.element("desc", {{"id", picture.id + QStringLiteral("-desc")}}, picture.description);
    svg.lineBreak();
    if (canvas.theme() != Theme::Automatic) {
        Canvas paper(canvas.theme());
        paper.rect({0, 0, picture.width, picture.height}, ColorRole::Paper);
        svg.raw(paper.content());
    }
    svg.raw(canvas.content());
    svg.close();
    svg.lineBreak();
    return svg.bytes();
}

} // namespace lapwing::report
