// SPDX-License-Identifier: MIT
#include "report/picture/sweepchart.h"

#include "measure/seconds.h"
#include "report/picture/scale.h"
#include "report/picture/textmetrics.h"
#include "text/amounts.h"
#include "text/captions.h"
#include "text/labels.h"
#include "text/sweep.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace lapwing::report {
namespace {

using text::Caption;
using text::Label;

using measure::Sweep;
using measure::SweepPoint;

constexpr double chartLeft = 150;
constexpr double chartRight = 1220;
constexpr double height = 380;
constexpr double rowHeight = 20;
// Of the flag of the recommended number, from the top of the chart: under its title, above all that was measured.
constexpr double flagTop = 20;
constexpr double flagHeight = 22;

double fastest(const Sweep &sweep)
{
    double max = 0;
    for (const SweepPoint &point : sweep.points)
        max = std::max({max, point.throughput, throughputIn(point, point.low)});
    return max;
}

QString count(int number)
{
    return QLocale().toString(number);
}

/// A line of figures under the chart.
struct Figure {
    QString title;
    QString (*text)(const SweepPoint &);
};

std::vector<Figure> figures()
{
    return {
        {text::label(Label::Rounds), [](const SweepPoint &point) { return count(point.rounds); }},
        {text::label(Label::Time),
         [](const SweepPoint &point) { return text::asFineTime(measure::stampOf(point.elapsed)); }},
        {text::label(Label::Throughput),
         [](const SweepPoint &point) { return text::asRate(point.throughput); }},
        {text::label(Label::SpeedUp),
         [](const SweepPoint &point) {
             return point.speedup ? text::asFactor(*point.speedup) : text::unknown();
         }},
        {text::label(Label::Efficiency),
         [](const SweepPoint &point) {
             return point.efficiency ? text::asShare(*point.efficiency) : text::unknown();
         }},
        {text::label(Label::ActiveMean),
         [](const SweepPoint &point) { return text::asFactor(point.inFlight); }},
        {text::label(Label::Refused), [](const SweepPoint &point) {
             return point.throttled > 0 ? count(point.throttled) : text::unknown();
         }}};
}

class Chart {
public:
    Chart(Canvas &canvas, const Sweep &sweep, double top)
        : m_canvas(canvas)
        , m_sweep(sweep)
        , m_top(top)
        , m_bottom(top + height)
        , m_rates(m_bottom, m_top + (sweep.recommended ? flagTop + flagHeight + 20 : 34),
                  fastest(sweep) * 1.04)
    {
    }

    double draw()
    {
        drawGrid();
        if (m_sweep.recommended)
            drawBand();
        if (m_sweep.law)
            drawLaw();
        if (m_sweep.knee)
            drawMark(*m_sweep.knee, text::caption(Caption::KneeMark).arg(count(*m_sweep.knee)));
        drawFlag();
        drawCurve();
        for (const SweepPoint &point : m_sweep.points)
            drawPoint(point);
        return drawNotes(drawFigures(m_bottom + 30));
    }

private:
    /// Every doubling is as wide; a level that was not tried has its place too.
    [[nodiscard]] double at(double atOnce) const
    {
        const double first = std::log2(m_sweep.points.front().atOnce);
        const double last = std::log2(m_sweep.points.back().atOnce);
        const double inset = 46;
        if (last <= first)
            return (chartLeft + chartRight) / 2;
        return chartLeft + inset
            + (chartRight - chartLeft - 2 * inset) * (std::log2(atOnce) - first) / (last - first);
    }

    void drawGrid()
    {
        const std::vector<double> ticks = m_rates.ticks(48);
        for (const double tick : ticks) {
            m_canvas.line(chartLeft, m_rates.at(tick), chartRight, m_rates.at(tick),
                          {ColorRole::Rule});
            m_canvas.text(chartLeft - 10, m_rates.at(tick) + 4,
                          tick > 0 ? text::asRate(tick) : QStringLiteral("0"),
                          {11, ColorRole::Muted, Anchor::End});
        }
        m_canvas.line(chartLeft, m_bottom, chartRight, m_bottom, {ColorRole::Muted});
        m_canvas.text(24, m_top + 12, text::caption(Caption::ThroughputByNumber),
                      {14, ColorRole::Text, Anchor::Start, true});
        m_canvas.text(chartRight, m_top + 12, wordsForSpread(),
                      {11, ColorRole::Muted, Anchor::End});
    }

    [[nodiscard]] QString wordsForSpread() const
    {
        const bool isSure = std::ranges::all_of(
            m_sweep.points, [](const SweepPoint &point) { return point.level >= 0.95; });
        return isSure ? text::caption(Caption::BarsAreIntervals)
                      : text::caption(Caption::BarsAreRanges);
    }

    /// Within 5 % of the best: the rule of the recommendation.
    void drawBand()
    {
        double best = 0;
        for (const SweepPoint &point : m_sweep.points)
            best = std::max(best, point.throughput);
        const double top = m_rates.at(best);
        const double bottom = m_rates.at(best * 0.95);
        m_canvas.rect({chartLeft, top, chartRight - chartLeft, bottom - top}, ColorRole::Saved,
                      0.13);
        const bool isFlagLeft = at(*m_sweep.recommended) < (chartLeft + chartRight) / 2;
        m_canvas.text(isFlagLeft ? chartRight - 6 : chartLeft + 6, top - 5,
                      text::caption(Caption::WithinFivePercent),
                      {11, ColorRole::Muted, isFlagLeft ? Anchor::End : Anchor::Start});
    }

    void drawMark(double atOnce, const QString &words)
    {
        const double x = at(atOnce);
        m_canvas.line(x, m_rates.to(), x, m_bottom, {ColorRole::Muted, 1.2, "5 4"});
        m_canvas.text(x + 6, m_bottom - 8, words, {11, ColorRole::Muted});
    }

