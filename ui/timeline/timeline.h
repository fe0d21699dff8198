// SPDX-License-Identifier: MIT
#pragma once

#include "timeline/timelinerows.h"
#include "timeline/timelinestate.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QWheelEvent;

namespace lapwing::ui {

class AxisHeader;

/// All records of the list that is shown, in the order of the list. The reference holds until the next event.
using AllTasks = std::function<const std::vector<record::SharedRecord> &()>;

/// A run's time beside the table of its tasks: one vertical scroll bar, one order and one height of rows for
/// both, those of the table. Its axis is as high as the table's header. Times are those of the run's clock.
///
/// Keys: Left and Right move along, + and - zoom, F fits all, Shift+F all and what one at a time would take, Home,
/// End; S chooses what is in sight as the stretch, Esc clears it; up and down are the table's.
class Timeline : public QWidget {
    Q_OBJECT

public:
    Timeline(QTableView *table, RecordAt recordAt, AllTasks allTasks, QWidget *parent = nullptr);

    void setFacts(const record::RunFacts &facts);
    /// How far the run is; of one that ended, its last moment.
    void setNow(record::Stamp now);
    /// `tasks` of them are under way.
    void setRunning(bool running, int tasks = 0);
    /// The run is that of one file, tried after the run that the card tells of.
    void setOfOneFile(bool isOfOneFile);
    /// There is something to see beyond the end: how long one at a time would take.
    void setHorizon(record::Stamp horizon);

    void setStretch(const std::optional<Stretch> &stretch);
    [[nodiscard]] std::optional<Stretch> stretch() const { return m_state.stretch; }
    [[nodiscard]] const TimelineState &state() const { return m_state; }

public Q_SLOTS:
    void fit();
    void zoomIn();
    void zoomOut();
    void zoomAt(double x, int steps);
    void drag(double pixels);
    void chooseInSight();
    void clearStretch();

Q_SIGNALS:
    /// Chosen, or cleared: once for each, when the button is let go.
    void stretchChosen(const std::optional<lapwing::ui::Stretch> &stretch);
    void rangeChanged();   ///< what shows the same time draws anew
    void recordsChanged(); ///< as often as the model says so

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void watchTable();
    void watchModel();
    void takeHeight();
    bool takeKey(const QKeyEvent &event);
    void zoomMiddle(int steps);
    void moved();
    void showStretch();
    void sumUp();
    void nameRun();
    void describe();
    void scrollTable(QWheelEvent *event);

    QTableView *m_table;
    QWidget *m_viewport; ///< the table's; it may send events while the table goes away
    AllTasks m_allTasks;
    TimelineState m_state;
    int m_running = 0;
    AxisHeader *m_axis;
    TimelineRows *m_rows;
    QLabel *m_sums;
    QAbstractItemModel *m_model = nullptr;
    QElapsedTimer m_sinceSums;
    QTimer m_summing;    ///< sums of a long list cost milliseconds: not for each move of the mouse
    QTimer m_describing; ///< a screen reader is not told ten times a second
};

} // namespace lapwing::ui
