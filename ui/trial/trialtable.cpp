// SPDX-License-Identifier: MIT
#include "trial/trialtable.h"

#include "letterwidth.h"
#include "tabular.h"
#include "text/catalogue.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>

#include <algorithm>

namespace lapwing::ui {

TrialTable::TrialTable(QWidget *parent) : QTableView(parent)
{
    m_order.setSourceModel(&m_model);
    setModel(&m_order);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setSortingEnabled(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    auto *copyRows = new QAction(this);
    copyRows->setShortcut(QKeySequence::Copy);
    copyRows->setShortcutContext(Qt::WidgetShortcut);
    connect(copyRows, &QAction::triggered, this, &TrialTable::copy);
    addAction(copyRows);
    text::inEachLanguage(this, [copyRows] { copyRows->setText(tr("&Copy")); });
    setUpSizes();
}

TrialTable::~TrialTable()
{
    setModel(nullptr); // the model goes before the view
}

void TrialTable::setRows(TrialRows rows, int planned, int inSight)
{
    const int before = m_model.columnCount();
    const bool isRetitled = !m_model.hasColumnsOf(rows);
    m_planned = planned;
    m_inSight = inSight;
    m_model.set(std::move(rows));
    if (isRetitled)
        setUpColumns();
    if (before != m_model.columnCount())
        sortByColumn(0, Qt::AscendingOrder);
    setUpHeight();
}

void TrialTable::setUpHeight()
{
    const int rows = std::clamp(m_planned, 2, m_inSight);
    setFixedHeight(rows * verticalHeader()->defaultSectionSize()
                   + horizontalHeader()->sizeHint().height() + 2 * frameWidth());
}

void TrialTable::setUpColumns()
{
    const int margin = 2 * letterWidth(fontMetrics());
    for (int section = 0; section < m_model.columnCount(); ++section) {
        const TrialColumn &column = m_model.columns()[static_cast<std::size_t>(section)];
        const int sample = fontMetrics().horizontalAdvance(column.sample) + margin;
        setColumnWidth(section, std::max(sample, horizontalHeader()->sectionSizeHint(section)));
    }
}

void TrialTable::setUpSizes()
{
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    setUpColumns();
    setUpHeight();
}

void TrialTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setUpSizes();
}

void TrialTable::copy() const
{
    QGuiApplication::clipboard()->setText(copiedText(this));
}

} // namespace lapwing::ui
