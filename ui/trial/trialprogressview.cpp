// SPDX-License-Identifier: MIT
#include "trial/trialprogressview.h"

#include "isolated.h"
#include "tabular.h"
#include "text/catalogue.h"
#include "text/labels.h"
#include "ui_trialprogressview.h"

#include <QEvent>
#include <QLocale>

#include <utility>

namespace lapwing::ui {
namespace {

using namespace std::chrono_literals;
using Step = trial::RunSchedule::Step;

constexpr auto tickEvery = 500ms;
constexpr int perRun = 1000; ///< steps of the bar

QString stepText(const TrialProgress &progress)
{
    if (progress.isProbing)
        return TrialProgressView::tr("Probing the servers");
    if (progress.steps.empty())
        return {};
    const Step &step = progress.steps.front();
    if (!step.isKept)
        return TrialProgressView::tr("Warming up");
    if (progress.madeBefore > 0)
        return text::label(text::Label::OneAtATime); // there are no rounds
    const QLocale locale;
    const QString round =
        TrialProgressView::tr("Round %1 of %2")
            .arg(locale.toString(step.round), locale.toString(progress.choice.rounds.count));
    if (progress.choice.isSweep)
        return TrialProgressView::tr("%1: %2 at once").arg(round, locale.toString(step.atOnce));
    return (step.mode == plan::Mode::Together ? TrialProgressView::tr("%1: together")
                                              : TrialProgressView::tr("%1: one at a time"))
        .arg(round);
}

} // namespace

TrialProgressView::TrialProgressView(QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::TrialProgressView>())
{
    m_ui->setupUi(this);
    setUpFonts();
    m_ticker.setInterval(tickEvery);
    connect(&m_ticker, &QTimer::timeout, this, &TrialProgressView::showTimeLeft);
    text::inEachLanguage(this, [this] {
        m_ui->retranslateUi(this);
        if (!m_ticker.isActive())
            return;
        showBar();
        showStep();
        showTimeLeft();
    });
}

TrialProgressView::~TrialProgressView() = default;

void TrialProgressView::setProgress(const TrialProgress &progress, TrialOutlook outlook)
{
    m_progress = progress;
    m_outlook = std::move(outlook);
    m_inRun.start();
    m_ticker.start();
    m_share = 0;
    m_notBefore = 0;
    showBar();
    showStep();
    showTimeLeft();
}

void TrialProgressView::setReceived(const RunShare &share)
{
    m_share = shareOf(share, m_progress, m_outlook);
    m_notBefore = share.notBefore;
    showBar();
}

void TrialProgressView::stop()
{
    m_ticker.stop();
}

/// Of all runs that are made, as many as the cost says, and of the current one what is over.
void TrialProgressView::showBar()
{
    const auto ended = static_cast<int>(m_progress.runs.size()) - m_progress.madeBefore;
    const auto all = ended + static_cast<int>(m_progress.steps.size());
    m_ui->bar->setRange(0, all * perRun);
    m_ui->bar->setValue(ended * perRun + static_cast<int>(m_share * perRun));
    m_ui->bar->setFormat(tr("%1 of %Ln runs", nullptr, all).arg(QLocale().toString(ended)));
}

void TrialProgressView::showStep()
{
    setIsolatedText(m_ui->step, stepText(m_progress));
}

void TrialProgressView::showTimeLeft()
{
    const double inRun = m_progress.isProbing ? 0 : static_cast<double>(m_inRun.elapsed()) / 1000;
    const auto left = timeLeft(m_progress, inRun, m_outlook, m_share, m_notBefore);
    setIsolatedText(m_ui->left,
                    left ? tr("Time left: %1").arg(textOf(*left))
                         : tr("The time left is known when one run has ended."));
}

void TrialProgressView::setUpFonts()
{
    for (QLabel *label : {m_ui->step, m_ui->left})
        label->setFont(tabular(font()));
}

void TrialProgressView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setUpFonts();
}

} // namespace lapwing::ui
