// SPDX-License-Identifier: MIT
#include "trial/charts.h"

#include "measure/seconds.h"
#include "report/picture/scale.h"
#include "text/amounts.h"
#include "text/captions.h"
#include "text/labels.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace lapwing::ui {
namespace {

using measure::SweepPoint;
using report::ColorRole;
using text::Caption;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::SweepChart)
};

/// Bytes a second.
double rateOf(const TrialRun &run)
{
    return run.seconds > 0 ? static_cast<double>(run.bytes) / run.seconds : 0;
}

double fastestIn(const TrialPicture &picture)
{
    double max = 0;
    for (const TrialRun &run : picture.runs)
        max = std::max(max, rateOf(run));
    return max;
}

/// Once it is over.
const SweepPoint *recommendedIn(const TrialPicture &picture, const std::vector<SweepPoint> &points)
{
    const bool isMarked = picture.isOver && picture.sweep;
    const auto point = std::ranges::find(
        points, isMarked ? picture.sweep->recommended : std::nullopt, &SweepPoint::atOnce);
    return point == points.end() ? nullptr : &*point;
}

std::vector<SweepPoint> pointsOf(const TrialPicture &picture)
{
    return picture.sweep ? picture.sweep->points : std::vector<SweepPoint>();
}

class Chart {
public:
    Chart(const ChartCanvas &canvas, const TrialPicture &picture)
        : m_canvas(canvas)
        , m_picture(picture)
        , m_points(pointsOf(picture))
        , m_line(canvas.lineHeight())
        , m_recommended(recommendedIn(picture, m_points))
        , m_top(m_line * (m_recommended != nullptr ? 4.2 : 3))
        , m_bottom(canvas.height() - m_line * 1.6)
        , m_rates(m_bottom, m_top, axisEnd(fastestIn(picture)))
        , m_ticks(m_rates.ticks(m_line * 2))
        , m_left(std::max(widthOfTicks(), canvas.widthOf(text::label(text::Label::AtOnce), true))
                 + m_line)
        , m_right(canvas.width() - m_line)
    {
    }

    std::vector<ChartMark> draw()
    {
        paintTitle(m_canvas, text::caption(Caption::ThroughputByNumber), legend());
        drawGrid();
        if (m_recommended != nullptr) {
            drawBand();
            drawFlag();
        }
        drawCurve();
        for (const TrialRun &run : m_picture.runs)
            drawRun(run);
        for (const SweepPoint &point : m_points)
            drawPoint(point);
        return m_marks;
    }

private:
    [[nodiscard]] double widthOfTicks() const
    {
        double width = 0;
        for (const double tick : m_ticks)
            width = std::max(width, m_canvas.widthOf(text::asRate(tick)));
        return width;
    }

    [[nodiscard]] QString legend() const
    {
        const bool isSure = !m_points.empty()
            && std::ranges::all_of(m_points,
                                   [](const SweepPoint &point) { return point.level >= 0.95; });
        return text::caption(isSure ? Caption::BarsAreIntervals : Caption::BarsAreRanges);
    }

    /// Every doubling is as wide; a number whose turn has not come has its place too.
    [[nodiscard]] double at(int atOnce) const
    {
        const double first = std::log2(m_picture.levels.front());
        const double last = std::log2(m_picture.levels.back());
        const double inset = m_line * 3;
        if (last <= first)
            return (m_left + m_right) / 2;
        return m_left + inset
            + (m_right - m_left - 2 * inset) * (std::log2(atOnce) - first) / (last - first);
    }

    void drawGrid()
    {
        for (const double tick : m_ticks) {
            const double y = m_rates.at(tick);
            m_canvas.line({m_left, y}, {m_right, y}, {m_canvas.colour(ColorRole::Rule), 1});
            m_canvas.text({0, y - m_line / 2, m_left - m_line / 2, m_line},
                          tick > 0 ? text::asRate(tick) : QStringLiteral("0"),
                          {Qt::AlignRight, ColorRole::Muted});
        }
        m_canvas.line({m_left, m_bottom}, {m_right, m_bottom},
                      {m_canvas.colour(ColorRole::Muted), 1});
        m_canvas.text({0, m_bottom + m_line * 0.3, m_left - m_line / 2, m_line},
                      text::label(text::Label::AtOnce), {Qt::AlignLeft, ColorRole::Text, true});
        double end = 0; // of the number before
        for (const int level : m_picture.levels) {
            const QString number = QLocale().toString(level);
            const double half = m_canvas.widthOf(number, true) / 2 + m_line / 4;
            if (at(level) - half < end)
                continue;
            end = at(level) + half;
            m_canvas.text({at(level) - half, m_bottom + m_line * 0.3, 2 * half, m_line}, number,
                          {Qt::AlignHCenter, ColorRole::Text, true});
        }
    }

