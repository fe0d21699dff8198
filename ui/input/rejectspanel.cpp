// SPDX-License-Identifier: MIT
#include "input/rejectspanel.h"

#include "ui_rejectspanel.h"

namespace lapwing::ui {

RejectsPanel::RejectsPanel(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::RejectsPanel>())
{
    m_ui->setupUi(this);
    m_ui->rejects->setModel(&m_model);
    QHeaderView *header = m_ui->rejects->horizontalHeader();
    header->resizeSection(0, fontMetrics().horizontalAdvance(QStringLiteral("000000 ")));
    header->setSectionResizeMode(1, QHeaderView::Stretch);
    header->setSectionResizeMode(2, QHeaderView::Stretch);
    m_ui->rejects->setMaximumHeight(fontMetrics().height() * 8);
    connect(m_ui->hide, &QToolButton::clicked, this, &QWidget::hide);
}

RejectsPanel::~RejectsPanel()
{
    m_ui->rejects->setModel(nullptr); // the model goes before the view
}

void RejectsPanel::setRejects(std::vector<plan::Reject> rejects)
{
    hide();
    m_model.reset(std::move(rejects));
}

} // namespace lapwing::ui
