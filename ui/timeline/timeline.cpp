// SPDX-License-Identifier: MIT
#include "timeline/timeline.h"

#include "letterwidth.h"
#include "text/amounts.h"
#include "text/catalogue.h"
#include "timeline/axis.h"
#include "timeline/axisheader.h"
#include "timeline/gestures.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>

namespace lapwing::ui {
namespace {

using namespace std::chrono_literals;
using record::Stamp;

constexpr auto summingPause = 100ms;
constexpr qint64 summingPauseWhileRunning = 1000; // milliseconds
constexpr auto describingPause = 1s;

} // namespace

Timeline::Timeline(QTableView *table, RecordAt recordAt, AllTasks allTasks, QWidget *parent)
    : QWidget(parent)
    , m_table(table)
    , m_viewport(table->viewport())
    , m_allTasks(std::move(allTasks))
    , m_axis(new AxisHeader(m_state, this))
    , m_rows(new TimelineRows(table, std::move(recordAt), m_state, this))
    , m_sums(new QLabel(this))
{
    setObjectName(QStringLiteral("timeline"));
    setFocusPolicy(Qt::StrongFocus);
    m_sums->setObjectName(QStringLiteral("sums"));
    m_sums->setMargin(letterWidth(fontMetrics()) / 2);
    m_sums->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // never widens the timeline
    m_sums->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_axis);
    column->addWidget(m_rows, 1);
    column->addWidget(m_sums);
    m_state.range.setMirrored(layoutDirection() == Qt::RightToLeft);

    m_summing.setSingleShot(true);
    m_summing.setInterval(summingPause);
    connect(&m_summing, &QTimer::timeout, this, &Timeline::sumUp);
    m_describing.setSingleShot(true);
    m_describing.setInterval(describingPause);
    connect(&m_describing, &QTimer::timeout, this, &Timeline::describe);
    connect(m_axis, &AxisHeader::stretchDragged, this, &Timeline::setStretch);
    connect(m_axis, &AxisHeader::stretchDropped, this,
            [this] { Q_EMIT stretchChosen(m_state.stretch); });
    connect(m_axis, &AxisHeader::clicked, this, &Timeline::clearStretch);
    for (auto *gestures : {new TimeGestures(m_axis, TimeGestures::Wheel::Zooms),
                           new TimeGestures(m_rows, TimeGestures::Wheel::Scrolls)}) {
        connect(gestures, &TimeGestures::zoomed, this, &Timeline::zoomAt);
        connect(gestures, &TimeGestures::dragged, this, &Timeline::drag);
        connect(gestures, &TimeGestures::scrolled, this, &Timeline::scrollTable);
    }
    watchTable();
    text::inEachLanguage(this, [this] {
        nameRun();
        m_sums->setAccessibleName(tr("Sums of the selected period"));
        sumUp();
        describe();
        update();
    });
}

void Timeline::watchTable()
{
    const auto redraw = [this] { m_rows->update(); };
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, redraw);
    connect(m_table->verticalScrollBar(), &QScrollBar::rangeChanged, this, redraw);
    connect(m_table->verticalHeader(), &QHeaderView::sectionResized, this, redraw);
    connect(m_table->horizontalHeader(), &QHeaderView::geometriesChanged, this,
            &Timeline::takeHeight);
    m_viewport->installEventFilter(this);
    watchModel();
    takeHeight();
}

/// A table tells nobody that it has another model; it does paint.
void Timeline::watchModel()
{
    if (m_model == m_table->model())
        return;
    if (m_model != nullptr)
        m_model->disconnect(this);
    m_model = m_table->model();
    const auto redraw = [this] {
        m_rows->update();
        Q_EMIT recordsChanged();
    };
    connect(m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                m_rows->updateRows(first.row(), last.row());
                Q_EMIT recordsChanged();
            });
    connect(m_model, &QAbstractItemModel::layoutChanged, this, redraw);
    connect(m_model, &QAbstractItemModel::modelReset, this, redraw);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, redraw);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, redraw);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_rows->update(); });
    m_rows->update();
}

/// The first row stands beside the first row.
void Timeline::takeHeight()
{
    const int height = m_viewport->y(); // its parent is the table
    const int line = fontMetrics().height();
    m_axis->setFixedHeight(height >= line ? height : line * 3 / 2); // before the table was shown
    m_rows->update();
}

