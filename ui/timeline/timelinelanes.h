// SPDX-License-Identifier: MIT
#pragma once

#include "timeline/lane.h"
#include "timeline/lanefeed.h"

#include <QStringList>
#include <QWidget>

#include <memory>
#include <vector>

class QToolButton;

namespace lapwing::ui {

class LaneView;

/// Lanes under a timeline, of the same width and over the same time, each of which folds away: the slots, the
/// throughput, the event loop, and one at a time. Stands under `timeline`, as wide as that.
class TimelineLanes : public QWidget {
    Q_OBJECT

public:
    TimelineLanes(Timeline *timeline, AllTasks allTasks, QWidget *parent = nullptr);
    ~TimelineLanes() override;

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

private:
    struct Section {
        std::unique_ptr<Lane> lane;
        QToolButton *title = nullptr;
        LaneView *view = nullptr;
    };

    void add(std::unique_ptr<Lane> lane);
    void fold(Section &section, bool isFolded);
    void refresh();
    void takeView();
    [[nodiscard]] bool isAnyOpen() const;

    Timeline *m_timeline;
    LaneFeed m_feed;
    LaneSource m_source;
    std::vector<Section> m_sections;
};

} // namespace lapwing::ui
