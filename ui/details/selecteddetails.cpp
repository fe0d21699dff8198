// SPDX-License-Identifier: MIT
#include "details/selecteddetails.h"

#include "details/detailspane.h"
#include "list/taskmodel.h"
#include "list/taskorder.h"
#include "run/controller/downloadcontroller.h"

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
    // A filter that hides the row takes it out of the selection without a word.
    connect(order, &TaskOrder::layoutChanged, &m_soon, soon);
    connect(order, &TaskOrder::dataChanged, &m_soon,
            [this](const QModelIndex &first, const QModelIndex &last) {
                const int row = shownRow();
                if (first.row() <= row && row <= last.row())
                    m_soon.start();
            });
    connect(pane, &DetailsPane::rowWanted, &m_soon, soon);
    pane->installEventFilter(this);
}

void SelectedDetails::refresh()
{
    if (!m_pane->isVisible())
        return;
    const int shown = shownRow();
    if (shown < 0)
        return m_pane->showNothing();
    const Row row = m_order->tasks().rowAt(m_order->ledgerRow(shown));
    const plan::Entry *entry = m_controller.entry(row.task.id);
    const bool saysMore = entry && entry->extras;
    m_pane->showTask(row, entry ? entry->checksum : std::nullopt, m_controller.loops().of(row.task),
                     saysMore ? *entry->extras : plan::Extras());
}

/// The current one if it is selected; else the only one that is: a screen reader selects without moving there.
int SelectedDetails::shownRow() const
{
    const QItemSelectionModel *chosen = m_table->selectionModel();
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid() && chosen->isRowSelected(current.row(), {}))
        return current.row();
    const QItemSelection ranges = chosen->selection();
    return ranges.size() == 1 && ranges.first().height() == 1 ? ranges.first().top() : -1;
}

bool SelectedDetails::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show)
        m_soon.start();
    return QObject::eventFilter(watched, event);
}

} // namespace lapwing::ui