    void drawCurve()
    {
        QByteArray data;
        for (const SweepPoint &point : m_sweep.points)
            data += (data.isEmpty() ? 'M' : 'L') + plainNumber(at(point.atOnce)).toLatin1() + ' '
                + plainNumber(m_rates.at(point.throughput)).toLatin1();
        m_canvas.path(data, {ColorRole::Receive, 2});
    }

    void drawLaw()
    {
        const measure::ScalabilityLaw &law = *m_sweep.law;
        const int first = m_sweep.points.front().atOnce;
        const int last = m_sweep.points.back().atOnce;
        QByteArray data;
        for (int step = 0; step <= 60; ++step) {
            const double n = first * std::pow(static_cast<double>(last) / first, step / 60.);
            const double rate =
                law.lambda * n / (1 + law.sigma * (n - 1) + law.kappa * n * (n - 1));
            data += (step == 0 ? 'M' : 'L') + plainNumber(at(n)).toLatin1() + ' '
                + plainNumber(m_rates.at(std::min(rate, m_rates.max()))).toLatin1();
        }
        m_canvas.path(data, {ColorRole::LookUp, 1.6, "2 3"});
    }

    void drawPoint(const SweepPoint &point)
    {
        const double x = at(point.atOnce);
        const double low = m_rates.at(throughputIn(point, point.high));
        const double high = m_rates.at(throughputIn(point, point.low));
        const double y = m_rates.at(point.throughput);
        m_canvas.openGroup({text::caption(Caption::AtOnce).arg(count(point.atOnce)),
                            text::asRate(point.throughput)});
        m_canvas.path("M" + number(x) + ' ' + number(low) + 'V' + number(high) + 'M' + number(x - 6)
                          + ' ' + number(low) + 'h' + number(12) + 'M' + number(x - 6) + ' '
                          + number(high) + 'h' + number(12),
                      {ColorRole::Text, 1.4});
        m_canvas.circle(x, y, 5.5, ColorRole::Receive, {ColorRole::Paper, 1.5});
        if (point.throttled > 0)
            m_canvas.text(x + 12, y + 16,
                          text::caption(Caption::RefusedMark).arg(count(point.throttled)),
                          {11, ColorRole::Bad});
        if (m_sweep.recommended == point.atOnce)
            m_canvas.circle(x, y, 9, ColorRole::Receive, {ColorRole::Done, 2.6});
        m_canvas.closeGroup();
    }

    static QByteArray number(double value) { return plainNumber(value).toLatin1(); }

    /// Besides the ring of its point: never by its colour alone.
    void drawFlag()
    {
        const auto point =
            std::ranges::find(m_sweep.points, m_sweep.recommended, &SweepPoint::atOnce);
        if (point == m_sweep.points.end())
            return;
        const QString words = text::caption(Caption::RecommendedMark).arg(count(point->atOnce));
        const double width = widthOf(words, 13) * 1.08 + 16;
        const double x = at(point->atOnce);
        const double begin = std::clamp(x - width / 2, chartLeft, chartRight - width);
        const double top = m_top + flagTop;
        m_canvas.line(x, top + flagHeight, x, m_rates.at(throughputIn(*point, point->low)),
                      {ColorRole::Done, 1.6});
        m_canvas.frame({begin, top, width, flagHeight}, {ColorRole::Done, 1.6});
        m_canvas.text(begin + width / 2, top + 15.5, words,
                      {13, ColorRole::Done, Anchor::Middle, true});
    }

    /// Under each level its figures, where they have room beside their neighbours.
    double drawFigures(double base)
    {
        m_canvas.text(24, base, text::label(Label::AtOnce),
                      {12, ColorRole::Text, Anchor::Start, true});
        double lastEnd = 0;
        std::vector<const SweepPoint *> roomy;
        for (const SweepPoint &point : m_sweep.points) {
            if (at(point.atOnce) - 36 < lastEnd)
                continue;
            lastEnd = at(point.atOnce) + 36;
            roomy.push_back(&point);
            m_canvas.text(at(point.atOnce), base, count(point.atOnce),
                          {12, ColorRole::Text, Anchor::Middle, true});
        }
        for (const Figure &figure : figures()) {
            base += rowHeight;
            m_canvas.text(24, base, figure.title, {11, ColorRole::Muted});
            for (const SweepPoint *point : roomy)
                m_canvas.text(at(point->atOnce), base, figure.text(*point),
                              {11, ColorRole::Text, Anchor::Middle});
        }
        return base + rowHeight;
    }

    double drawNotes(double base)
    {
        QStringList notes{text::limitMet(m_sweep), text::whyStopped(m_sweep)};
        if (m_sweep.law)
            notes << text::caption(Caption::GunthersLawDrawn)
                         .arg(QLocale().toString(m_sweep.law->fit, 'f', 3));
        if (m_sweep.critical)
            notes << text::caption(Caption::OneFileBounds)
                         .arg(m_sweep.critical->name, text::asSeconds(m_sweep.critical->seconds),
                              text::boundText(*m_sweep.critical));
        notes.removeAll(QString());
        for (const QString &note : notes) {
            for (const QString &line : wrapped(visible(note), chartRight - 24, 12)) {
                m_canvas.text(24, base + 8, line, {12, ColorRole::Muted});
                base += 17;
            }
        }
        return base;
    }

    Canvas &m_canvas;
    const Sweep &m_sweep;
    double m_top;
    double m_bottom;
    Scale m_rates;
};

} // namespace

double drawSweep(Canvas &canvas, const Sweep &sweep, double top)
{
    return sweep.points.empty() ? top : Chart(canvas, sweep, top).draw();
}

} // namespace lapwing::report
