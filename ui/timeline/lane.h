// SPDX-License-Identifier: MIT
#pragma once

#include "measure/compare/estimate.h"
#include "timeline/inks.h"
#include "timeline/lanedata.h"
#include "timeline/timeline.h"

#include <algorithm>
#include <memory>

namespace lapwing::ui {

/// What one at a time takes, as it was measured (low is high) or estimated, and the time together that it is
/// compared with: that of the files which came, not of the whole run.
struct OneAtATime {
    measure::Range range;
    bool isMeasured = false;
    record::Stamp together{};
};

/// What lanes are drawn from.
struct LaneSource {
    const TimelineState &state;
    const LanePicture &picture;
    AllTasks allTasks;
    std::optional<OneAtATime>
        oneAtATime; ///< absent: nothing is known of it, or the runs cannot be compared

    [[nodiscard]] QString nameOf(int row) const; ///< empty: there is no such row any more
};

/// Something that happened over the time of a run, under the rows.
class Lane {
public:
    explicit Lane(const LaneSource &source) : m_source(source) { }
    virtual ~Lane() = default;
    Q_DISABLE_COPY_MOVE(Lane)

    [[nodiscard]] virtual QString key() const = 0; ///< for settings
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QString figures() const = 0; ///< in words; empty: none
    [[nodiscard]] virtual int height(const QFontMetrics &metrics) const = 0;
    virtual void paint(QPainter &painter, const Inks &inks, const QRectF &area) const = 0;
    [[nodiscard]] virtual QString tipAt(const QPointF &point, const QRectF &area) const = 0;

protected:
    [[nodiscard]] const TimeRange &range() const { return m_source.state.range; }
    /// A run that goes on is further than its records were looked at; of that, nothing is known yet.
    [[nodiscard]] record::Stamp end() const
    {
        return m_source.state.isRunning ? std::min(range().end(), m_source.picture.now)
                                        : range().end();
    }
    const LaneSource &m_source;
};

/// Which slot had which task, and which had none.
[[nodiscard]] std::unique_ptr<Lane> makeSlotLane(const LaneSource &source);
/// Bytes a second.
[[nodiscard]] std::unique_ptr<Lane> makeThroughputLane(const LaneSource &source);
/// When the engine's event loop stood still, which is known once the run has ended.
[[nodiscard]] std::unique_ptr<Lane> makeEventLoopLane(const LaneSource &source);
/// The same bars end to end, and what was saved.
[[nodiscard]] std::unique_ptr<Lane> makeGhostLane(const LaneSource &source);

} // namespace lapwing::ui
