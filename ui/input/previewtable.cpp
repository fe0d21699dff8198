// SPDX-License-Identifier: MIT
#include "input/previewtable.h"

#include "input/previewcolumns.h"
#include "letterwidth.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace lapwing::ui {

PreviewTable::PreviewTable(QWidget *parent) : QTableView(parent)
{
    setModel(&m_model);
    setAccessibleName(tr("Links to add"));
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setHighlightSections(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    auto *copyRows = new QAction(tr("&Copy"), this);
    copyRows->setShortcut(QKeySequence::Copy);
    copyRows->setShortcutContext(Qt::WidgetShortcut);
    connect(copyRows, &QAction::triggered, this, &PreviewTable::copy);
    addAction(copyRows);
    setUpSizes();
}

PreviewTable::~PreviewTable()
{
    setModel(nullptr); // the model goes before the view
}

void PreviewTable::setUpSizes()
{
    const int margin = 2 * letterWidth(fontMetrics());
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    for (int section = 0; section < m_model.columnCount(); ++section) {
        const char *const sample = previewColumns()[static_cast<std::size_t>(section)].sample;
        const int width = fontMetrics().horizontalAdvance(QLatin1String(sample)) + margin;
        setColumnWidth(section, std::max(width, horizontalHeader()->sectionSizeHint(section)));
    }
}

void PreviewTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setUpSizes();
}

void PreviewTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier)
        toggle();
    else
        QTableView::keyPressEvent(event);
}

void PreviewTable::toggle()
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    const QModelIndex current = currentIndex();
    m_model.toggle(rows.isEmpty() && current.isValid() ? QModelIndexList{current} : rows);
}

void PreviewTable::copy() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (int column = 0; column < m_model.columnCount(); ++column)
            cells << row.siblingAtColumn(column).data().toString();
        lines << cells.join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace lapwing::ui
