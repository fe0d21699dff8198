// SPDX-License-Identifier: MIT
#include "list/columnmenu.h"

#include "list/columns.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>

namespace lapwing::ui {

ColumnMenu::ColumnMenu(QTableView *table)
    : QObject(table)
    , m_table(table)
    , m_columns(new QMenu(tr("&Columns"), table))
    , m_order(new QMenu(tr("&Order by"), table))
    , m_by(new QActionGroup(this))
{
    m_columns->setObjectName(QStringLiteral("columnsMenu"));
    m_order->setObjectName(QStringLiteral("orderMenu"));
    setUpColumns();
    setUpOrder();
    QHeaderView *header = table->horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &ColumnMenu::popUp);
}

void ColumnMenu::setUpColumns()
{
    for (const Column &column : columns()) {
        QAction *action = m_columns->addAction(titleOf(column));
        action->setCheckable(true);
        const int section = static_cast<int>(column.id);
        action->setData(section);
        connect(action, &QAction::triggered, this,
                [this, section](bool isShown) { m_table->setColumnHidden(section, !isShown); });
    }
    m_columns->addSeparator();
    connect(m_columns->addAction(tr("&Default columns")), &QAction::triggered, this,
            &ColumnMenu::defaultsWanted);
    connect(m_columns, &QMenu::aboutToShow, this, &ColumnMenu::refreshColumns);
}

void ColumnMenu::setUpOrder()
{
    QHeaderView *header = m_table->horizontalHeader();
    const auto addChoice = [this, header](const QString &title, int section) {
        QAction *action = m_order->addAction(title);
        action->setCheckable(true);
        action->setData(section);
        m_by->addAction(action);
        connect(action, &QAction::triggered, this, [header, section] {
            header->setSortIndicator(
                section, section < 0 ? Qt::AscendingOrder : header->sortIndicatorOrder());
        });
    };
    addChoice(tr("&List order"), -1);
    for (const Column &column : columns())
        addChoice(titleOf(column), static_cast<int>(column.id));
    m_order->addSeparator();
    auto *directions = new QActionGroup(this);
    const auto addDirection = [this, header, directions](const QString &title,
                                                         Qt::SortOrder order) {
        QAction *action = directions->addAction(title);
        action->setCheckable(true);
        m_order->addAction(action);
        connect(action, &QAction::triggered, this, [header, order] {
            header->setSortIndicator(header->sortIndicatorSection(), order);
        });
        return action;
    };
    m_ascending = addDirection(tr("&Ascending"), Qt::AscendingOrder);
    m_descending = addDirection(tr("&Descending"), Qt::DescendingOrder);
    connect(m_order, &QMenu::aboutToShow, this, &ColumnMenu::refreshOrder);
}

void ColumnMenu::popUp(const QPoint &place)
{
    m_columns->popup(m_table->horizontalHeader()->mapToGlobal(place));
}

void ColumnMenu::refreshColumns()
{
    const QHeaderView *header = m_table->horizontalHeader();
    const bool isLast = header->hiddenSectionCount() == header->count() - 1;
    for (QAction *action : m_columns->actions()) {
        if (!action->isCheckable())
            continue;
        const bool isShown = !header->isSectionHidden(action->data().toInt());
        action->setChecked(isShown);
        action->setEnabled(!isShown || !isLast);
    }
}

void ColumnMenu::refreshOrder()
{
    const QHeaderView *header = m_table->horizontalHeader();
    const int section = header->sortIndicatorSection();
    for (QAction *action : m_by->actions())
        action->setChecked(action->data().toInt() == section);
    const bool ascends = header->sortIndicatorOrder() == Qt::AscendingOrder;
    m_ascending->setChecked(ascends);
    m_descending->setChecked(!ascends);
    m_ascending->setEnabled(section >= 0);
    m_descending->setEnabled(section >= 0);
}

} // namespace lapwing::ui
