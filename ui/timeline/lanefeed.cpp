// SPDX-License-Identifier: MIT
#include "timeline/lanefeed.h"

#include <algorithm>

namespace lapwing::ui {
namespace {

constexpr std::chrono::milliseconds pace{1000};
constexpr std::chrono::milliseconds paceOfOneSlice{200}; ///< that of the rows above
/// Less than a millisecond (measured: 60 ns to 300 ns a record).
constexpr std::size_t slice = 2000;

} // namespace

LaneFeed::LaneFeed(AllTasks allTasks, QObject *parent)
    : QObject(parent), m_allTasks(std::move(allTasks))
{
    m_pace.setSingleShot(true);
    connect(&m_pace, &QTimer::timeout, this, &LaneFeed::begin);
    connect(&m_slices, &QTimer::timeout, this, &LaneFeed::takeSlice);
}

std::chrono::milliseconds LaneFeed::paceFor(std::size_t records)
{
    return records <= slice ? paceOfOneSlice : pace;
}

void LaneFeed::setActive(bool active)
{
    m_isActive = active;
    begin();
}

void LaneFeed::touch(record::Stamp now)
{
    m_now = now;
    m_isStale = true;
    begin();
}

void LaneFeed::begin()
{
    if (!m_isActive || !m_isStale || m_isBusy || m_pace.isActive())
        return;
    m_isStale = false;
    m_isBusy = true;
    m_input = std::make_shared<LaneInput>();
    m_input->now = m_now;
    m_slices.start(0);
}

/// The list may have changed since the last slice: then the next look is right again.
void LaneFeed::takeSlice()
{
    const std::vector<record::SharedRecord> &tasks = m_allTasks();
    const std::size_t last = std::min(tasks.size(), m_input->alone.size() + slice);
    for (std::size_t row = m_input->alone.size(); row < last; ++row)
        m_input->add(tasks[row]);
    if (m_input->alone.size() >= tasks.size())
        sumUp();
}

void LaneFeed::sumUp()
{
    m_slices.stop();
    m_pace.setInterval(paceFor(m_input->alone.size()));
    m_queue.run(
        [input = std::exchange(m_input, nullptr)] {
            return std::make_shared<const LaneSums>(sumsOf(std::move(*input)));
        },
        [this](const std::shared_ptr<const LaneSums> &sums) {
            m_sums = sums;
            m_isBusy = false;
            m_pace.start();
            draw();
        });
}

void LaneFeed::setView(const TimeRange &range)
{
    m_view = {range.from(), range.to()};
    m_grain = range.perPixel();
    if (!covers(m_view, m_grain))
        draw();
}

bool LaneFeed::covers(const Stretch &view, record::Stamp grain) const
{
    return m_picture.grain == grain && m_picture.window.from <= view.from
        && m_picture.window.to >= view.to;
}

/// A view more on each side, so that moving along shows something at once.
void LaneFeed::draw()
{
    m_isToDraw = m_isDrawing;
    if (m_isDrawing || !m_isActive || !m_sums)
        return;
    m_isDrawing = true;
    const record::Stamp span = m_view.to - m_view.from;
    const Stretch window{std::max(m_view.from - span, record::Stamp{}), m_view.to + span};
    m_queue.run(
        [sums = m_sums, window, grain = m_grain] { return pictureOf(*sums, window, grain); },
        [this](LanePicture picture) {
            m_picture = std::move(picture);
            m_isDrawing = false;
            Q_EMIT pictureChanged();
            if (m_isToDraw)
                draw();
        });
}

} // namespace lapwing::ui