    /// Within 5 % of the best: the rule of the recommendation.
    void drawBand()
    {
        const double best = std::ranges::max(m_points, {}, &SweepPoint::throughput).throughput;
        const double top = m_rates.at(best);
        const double bottom = m_rates.at(best * 0.95);
        m_canvas.fill({m_left, top, m_right - m_left, bottom - top},
                      m_canvas.colour(ColorRole::Saved, 0.15));
        const bool isFlagLeft = at(m_recommended->atOnce) < (m_left + m_right) / 2;
        m_canvas.text(
            {m_left + m_line / 3, top - m_line, m_right - m_left - m_line * 2 / 3, m_line},
            text::caption(Caption::WithinFivePercent),
            {isFlagLeft ? Qt::AlignRight : Qt::AlignLeft, ColorRole::Muted});
    }

    void drawCurve()
    {
        QPolygonF curve;
        for (const SweepPoint &point : m_points)
            curve << QPointF(at(point.atOnce), m_rates.at(point.throughput));
        m_canvas.curve(curve, {m_canvas.colour(ColorRole::Receive), 2});
    }

    /// Beside the point of its number, one next to the other by round.
    void drawRun(const TrialRun &run)
    {
        const double apart = std::min(m_line * 0.45, m_line * 3 / std::max(m_picture.rounds, 1));
        const double x = at(run.atOnce) + (run.round - (m_picture.rounds + 1) / 2.) * apart;
        m_canvas.dot({x, m_rates.at(rateOf(run))}, m_line * 0.12,
                     m_canvas.colour(ColorRole::Receive, 0.55));
    }

    void drawPoint(const SweepPoint &point)
    {
        const QPointF middle(at(point.atOnce), m_rates.at(point.throughput));
        const double low = m_rates.at(throughputIn(point, point.high));
        const double high = m_rates.at(throughputIn(point, point.low));
        const double half = m_line * 0.35;
        const QPen pen(m_canvas.colour(ColorRole::Text), 1.4);
        m_canvas.line({middle.x(), low}, {middle.x(), high}, pen);
        for (const double end : {low, high})
            m_canvas.line({middle.x() - half, end}, {middle.x() + half, end}, pen);
        m_canvas.dot(middle, m_line * 0.3, m_canvas.colour(ColorRole::Receive));
        if (point.throttled > 0)
            m_canvas.text(
                {middle.x() + m_line * 0.6, middle.y(), m_line * 10, m_line * 1.4},
                text::caption(Caption::RefusedMark).arg(QLocale().toString(point.throttled)),
                {Qt::AlignLeft, ColorRole::Bad});
        if (m_recommended == &point) // besides the flag: never by its colour alone
            m_canvas.ring(middle, m_line * 0.5, {m_canvas.colour(ColorRole::Done), 2.4});
        m_marks.push_back(
            {m_canvas.pointAt(middle.x(), middle.y()),
             Words::tr("%1 at once: %2, %3")
                 .arg(QLocale().toString(point.atOnce), text::asRate(point.throughput),
                      text::asFineTime(measure::stampOf(point.elapsed)))});
    }

    /// Under the title and above all that is measured; its pole ends at the bar.
    void drawFlag()
    {
        const double x = at(m_recommended->atOnce);
        const QString words =
            text::caption(Caption::RecommendedMark).arg(QLocale().toString(m_recommended->atOnce));
        const double width = m_canvas.widthOf(words, true) + m_line;
        const double begin = std::clamp(x - width / 2, m_left, std::max(m_left, m_right - width));
        const QRectF flag(begin, m_line * 1.6, width, m_line * 1.5);
        m_canvas.line({x, flag.bottom()},
                      {x, m_rates.at(throughputIn(*m_recommended, m_recommended->low))},
                      {m_canvas.colour(ColorRole::Done), 1.6});
        m_canvas.frame(flag, {m_canvas.colour(ColorRole::Done), 1.6});
        m_canvas.text(flag, words, {Qt::AlignHCenter, ColorRole::Done, true});
    }

    const ChartCanvas &m_canvas;
    const TrialPicture &m_picture;
    std::vector<SweepPoint> m_points;
    double m_line;
    const SweepPoint *m_recommended; ///< null: none is
    double m_top;
    double m_bottom;
    report::Scale m_rates;
    std::vector<double> m_ticks;
    double m_left;
    double m_right;
    std::vector<ChartMark> m_marks;
};

} // namespace

std::vector<ChartMark> paintSweep(const ChartCanvas &canvas, const TrialPicture &picture)
{
    return picture.levels.empty() ? std::vector<ChartMark>() : Chart(canvas, picture).draw();
}

} // namespace lapwing::ui
