// SPDX-License-Identifier: MIT
#include "timeline/runtimeline.h"

#include "letterwidth.h"
#include "list/listpage.h"
#include "list/taskorder.h"
#include "run/controller/downloadcontroller.h"
#include "run/runqueries.h"
#include "summary/summary.h"
#include "text/catalogue.h"
#include "timeline/timeline.h"
#include "timeline/timelinelanes.h"

#include <QAction>
#include <QEvent>
#include <QMenu>
#include <QSettings>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTableView>

#include <utility>

namespace lapwing::ui {
namespace {

using Activity = DownloadController::Activity;

constexpr auto shownKey = "timeline/shown";
constexpr auto foldedKey = "timeline/folded";
/// In average characters: a narrower page has room for the table alone. Beside a timeline its columns would be cut, and
/// scroll.
constexpr int leastWidth = 130;
/// In lines: where it is lower, there is room for the rows alone.
constexpr int leastHeight = 18;

const record::TaskRecord *recordAt(const ListPage &page, const DownloadController &controller,
                                   const QModelIndex &index)
{
    const record::Run *run = controller.lastRun();
    return run ? taskIn(*run, page.order().taskAt(index.row()).id) : nullptr;
}

} // namespace

RunTimeline::RunTimeline(ListPage &page, QTableView *table, DownloadController &controller)
    : QObject(&page), m_page(page), m_controller(controller), m_action(new QAction(this))
{
    const auto allTasks = [&controller]() -> const std::vector<record::SharedRecord> & {
        static const std::vector<record::SharedRecord> none;
        return controller.lastRun() ? controller.lastRun()->tasks : none;
    };
    m_timeline = new Timeline(
        table,
        [&page, &controller](const QModelIndex &index) {
            return recordAt(page, controller, index);
        },
        allTasks);
    m_lanes = new TimelineLanes(m_timeline, allTasks);
    page.addBeside(m_timeline, m_lanes);
    m_action->setObjectName(QStringLiteral("actionTimeline"));
    m_action->setCheckable(true);
    m_action->setChecked(true);
    m_action->setShortcut(Qt::CTRL | Qt::Key_T);
    text::inEachLanguage(this, [this] {
        m_action->setText(tr("&Show timeline"));
        m_action->setToolTip(tr("Show the time of each download beside the list (Ctrl+T)"));
    });
    connect(m_action, &QAction::toggled, this, &RunTimeline::toggle);
    connect(m_timeline, &Timeline::stretchChosen, this, &RunTimeline::filterBy);
    connect(&page, &ListPage::allWanted, m_timeline, &Timeline::clearStretch);
    connect(m_lanes, &TimelineLanes::folded, this, &RunTimeline::changed);
    page.rows()->installEventFilter(this);
}

void RunTimeline::addTo(QMenu *menu)
{
    QMenu *own = menu->addMenu(QString());
    own->setObjectName(QStringLiteral("timelineMenu"));
    own->addAction(m_action);
    own->addSeparator();
    const auto add = [this, own](void (Timeline::*act)()) {
        m_commands << own->addAction(QString());
        connect(m_commands.back(), &QAction::triggered, m_timeline, act);
    };
    for (const auto act : {&Timeline::fit, &Timeline::zoomIn, &Timeline::zoomOut,
                           &Timeline::chooseInSight, &Timeline::clearStretch})
        add(act);
    text::inEachLanguage(this, [this, own] {
        own->setTitle(tr("Ti&meline"));
        const QStringList texts{tr("Show &all of it"), tr("Zoom &in"), tr("Zoom &out"),
                                tr("Select the &visible period"), tr("&Clear the selected period")};
        for (qsizetype i = 0; i < texts.size(); ++i)
            m_commands[i]->setText(texts[i]);
    });
    showWhereItFits();
}

/// The rows that were active in it; all of them while nothing shows why others are missing.
void RunTimeline::filterBy(const std::optional<Stretch> &stretch)
{
    if (!stretch || !m_isShown) {
        m_page.setCondition({}, {});
        return;
    }
    const QString name =
        QStringLiteral("%1-%2").arg(stretch->from.count()).arg(stretch->to.count());
    m_page.setCondition(name, [this, stretch = *stretch](const Row &row) {
        const record::Run *run = m_controller.lastRun();
        const record::TaskRecord *task = run ? taskIn(*run, row.task.id) : nullptr;
        return task != nullptr && isActiveIn(*task, stretch);
    });
}

bool RunTimeline::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        showWhereItFits();
    return QObject::eventFilter(watched, event);
}

