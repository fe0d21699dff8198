// SPDX-License-Identifier: MIT
#include "summary/summarybar.h"

#include "summary/summary.h"
#include "ui_summarybar.h"

namespace lapwing::ui {

SummaryBar::SummaryBar(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::SummaryBar>())
{
    m_ui->setupUi(this);
    m_ui->explanation->hide();
    connect(m_ui->explain, &QToolButton::toggled, m_ui->explanation, &QWidget::setVisible);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setBold(true);
    m_ui->verdict->setFont(large);
    // The bars keep their width while the figures beside them change.
    m_ui->oneAtATimeTime->setMinimumWidth(
        fontMetrics().horizontalAdvance(QStringLiteral("88.8 s to 88.8 s estimated ")));
}

SummaryBar::~SummaryBar() = default;

void SummaryBar::setMeasureAction(QAction *action)
{
    m_ui->measure->setDefaultAction(action);
}

void SummaryBar::setSummary(const Summary &summary, const QString &note)
{
    const auto kind = summary.measured ? DurationBar::Kind::Measured : DurationBar::Kind::Estimated;
    m_ui->togetherBar->setBar(DurationBar::Kind::Together, summary.togetherShare,
                              summary.togetherShare);
    m_ui->oneAtATimeBar->setBar(kind, summary.lowShare, summary.highShare);
    m_ui->togetherTime->setText(summary.together);
    m_ui->oneAtATimeTime->setText(summary.oneAtATime);
    m_ui->verdict->setText(summary.verdict);
    m_ui->counts->setText(summary.counts);
    m_ui->amount->setText(summary.amount);
    m_ui->note->setText(summary.reason.isEmpty() ? note : summary.reason);
    m_ui->explanation->setText(summary.explanation);
    setAccessibleDescription(summary.spoken);
}

} // namespace lapwing::ui
