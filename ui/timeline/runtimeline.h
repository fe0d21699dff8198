// SPDX-License-Identifier: MIT
#pragma once

#include "timeline/stretch.h"

#include <QDateTime>
#include <QObject>

#include <optional>

class QAction;
class QSettings;
class QTableView;

namespace lapwing::ui {

class DownloadController;
class ListPage;
class Timeline;
class TimelineLanes;
struct Summary;

/// The timeline of the last run in the page of the list, with its lanes. Only tasks of that run have bars: the
/// stamps of others are of another clock.
class RunTimeline : public QObject {
    Q_OBJECT

public:
    RunTimeline(ListPage &page, QTableView *table, DownloadController &controller);

    /// Shows and hides it. Where the window is too narrow for both, the table alone is shown at first, and this gives
    /// its place to the timeline and back.
    [[nodiscard]] QAction *action() const { return m_action; }

    /// The list or what goes on is another.
    void refresh();
    /// Time went by.
    void refreshTimes();
    /// What together and one at a time take, as the card has it.
    void setSummary(const Summary &summary);

    void restore(const QSettings &settings);
    void save(QSettings &settings) const;

Q_SIGNALS:
    void changed(); ///< what save() keeps

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void toggle(bool isShown);
    void showWhereItFits();
    [[nodiscard]] bool hasRoomForBoth() const;
    void filterBy(const std::optional<Stretch> &stretch);

    ListPage &m_page;
    DownloadController &m_controller;
    QAction *m_action;
    Timeline *m_timeline;
    TimelineLanes *m_lanes;
    QDateTime m_started;    ///< the run that is shown
    bool m_isWanted = true; ///< where there is room for both
    bool m_isWide = true;   ///< there is
};

} // namespace lapwing::ui