void RunTimeline::toggle(bool isShown)
{
    if (m_isWide)
        m_isWanted = isShown;
    showWhereItFits();
    Q_EMIT changed();
}

/// A page that was never shown has no width of its own yet.
bool RunTimeline::hasRoomForBoth() const
{
    return m_page.isVisible() ? m_page.width() >= leastWidth * letterWidth(m_page.fontMetrics())
                              : m_isWide;
}

/// Its tick says what is to be seen, at any width.
void RunTimeline::showWhereItFits()
{
    const bool isWide = hasRoomForBoth();
    if (std::exchange(m_isWide, isWide) != isWide) {
        const QSignalBlocker blocker(this); // changed(): nobody chose it
        m_action->setChecked(isWide && m_isWanted);
    }
    const bool isShown = m_action->isChecked();
    m_timeline->setVisible(isShown);
    m_page.giveWay(isShown && !m_isWide);
    const bool isHigh = m_page.rows()->height() >= leastHeight * m_page.fontMetrics().height();
    m_lanes->setVisible(isShown && isHigh);
    for (QAction *command : m_commands)
        command->setEnabled(isShown);
    if (std::exchange(m_isShown, isShown) != isShown && m_timeline->stretch())
        filterBy(m_timeline->stretch());
}

void RunTimeline::refresh()
{
    const record::Run *run = m_controller.lastRun();
    const QDateTime started = run ? run->facts.started : QDateTime();
    const QDateTime before = std::exchange(m_started, started); // none before the first batch
    if (before.isValid() && before != started)
        m_timeline->fit();
    if (before.isValid() && before != started && m_timeline->stretch()) {
        m_timeline->setStretch(std::nullopt); // it was of another run
        filterBy(std::nullopt);
    }
    m_timeline->setFacts(run ? run->facts : record::RunFacts());
    m_timeline->setOfOneFile(run != m_controller.sharedRun().get());
    const bool isRunning = m_controller.activity() == Activity::Running;
    m_timeline->setRunning(isRunning, m_controller.tasks().ledger().totals().running());
    if (!isRunning)
        m_timeline->setNow(m_controller.endOfLastRun());
}

void RunTimeline::refreshTimes()
{
    if (m_controller.activity() != Activity::Running)
        return;
    m_timeline->setFacts(m_controller.lastRun()->facts);
    m_timeline->setRunning(true, m_controller.tasks().ledger().totals().running());
    m_timeline->setNow(m_controller.now());
}

void RunTimeline::setSummary(const Summary &summary)
{
    const bool isKnown = summary.phase != Summary::Phase::Measuring && !summary.isBeforeLast
        && summary.high > record::Stamp();
    m_lanes->setOneAtATime(isKnown ? std::optional(OneAtATime{
                               {summary.low, summary.high}, summary.measured, summary.togetherTime})
                                   : std::nullopt);
}

void RunTimeline::restore(const QSettings &settings)
{
    m_isWanted = settings.value(QLatin1String(shownKey), true).toBool();
    m_action->setChecked(m_isWide && m_isWanted);
    m_lanes->setFoldedLanes(settings.value(QLatin1String(foldedKey)).toStringList());
    showWhereItFits();
}

void RunTimeline::save(QSettings &settings) const
{
    settings.setValue(QLatin1String(shownKey), m_isWanted);
    settings.setValue(QLatin1String(foldedKey), m_lanes->foldedLanes());
}

} // namespace lapwing::ui
