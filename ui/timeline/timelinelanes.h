// SPDX-License-Identifier: MIT
#pragma once

#include "timeline/lane.h"
#include "timeline/lanefeed.h"

#include <QStringList>
#include <QWidget>

#include <memory>
#include <vector>

class QBoxLayout;

namespace lapwing::ui {

class LaneTitle;
class LaneView;

/// Lanes under a timeline, over the same time, each of which folds away: the slots, the
/// throughput, the event loop, and one at a time. Stands under `timeline` and what is beside that: the lanes are
/// exactly under its bars, their titles in the room beside them, or above where there is none.
class TimelineLanes : public QWidget {
    Q_OBJECT

public:
    TimelineLanes(Timeline *timeline, AllTasks allTasks, QWidget *parent = nullptr);
    ~TimelineLanes() override;

    /// Nothing: whoever shows it sees to it that there is room.
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, 0}; }

    /// As the summary has it: absent where there is no figure.
    void setOneAtATime(const std::optional<OneAtATime> &oneAtATime);
    /// By their keys, for the settings: "slots", "throughput", "eventLoop", "oneAtATime".
    [[nodiscard]] QStringList foldedLanes() const;
    void setFoldedLanes(const QStringList &keys);

Q_SIGNALS:
    void folded(); ///< or unfolded

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Section {
        std::unique_ptr<Lane> lane;
        LaneTitle *title = nullptr;
        LaneView *view = nullptr;
        QBoxLayout *line = nullptr;
    };

    void add(std::unique_ptr<Lane> lane);
    void refresh();
    void takeView();
    void align();
    [[nodiscard]] bool isAnyOpen() const;

    Timeline *m_timeline;
    LaneFeed m_feed;
    LaneSource m_source;
    std::vector<Section> m_sections;
    std::pair<int, int> m_sides{-1, -1}; ///< how much room is beside the bars
    bool m_hasLoop = false;              ///< what is known of it is told
    std::optional<record::Stamp> m_seen; ///< how far the run was, when it was looked at
};

} // namespace lapwing::ui
