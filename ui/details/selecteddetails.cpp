// SPDX-License-Identifier: MIT
#include "details/selecteddetails.h"

#include "details/detailspane.h"
#include "list/taskmodel.h"
#include "list/taskorder.h"
#include "run/downloadcontroller.h"

#include <QEvent>
#include <QItemSelectionModel>
#include <QTableView>

namespace lapwing::ui {

SelectedDetails::SelectedDetails(QTableView *table, TaskOrder *order,
                                 const DownloadController &controller, DetailsPane *pane)
    : QObject(pane), m_table(table), m_order(order), m_controller(controller), m_pane(pane)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &SelectedDetails::refresh);
    const auto soon = [this] { m_soon.start(); };
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, &m_soon, soon);
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, &m_soon, soon);
    connect(order, &TaskOrder::modelReset, &m_soon, soon);
    connect(order, &TaskOrder::dataChanged, &m_soon,
            [this](const QModelIndex &first, const QModelIndex &last) {
                const int row = m_table->currentIndex().row();
                if (first.row() <= row && row <= last.row())
                    m_soon.start();
            });
    pane->installEventFilter(this);
}

void SelectedDetails::refresh()
{
    if (!m_pane->isVisible())
        return;
    const QModelIndex current = m_table->currentIndex();
    const bool isChosen =
        current.isValid() && m_table->selectionModel()->isRowSelected(current.row(), {});
    if (!isChosen)
        return m_pane->showNothing();
    const Row row = m_order->tasks().rowAt(m_order->ledgerRow(current.row()));
    const plan::Entry *entry = m_controller.entry(row.task.id);
    const bool saysMore = entry && entry->extras;
    m_pane->showTask(row, entry ? entry->checksum : std::nullopt, m_controller.loop(),
                     saysMore ? *entry->extras : plan::Extras());
}

bool SelectedDetails::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show)
        m_soon.start();
    return QObject::eventFilter(watched, event);
}

} // namespace lapwing::ui
