// SPDX-License-Identifier: MIT
#include "list/columns/columnmenu.h"

#include "list/columns/columns.h"
#include "text/catalogue.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>

namespace lapwing::ui {

ColumnMenu::ColumnMenu(QTableView *table)
    : QObject(table)
    , m_table(table)
    , m_columns(new QMenu(table))
    , m_order(new QMenu(table))
    , m_by(new QActionGroup(this))
{
    m_columns->setObjectName(QStringLiteral("columnsMenu"));
    m_order->setObjectName(QStringLiteral("orderMenu"));
    setUpColumns();
    setUpOrder();
    text::inEachLanguage(this, [this] { retranslate(); });
    QHeaderView *header = table->horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &ColumnMenu::popUp);
}

void ColumnMenu::retranslate()
{
    m_columns->setTitle(tr("&Columns"));
    m_order->setTitle(tr("&Order by"));
    for (const QMenu *menu : {m_columns, m_order}) {
        for (QAction *action : menu->actions()) {
            if (const QVariant section = action->data(); section.isValid() && section.toInt() >= 0)
                action->setText(titleOf(columns()[section.toUInt()]));
        }
    }
    m_defaults->setText(tr("&Default columns"));
    m_listOrder->setText(tr("&List order"));
    m_ascending->setText(tr("&Ascending"));
    m_descending->setText(tr("&Descending"));
}

void ColumnMenu::setUpColumns()
{
    for (const Column &column : columns()) {
        QAction *action = m_columns->addAction(QString());
        action->setCheckable(true);
        const int section = static_cast<int>(column.id);
        action->setData(section);
        connect(action, &QAction::triggered, this,
                [this, section](bool isShown) { m_table->setColumnHidden(section, !isShown); });
    }
    m_columns->addSeparator();
    m_defaults = m_columns->addAction(QString());
    connect(m_defaults, &QAction::triggered, this, &ColumnMenu::defaultsWanted);
    connect(m_columns, &QMenu::aboutToShow, this, &ColumnMenu::refreshColumns);
}

void ColumnMenu::setUpOrder()
{
    QHeaderView *header = m_table->horizontalHeader();
    const auto addChoice = [this, header](int section) {
        QAction *action = m_order->addAction(QString());
        action->setCheckable(true);
        action->setData(section);
        m_by->addAction(action);
        connect(action, &QAction::triggered, this, [header, section] {
            header->setSortIndicator(
                section, section < 0 ? Qt::AscendingOrder : header->sortIndicatorOrder());
        });
        return action;
    };
    m_listOrder = addChoice(-1);
    for (const Column &column : columns())
        addChoice(static_cast<int>(column.id));
    m_order->addSeparator();
    auto *directions = new QActionGroup(this);
    const auto addDirection = [this, header, directions](Qt::SortOrder order) {
        QAction *action = directions->addAction(QString());
        action->setCheckable(true);
        m_order->addAction(action);
        connect(action, &QAction::triggered, this, [header, order] {
            header->setSortIndicator(header->sortIndicatorSection(), order);
        });
        return action;
    };
    m_ascending = addDirection(Qt::AscendingOrder);
    m_descending = addDirection(Qt::DescendingOrder);
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
