// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

namespace lapwing::ui {

/// Which part of a run's time is in sight, and where on the screen each moment is. The scale changes in steps
/// of about a quarter, so that what grows can be seen to grow. Plain data.
class TimeRange {
public:
    enum class Follow {
        No,  ///< it was moved by hand
        All, ///< everything is in sight
        End, ///< the end is in sight, at the scale that was chosen
    };

    void setWidth(double pixels);
    /// Time runs from right to left.
    void setMirrored(bool mirrored) { m_isMirrored = mirrored; }
    /// The last moment that there is; it may be earlier than before: another run.
    void setEnd(record::Stamp end);
    /// While it runs there is room for what comes.
    void setRunning(bool running);
    /// There is something to see up to here, after the end.
    void setHorizon(record::Stamp horizon) { m_horizon = horizon; }

    /// What is at `x` stays there. Positive: closer.
    void zoomAt(double x, int steps);
    /// The picture goes along with a hand that moved from left to right by so much.
    void drag(double pixels);
    void fit(); ///< and follows
    void fitToHorizon();
    void toEnd(); ///< and follows
    void toStart();

    [[nodiscard]] double x(record::Stamp moment) const;
    [[nodiscard]] record::Stamp timeAt(double x) const; ///< never before the start
    [[nodiscard]] record::Stamp from() const { return m_from; }
    [[nodiscard]] record::Stamp to() const { return m_from + span(); }
    [[nodiscard]] record::Stamp end() const { return m_end; }
    [[nodiscard]] record::Stamp perPixel() const;
    [[nodiscard]] double width() const { return m_width; }
    [[nodiscard]] bool isMirrored() const { return m_isMirrored; }
    [[nodiscard]] Follow following() const { return m_follow; }

    friend bool operator==(const TimeRange &, const TimeRange &) = default;

private:
    [[nodiscard]] record::Stamp span() const;
    [[nodiscard]] int stepFor(record::Stamp span) const;
    void follow();
    void moveTo(record::Stamp from);

    double m_width = 1;
    int m_step = 0;
    record::Stamp m_from{};
    record::Stamp m_end{};
    record::Stamp m_horizon{};
    Follow m_follow = Follow::All;
    bool m_isRunning = false;
    bool m_isMirrored = false;
};

} // namespace lapwing::ui