bool Timeline::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_viewport) {
        if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
            takeHeight();
        else if (event->type() == QEvent::Paint)
            watchModel();
    }
    return QWidget::eventFilter(watched, event);
}

void Timeline::setFacts(const record::RunFacts &facts)
{
    m_state.facts = facts;
    m_state.range.setEnd(std::max(m_state.now, facts.elapsed));
    moved();
}

void Timeline::setNow(Stamp now)
{
    m_state.now = now;
    m_state.range.setEnd(std::max(now, m_state.isRunning ? Stamp{} : m_state.facts.elapsed));
    moved();
}

void Timeline::setRunning(bool running, int tasks)
{
    m_state.isRunning = running;
    m_running = tasks;
    m_state.range.setRunning(running);
    moved();
}

void Timeline::setOfOneFile(bool isOfOneFile)
{
    m_state.isOfOneFile = isOfOneFile;
    nameRun();
}

void Timeline::nameRun()
{
    setAccessibleName(m_state.isOfOneFile ? tr("Timeline of the one file tried last")
                                          : tr("Timeline"));
}

void Timeline::setHorizon(Stamp horizon)
{
    m_state.range.setHorizon(horizon);
}

void Timeline::setStretch(const std::optional<Stretch> &stretch)
{
    m_state.stretch = stretch;
    showStretch();
    m_axis->update();
    m_rows->update();
    Q_EMIT rangeChanged();
}

void Timeline::chooseInSight()
{
    const TimeRange &range = m_state.range;
    setStretch(Stretch{range.from(), std::min(range.to(), std::max(range.end(), range.from()))});
    Q_EMIT stretchChosen(m_state.stretch);
}

void Timeline::clearStretch()
{
    if (!m_state.stretch)
        return;
    setStretch(std::nullopt);
    Q_EMIT stretchChosen(std::nullopt);
}

void Timeline::showStretch()
{
    m_sums->setVisible(m_state.stretch.has_value());
    if (m_state.stretch && !m_summing.isActive())
        m_summing.start();
}

void Timeline::sumUp()
{
    if (!m_state.stretch)
        return;
    const StretchSums sums =
        sumsOf(m_allTasks(), m_state.facts, *m_state.stretch, m_state.range.end());
    m_sums->setText(tr("%1 to %2:  %3")
                        .arg(isolated(text::asFineTime(m_state.stretch->from)),
                             isolated(text::asFineTime(m_state.stretch->to)), wordsFor(sums)));
    m_sums->setToolTip(m_sums->text());
    m_sums->setAccessibleDescription(m_sums->text());
    m_sinceSums.start();
    describe();
}

void Timeline::fit()
{
    m_state.range.fit();
    moved();
}

void Timeline::zoomAt(double x, int steps)
{
    m_state.range.zoomAt(x, steps);
    moved();
}

void Timeline::drag(double pixels)
{
    m_state.range.drag(pixels);
    moved();
}

void Timeline::moved()
{
    m_axis->update();
    m_rows->update();
    if (m_state.isRunning && m_sinceSums.hasExpired(summingPauseWhileRunning))
        showStretch();
    if (!m_describing.isActive())
        m_describing.start();
    Q_EMIT rangeChanged();
}

void Timeline::describe()
{
    const TimeRange &range = m_state.range;
    const QString from = isolated(text::asTime(range.from()));
    const QString to =
        isolated(text::asTime(std::min(range.to(), std::max(range.end(), range.from()))));
    QString words = m_state.isRunning
        ? tr("From %1 to %2, %n running", nullptr, m_running).arg(from, to)
        : tr("From %1 to %2").arg(from, to);
    if (m_state.stretch)
        words += QStringLiteral(". ") + m_sums->text();
    if (accessibleDescription() != words)
        setAccessibleDescription(words);
}

void Timeline::scrollTable(QWheelEvent *event)
{
    QCoreApplication::sendEvent(m_table->verticalScrollBar(), event);
}

void Timeline::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_state.range.setWidth(width());
    moved();
}

void Timeline::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange) {
        m_state.range.setMirrored(layoutDirection() == Qt::RightToLeft);
        moved();
    }
    QWidget::changeEvent(event);
}

} // namespace lapwing::ui
