// SPDX-License-Identifier: MIT
#include "input/rejectspanel.h"

#include "isolateddelegate.h"
#include "text/catalogue.h"
#include "ui_rejectspanel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QScopedValueRollback>

#include <algorithm>
#include <iterator>
#include <utility>

namespace lapwing::ui {

RejectsPanel::RejectsPanel(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::RejectsPanel>())
{
    m_ui->setupUi(this);
    m_ui->rejects->setModel(&m_model);
    QHeaderView *header = m_ui->rejects->header();
    header->setStretchLastSection(false);
    header->resizeSection(0, fontMetrics().horizontalAdvance(QStringLiteral("     000000 lines")));
    header->setSectionResizeMode(1, QHeaderView::Stretch);
    header->setSectionResizeMode(2, QHeaderView::Stretch);
    m_ui->rejects->setItemDelegate(new IsolatedDelegate(m_ui->rejects));
    connect(&m_model, &QAbstractItemModel::modelReset, this, &RejectsPanel::fit);
    connect(m_ui->rejects, &QTreeView::expanded, this, &RejectsPanel::fit);
    connect(m_ui->rejects, &QTreeView::collapsed, this, &RejectsPanel::fit);
    fit();
    auto *copyLines = new QAction(this);
    copyLines->setShortcut(QKeySequence::Copy);
    copyLines->setShortcutContext(Qt::WidgetShortcut);
    connect(copyLines, &QAction::triggered, this, &RejectsPanel::copy);
    m_ui->rejects->addAction(copyLines);
    text::inEachLanguage(this, [this, copyLines] {
        m_ui->retranslateUi(this);
        copyLines->setText(tr("&Copy"));
    });
    m_ui->clear->hide();
    connect(m_ui->clear, &QToolButton::clicked, this, &RejectsPanel::clear);
    connect(m_ui->hide, &QToolButton::clicked, this, &QWidget::hide);
}

RejectsPanel::~RejectsPanel()
{
    m_ui->rejects->setModel(nullptr); // the model goes before the view
}

void RejectsPanel::addRejects(const std::vector<plan::Reject> &rejects)
{
    if (rejects.empty())
        return;
    if (std::exchange(m_beginsAnew, false))
        m_rejects.clear();
    std::ranges::copy(rejects, std::back_inserter(m_rejects));
    if (isVisible())
        m_model.reset(plan::gathered(m_rejects));
}

void RejectsPanel::setGroups(std::vector<plan::Gathered> groups)
{
    m_model.reset(std::move(groups));
}

void RejectsPanel::setVisible(bool isVisible)
{
    m_beginsAnew = !isVisible;
    if (isVisible && !m_rejects.empty())
        m_model.reset(plan::gathered(m_rejects));
    const bool isNew = isVisible == isHidden();
    QWidget::setVisible(isVisible);
    if (isNew)
        Q_EMIT visibilityChanged(isVisible);
}

void RejectsPanel::makeWay()
{
    const QScopedValueRollback keep(m_beginsAnew);
    hide();
}

/// As high as its lines, and no more than eight: the rest belongs to what stands above.
void RejectsPanel::fit()
{
    QTreeView *view = m_ui->rejects;
    int rows = m_model.rowCount();
    for (int group = 0; group < m_model.rowCount(); ++group) {
        const QModelIndex index = m_model.index(group, 0);
        if (view->isExpanded(index))
            rows += m_model.rowCount(index);
    }
    const int lines = rows * std::max(0, view->sizeHintForRow(0));
    const int height = view->header()->sizeHint().height() + lines + 2 * view->frameWidth();
    view->setMaximumHeight(std::min(height, fontMetrics().height() * 8));
}

void RejectsPanel::offerClear()
{
    m_ui->clear->show();
}

void RejectsPanel::clear()
{
    m_rejects.clear();
    m_model.reset({});
    hide();
    Q_EMIT cleared();
}

void RejectsPanel::copy() const
{
    QGuiApplication::clipboard()->setText(
        m_model.textOf(m_ui->rejects->selectionModel()->selectedRows()));
}

} // namespace lapwing::ui
