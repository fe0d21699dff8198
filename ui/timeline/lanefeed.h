// SPDX-License-Identifier: MIT
#pragma once

#include "run/backgroundqueue.h"
#include "timeline/lanedata.h"
#include "timeline/timeline.h"

#include <QTimer>

#include <memory>

namespace lapwing::ui {

/// Keeps the picture of the lanes up to date: of a long list at most once a second, the records in slices between other
/// events, and all sorting and adding up on a thread. Nothing is done while nobody looks.
class LaneFeed : public QObject {
    Q_OBJECT

public:
    explicit LaneFeed(AllTasks allTasks, QObject *parent = nullptr);

    void setActive(bool active);
    /// Records changed; open ones last until `now`.
    void touch(record::Stamp now);
    void setView(const TimeRange &range);
    [[nodiscard]] const LanePicture &picture() const { return m_picture; }
    /// How long after a look at so many records the next may follow.
    [[nodiscard]] static std::chrono::milliseconds paceFor(std::size_t records);

Q_SIGNALS:
    void pictureChanged();

private:
    void begin();
    void takeSlice();
    void sumUp();
    void draw();
    [[nodiscard]] bool covers(const Stretch &view, record::Stamp grain) const;

    AllTasks m_allTasks;
    bool m_isActive = false;
    bool m_isStale = false; ///< records changed since the last look
    bool m_isBusy = false;  ///< looking, or adding up
    bool m_isDrawing = false;
    bool m_isToDraw = false; ///< once more, when it was done
    record::Stamp m_now{};
    Stretch m_view;
    record::Stamp m_grain{1};
    std::shared_ptr<LaneInput> m_input;
    std::shared_ptr<const LaneSums> m_sums;
    LanePicture m_picture;
    QTimer m_pace;
    QTimer m_slices;
    BackgroundQueue m_queue; ///< last: its answers come to what is above
};

} // namespace lapwing::ui
