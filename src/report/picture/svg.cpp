// SPDX-License-Identifier: MIT
#include "report/picture/svg.h"

#include "report/picture/baselinestrip.h"
#include "report/picture/legend.h"
#include "report/picture/sweepchart.h"
#include "report/picture/textmetrics.h"
#include "report/picture/waterfall.h"
#include "report/selectedruns.h"
#include "text/captions.h"
#include "text/labels.h"

#include <cmath>

namespace lapwing::report {
namespace {

using text::Caption;
using text::Label;

constexpr double room = Columns::width - 2 * Columns::margin;

/// The lines of `text`, the first of them with its base at `base`; returns the base of the next.
double drawLines(Canvas &canvas, const QString &text, const Letters &letters, double base)
{
    for (const QString &line : wrapped(visible(text), room, letters.size * 1.05)) {
        canvas.text(Columns::margin, base, line, letters);
        base += letters.size * 1.4;
    }
    return base;
}

double drawHeadline(Canvas &canvas, const Document &document)
{
    double base =
        drawLines(canvas, headlineOf(document), {22, ColorRole::Text, Anchor::Start, true}, 42);
    base = drawLines(canvas, basisText(document), {13, ColorRole::Muted}, base - 4);
    const QString facts = factsOf(document).join(QStringLiteral(" · "));
    return std::round(drawLines(canvas, facts, {13, ColorRole::Text}, base + 2) - 4); // sharp edges
}

double drawRun(Canvas &canvas, const Document &document, double top)
{
    const Drawn drawn = runsToDraw(document);
    const record::Run *run = drawn.together != nullptr ? drawn.together : drawn.oneAtATime;
    if (run == nullptr)
        return top;
    const double legendEnd = drawLegend(canvas, *run, top);
    const double end = drawWaterfall(canvas, *run, document.redaction, legendEnd + 10);
    return drawGhost(canvas, document, drawn, end);
}

/// What the picture shows, for those who do not see it.
QString descriptionOf(const Document &document)
{
    return document.sweep ? text::caption(Caption::SweepDescription).arg(basisText(document))
                          : text::caption(Caption::TimelineDescription).arg(basisText(document));
}

} // namespace

QByteArray toSvg(const Document &document, Theme theme)
{
    Canvas canvas(theme);
    const double top = drawHeadline(canvas, document);
    const double end = document.sweep ? drawSweep(canvas, *document.sweep, top + 14)
                                      : drawRun(canvas, document, top);
    const Picture picture{Columns::width, end + Columns::margin, headlineOf(document),
                          descriptionOf(document), QStringLiteral("lapwing")};
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svgOf(picture, canvas);
}

QByteArray waterfallPicture(const Document &document, Theme theme)
{
    Canvas canvas(theme);
    const double end = drawRun(canvas, document, 8);
    const Picture picture{Columns::width, end + 8, text::label(Label::DownloadTimeline),
                          descriptionOf(document), QStringLiteral("waterfall")};
    return svgOf(picture, canvas);
}

QByteArray sweepPicture(const Document &document, Theme theme)
{
    Canvas canvas(theme);
    const double end = document.sweep ? drawSweep(canvas, *document.sweep, 8) : 0;
    const Picture picture{Columns::width, end + 8, text::caption(Caption::ThroughputByNumber),
                          descriptionOf(document), QStringLiteral("sweep")};
    return svgOf(picture, canvas);
}

} // namespace lapwing::report
