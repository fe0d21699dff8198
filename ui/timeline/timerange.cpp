// SPDX-License-Identifier: MIT
#include "timeline/timerange.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lapwing::ui {
namespace {

using namespace std::chrono_literals;
using record::Stamp;

/// Ten steps for each power of ten: the series R10 of ISO 3.
constexpr std::array mantissas{100, 125, 160, 200, 250, 315, 400, 500, 630, 800};
constexpr int stepsPerPower = static_cast<int>(mantissas.size());
constexpr int closest = 10;   ///< a pixel is a microsecond: no stamp is surer than that
constexpr int farthest = 100; ///< a pixel is a quarter of an hour

/// Of the width, for what there is; the rest keeps marks at the end in sight.
constexpr double usable = 0.97;
/// So much more than there is, when the scale grows while it runs.
constexpr double headroom = 1.25;

Stamp lengthOf(int step)
{
    const int power = step / stepsPerPower;
    qint64 length = mantissas[static_cast<std::size_t>(step % stepsPerPower)];
    for (int times = 0; times < power; ++times)
        length *= 10;
    return Stamp{length};
}

} // namespace

void TimeRange::setWidth(double pixels)
{
    const bool changes = m_width != std::max(1., pixels);
    m_width = std::max(1., pixels);
    if (changes && m_follow == Follow::All)
        m_step = stepFor(m_end);
    follow();
}

void TimeRange::setEnd(Stamp end)
{
    const bool isAnother = end < m_end;
    m_end = end;
    if (isAnother && m_follow == Follow::All)
        m_step = stepFor(m_end);
    if (isAnother && m_from > m_end)
        moveTo({});
    follow();
}

void TimeRange::setRunning(bool running)
{
    const bool ends = m_isRunning && !running;
    m_isRunning = running;
    if (ends && m_follow == Follow::All)
        m_step = stepFor(m_end);
    follow();
}

void TimeRange::zoomAt(double x, int steps)
{
    const int widest = std::min(farthest, stepFor(std::max(m_end, m_horizon)) + 6);
    const Stamp kept = timeAt(x);
    m_follow = Follow::No;
    m_step = std::clamp(m_step - steps, closest, std::max(closest, widest));
    const double pixels = m_isMirrored ? m_width - x : x;
    moveTo(kept - Stamp{std::llround(pixels * static_cast<double>(perPixel().count()))});
}

void TimeRange::drag(double pixels)
{
    m_follow = Follow::No;
    const double later = m_isMirrored ? pixels : -pixels;
    moveTo(m_from + Stamp{std::llround(later * static_cast<double>(perPixel().count()))});
}

void TimeRange::fit()
{
    m_follow = Follow::All;
    m_step = stepFor(m_end);
    follow();
}

void TimeRange::fitToHorizon()
{
    m_follow = Follow::No;
    m_step = stepFor(std::max(m_end, m_horizon));
    moveTo({});
}

void TimeRange::toEnd()
{
    m_follow = Follow::End;
    moveTo(m_end - Stamp{std::llround(static_cast<double>(span().count()) * usable)});
}

void TimeRange::toStart()
{
    m_follow = Follow::No;
    moveTo({});
}

double TimeRange::x(Stamp moment) const
{
    const double pixels =
        static_cast<double>((moment - m_from).count()) / static_cast<double>(perPixel().count());
    return m_isMirrored ? m_width - pixels : pixels;
}

Stamp TimeRange::timeAt(double x) const
{
    const double pixels = m_isMirrored ? m_width - x : x;
    return std::max(m_from + Stamp{std::llround(pixels * static_cast<double>(perPixel().count()))},
                    Stamp{});
}

Stamp TimeRange::perPixel() const
{
    return lengthOf(std::max(m_step, closest));
}

Stamp TimeRange::span() const
{
    return Stamp{std::llround(m_width * static_cast<double>(perPixel().count()))};
}

/// The closest step at which so much is in sight.
int TimeRange::stepFor(Stamp span) const
{
    const Stamp min = m_isRunning || span == Stamp{} ? Stamp{1s} : Stamp{1ms};
    const double needed = static_cast<double>(std::max(span, min).count());
    int step = closest;
    while (step < farthest
           && static_cast<double>(lengthOf(step).count()) * m_width * usable < needed)
        ++step;
    return step;
}

void TimeRange::follow()
{
    const Stamp seen{std::llround(static_cast<double>(span().count()) * usable)};
    if (m_follow == Follow::All) {
        m_from = {};
        if (m_end > seen || m_step < closest) {
            const double room = m_isRunning ? headroom : 1;
            m_step = stepFor(Stamp{std::llround(static_cast<double>(m_end.count()) * room)});
        }
    } else if (m_follow == Follow::End && m_end > m_from + seen) {
        moveTo(m_end - span() * 3 / 4); // by a quarter of the view, not by a pixel each frame
    }
}

void TimeRange::moveTo(Stamp from)
{
    const Stamp last = std::max(std::max(m_end, m_horizon) - span() / 2, Stamp{});
    m_from = std::clamp(from, Stamp{}, last);
}

} // namespace lapwing::ui
