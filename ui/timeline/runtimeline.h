// SPDX-License-Identifier: MIT
#pragma once

#include "timeline/stretch.h"

#include <QDateTime>
#include <QList>
#include <QObject>

#include <optional>

class QAction;
class QMenu;
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

    /// A menu of its own: shows and hides it, and does what its keys do. Where the window is too narrow for both, the
    /// table alone is shown at first, and showing it gives the table's place to it and back.
    void addTo(QMenu *menu);

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
    QList<QAction *> m_commands; ///< of what can be seen
    Timeline *m_timeline;
    TimelineLanes *m_lanes;
    QDateTime m_started;    ///< the run that is shown
    bool m_isWanted = true; ///< where there is room for both
    bool m_isWide = true;   ///< there is
    bool m_isShown = true;  ///< and filters by its stretch
};

} // namespace lapwing::ui
