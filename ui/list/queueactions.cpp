// SPDX-License-Identifier: MIT
#include "list/queueactions.h"

#include "list/priorityname.h"
#include "list/taskorder.h"
#include "run/controller/downloadcontroller.h"
#include "text/catalogue.h"

#include <QAction>
#include <QMenu>
#include <QTableView>

#include <algorithm>

namespace lapwing::ui {
namespace {

struct MoveText {
    plan::Move move;
    const char *name; ///< of the action
    const char *text;
    const char *tip;
    QKeyCombination key; ///< while the list has the focus
};

constexpr std::array moves{
    MoveText{plan::Move::Top, "actionMoveTop",
             QT_TRANSLATE_NOOP("lapwing::ui::QueueActions", "Move to &top"),
             QT_TRANSLATE_NOOP("lapwing::ui::QueueActions",
                               "Start the selected downloads before all others"),
             Qt::ALT | Qt::Key_Home},
    MoveText{plan::Move::Up, "actionMoveUp",
             QT_TRANSLATE_NOOP("lapwing::ui::QueueActions", "Move &up"),
             QT_TRANSLATE_NOOP("lapwing::ui::QueueActions", "Start the selected downloads sooner"),
             Qt::ALT | Qt::Key_Up},
    MoveText{plan::Move::Down, "actionMoveDown",
             QT_TRANSLATE_NOOP("lapwing::ui::QueueActions", "Move &down"),
             QT_TRANSLATE_NOOP("lapwing::ui::QueueActions", "Start the selected downloads later"),
             Qt::ALT | Qt::Key_Down},
    MoveText{plan::Move::Bottom, "actionMoveBottom",
             QT_TRANSLATE_NOOP("lapwing::ui::QueueActions", "Move to &bottom"),
             QT_TRANSLATE_NOOP("lapwing::ui::QueueActions",
                               "Start the selected downloads after all others"),
             Qt::ALT | Qt::Key_End},
};

constexpr std::array priorities{plan::Priority::High, plan::Priority::Normal, plan::Priority::Low};

bool isStep(plan::Move move)
{
    return move == plan::Move::Up || move == plan::Move::Down;
}

} // namespace

QueueActions::QueueActions(QTableView *table, DownloadController &controller,
                           const TaskOrder &order, std::function<std::vector<int>()> selectedIds)
    : QObject(table)
    , m_table(table)
    , m_controller(controller)
    , m_order(order)
    , m_selectedIds(std::move(selectedIds))
    , m_orderMenu(new QMenu(table))
    , m_priorityMenu(new QMenu(table))
{
    m_orderMenu->setObjectName(QStringLiteral("moveMenu"));
    m_priorityMenu->setObjectName(QStringLiteral("priorityMenu"));
    m_orderMenu->setToolTipsVisible(true); // they say why a step is not offered
    setUpMoves();
    setUpPriorities();
    text::inEachLanguage(this, [this] { retranslate(); });
}

void QueueActions::retranslate()
{
    m_orderMenu->setTitle(tr("Mo&ve in the list"));
    m_priorityMenu->setTitle(tr("Prior&ity"));
    for (const MoveText &each : moves) {
        QAction *action = m_moves[static_cast<std::size_t>(each.move)];
        action->setText(tr(each.text));
        action->setToolTip(tr(each.tip)); // refresh() says why it is not offered
    }
    for (const plan::Priority priority : priorities)
        m_priorities[static_cast<std::size_t>(priority)]->setText(nameOf(priority));
}

void QueueActions::setUpMoves()
{
    for (const MoveText &each : moves) {
        QAction *action = m_orderMenu->addAction(QString());
        action->setObjectName(QLatin1String(each.name));
        action->setShortcut(QKeySequence(each.key));
        action->setShortcutContext(Qt::WidgetShortcut);
        m_table->addAction(action);
        m_moves[static_cast<std::size_t>(each.move)] = action;
        connect(action, &QAction::triggered, this, [this, &each] { move(each.move); });
    }
}

void QueueActions::setUpPriorities()
{
    for (const plan::Priority priority : priorities) {
        QAction *action = m_priorityMenu->addAction(QString());
        action->setObjectName(QStringLiteral("actionPriority%1").arg(static_cast<int>(priority)));
        action->setCheckable(true);
        m_priorities[static_cast<std::size_t>(priority)] = action;
        connect(action, &QAction::triggered, this, [this, priority] {
            m_controller.setPriority(m_selectedIds(), priority);
            refreshPriorities(); // a second choice of the same one takes nothing back
        });
    }
    connect(m_priorityMenu, &QMenu::aboutToShow, this, &QueueActions::refreshPriorities);
}

void QueueActions::move(plan::Move move)
{
    m_controller.move(m_selectedIds(), move, isStep(move) ? shownIds() : std::vector<int>());
    if (isStep(move))
        m_table->scrollTo(m_table->currentIndex());
}

void QueueActions::refresh(bool isAnySelected)
{
    const bool isAllowed = isAnySelected && m_controller.canReorder();
    const bool isInOrder = m_order.isInListOrder();
    for (const MoveText &each : moves) {
        QAction *action = m_moves[static_cast<std::size_t>(each.move)];
        const bool isPossible = !isStep(each.move) || isInOrder;
        action->setEnabled(isAllowed && isPossible);
        action->setToolTip(
            isPossible ? tr(each.tip)
                       : tr("Only in the list's own order: choose View, Order by, List order"));
    }
    m_priorityMenu->setEnabled(isAllowed);
}

/// A mark at the priority that all of the selected have.
void QueueActions::refreshPriorities()
{
    const std::vector<int> ids = m_selectedIds();
    for (const plan::Priority priority : priorities) {
        const bool isOfAll = !ids.empty() && std::ranges::all_of(ids, [this, priority](int id) {
            return m_order.tasks().order().priorityOf(id) == priority;
        });
        m_priorities[static_cast<std::size_t>(priority)]->setChecked(isOfAll);
    }
}

std::vector<int> QueueActions::shownIds() const
{
    std::vector<int> ids;
    for (int row = 0; row < m_order.rowCount(); ++row)
        ids.push_back(m_order.taskAt(row).id);
    return ids;
}

} // namespace lapwing::ui
