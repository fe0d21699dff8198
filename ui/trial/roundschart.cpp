// SPDX-License-Identifier: MIT
#include "trial/charts.h"

#include "measure/seconds.h"
#include "measure/statistics.h"
#include "report/picture/scale.h"
#include "text/amounts.h"
#include "text/captions.h"
#include "text/labels.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace lapwing::ui {
namespace {

using report::ColorRole;
using text::Label;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::RoundsChart)
};

QString timeText(double seconds)
{
    return text::asFineTime(measure::stampOf(seconds));
}

/// One of the two rows.
struct Way {
    QString title;
    std::vector<TrialRun> runs;
    ColorRole role;
    bool isFilled; ///< its dots: never told apart by their colour alone
};

std::vector<double> secondsOf(const Way &way)
{
    std::vector<double> seconds;
    std::ranges::transform(way.runs, std::back_inserter(seconds), &TrialRun::seconds);
    return seconds;
}

double longestIn(const TrialPicture &picture)
{
    double longest = 0;
    for (const TrialRun &run : picture.runs)
        longest = std::max(longest, run.seconds);
    return longest;
}

class Chart {
public:
    Chart(const ChartCanvas &canvas, const TrialPicture &picture)
        : m_canvas(canvas)
        , m_picture(picture)
        , m_line(canvas.lineHeight())
        , m_left(std::max(canvas.widthOf(text::label(Label::Together), true),
                          canvas.widthOf(text::label(Label::OneAtATime), true))
                 + m_line)
        , m_figures(canvas.widthOf(QStringLiteral("888.88 s to 888.88 s")) + m_line)
        , m_right(canvas.width() - (hasFigures() ? m_figures : m_line))
        , m_top(m_line * 2)
        , m_bottom(canvas.height() - m_line * 1.6)
        , m_times(m_left, m_right, axisEnd(longestIn(picture)))
    {
    }

    std::vector<ChartMark> draw()
    {
        paintTitle(m_canvas, Words::tr("Time of each round"), legend());
        drawAxis();
        const double height = (m_bottom - m_top) / 2;
        drawWay({text::label(Label::Together), runsOf(m_picture, plan::Mode::Together),
                 ColorRole::Receive, true},
                {0, m_top, m_canvas.width(), height});
        drawWay({text::label(Label::OneAtATime), runsOf(m_picture, plan::Mode::OneAtATime),
                 ColorRole::Muted, false},
                {0, m_top + height, m_canvas.width(), height});
        return m_marks;
    }

private:
    /// Beside the dots, where that leaves most of the width to them.
    [[nodiscard]] bool hasFigures() const { return m_canvas.width() > m_left + 3 * m_figures; }

    [[nodiscard]] QString legend() const
    {
        const bool isEnough = m_picture.speedup && m_picture.speedup->level;
        return isEnough ? Words::tr("band: 95 % interval of the median")
                        : Words::tr("six rounds give a 95 % interval");
    }

    void drawAxis()
    {
        const std::vector<double> ticks = m_times.ticks(m_line * 4);
        for (const double tick : ticks) {
            const double x = m_times.at(tick);
            m_canvas.line({x, m_top}, {x, m_bottom}, {m_canvas.colour(ColorRole::Rule), 1});
            const QString words =
                text::caption(text::Caption::Seconds).arg(report::tickText(tick, ticks));
            m_canvas.text({x - m_line * 2, m_bottom + m_line * 0.2, m_line * 4, m_line * 1.2},
                          words, {Qt::AlignHCenter, ColorRole::Muted});
        }
        m_canvas.line({m_left, m_bottom}, {m_right, m_bottom},
                      {m_canvas.colour(ColorRole::Muted), 1});
    }

    void drawWay(const Way &way, const QRectF &row)
    {
        m_canvas.text({0, row.top(), m_left, row.height()}, way.title,
                      {Qt::AlignLeft, ColorRole::Text, true});
        const double space = row.height() * 0.1;
        const QRectF inner = row.adjusted(0, space, 0, -space);
        if (way.runs.empty())
            return;
        const std::vector<double> seconds = secondsOf(way);
        drawSpread(way, seconds, inner);
        for (const TrialRun &run : way.runs)
            drawRun(way, run, inner);
        if (hasFigures())
            drawFigures(seconds, inner);
    }

    void drawSpread(const Way &way, const std::vector<double> &seconds, const QRectF &row)
    {
        if (const auto interval = measure::medianInterval(seconds)) {
            const double from = m_times.at(interval->low);
            const double width = std::max(m_times.at(interval->high) - from, 2.);
            m_canvas.fill({from, row.top(), width, row.height()}, m_canvas.colour(way.role, 0.22));
        }
        const double x = m_times.at(measure::median(seconds));
        m_canvas.line({x, row.top()}, {x, row.bottom()}, {m_canvas.colour(way.role), 2});
    }

    void drawRun(const Way &way, const TrialRun &run, const QRectF &row)
    {
        const int rounds = std::max({m_picture.rounds, run.round, 1});
        const double share = (run.round - 0.5) / rounds;
        const QPointF at(m_times.at(run.seconds), row.top() + share * row.height());
        const double radius = std::clamp(row.height() / rounds * 0.35, 2.5, m_line * 0.28);
        m_canvas.dot(at, radius, m_canvas.colour(way.role), way.isFilled);
        m_marks.push_back(
            {m_canvas.pointAt(at.x(), at.y()),
             Words::tr("%1, round %2: %3")
                 .arg(way.title, QLocale().toString(run.round), timeText(run.seconds))});
    }

    void drawFigures(const std::vector<double> &seconds, const QRectF &row)
    {
        const double middle = row.center().y();
        const QRectF box(m_right + m_line / 2, middle - m_line, m_figures - m_line / 2, m_line);
        m_canvas.text(box, timeText(measure::median(seconds)),
                      {Qt::AlignRight, ColorRole::Text, true});
        const auto interval = measure::medianInterval(seconds);
        const auto [shortest, longest] = std::ranges::minmax(seconds);
        if (seconds.size() < 2)
            return;
        const QString words = text::caption(text::Caption::Range)
                                  .arg(timeText(interval ? interval->low : shortest),
                                       timeText(interval ? interval->high : longest));
        m_canvas.text(box.translated(0, m_line), words, {Qt::AlignRight, ColorRole::Muted});
    }

    const ChartCanvas &m_canvas;
    const TrialPicture &m_picture;
    double m_line;
    double m_left;
    double m_figures;
    double m_right;
    double m_top;
    double m_bottom;
    report::Scale m_times;
    std::vector<ChartMark> m_marks;
};

} // namespace

std::vector<ChartMark> paintRounds(const ChartCanvas &canvas, const TrialPicture &picture)
{
    return Chart(canvas, picture).draw();
}

void paintTitle(const ChartCanvas &canvas, const QString &title, const QString &legend)
{
    const double line = canvas.lineHeight();
    const QRectF row(0, 0, canvas.width(), line * 1.5);
    canvas.text(row, title, {Qt::AlignLeft, ColorRole::Text, true});
    if (canvas.widthOf(title, true) + canvas.widthOf(legend) + line < canvas.width())
        canvas.text(row, legend, {Qt::AlignRight, ColorRole::Muted});
}

double axisEnd(double max)
{
    if (max <= 0)
        return 1;
    const double step = report::tickStep(max / 6);
    return std::ceil(max * 1.02 / step) * step;
}

} // namespace lapwing::ui
