// SPDX-License-Identifier: MIT
#include "results/trialdialog.h"

#include "record/saturated.h"
#include "report/text/trialtext.h"
#include "text/amounts.h"
#include "ui_trialdialog.h"

#include <QFontDatabase>
#include <QLocale>
#include <QRandomGenerator>

namespace lapwing::ui {
namespace {

QString textOf(const std::vector<int> &levels)
{
    QStringList words;
    for (const int level : levels)
        words << QString::number(level);
    return words.join(QStringLiteral(", "));
}

} // namespace

TrialDialog::TrialDialog(DownloadController *controller, QWidget *parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::TrialDialog>()), m_controller(controller)
{
    m_ui->setupUi(this);
    m_ui->result->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->progress->setRange(0, 1);
    connect(m_ui->compare, &QRadioButton::toggled, this, &TrialDialog::refresh);
    connect(m_ui->levels, &QLineEdit::textChanged, this, &TrialDialog::refresh);
    connect(m_ui->rounds, &QSpinBox::valueChanged, this, &TrialDialog::refresh);
    connect(m_ui->warm, &QCheckBox::toggled, this, &TrialDialog::refresh);
    connect(m_ui->start, &QPushButton::clicked, this, &TrialDialog::start);
    connect(m_ui->stop, &QPushButton::clicked, m_controller, &DownloadController::stop);
    connect(m_ui->report, &QPushButton::clicked, this,
            [this] { Q_EMIT reportWanted(*m_document); });
    connect(m_controller, &DownloadController::changed, this, &TrialDialog::refresh);
    connect(m_controller, &DownloadController::trialMoved, this, &TrialDialog::showStep);
    connect(m_controller, &DownloadController::trialEnded, this, &TrialDialog::showResult);
    connect(m_controller, &DownloadController::costKnown, this,
            [this](const engine::Sizes &sizes, int edition) {
                if (edition == m_controller->edition())
                    m_sizes = sizes;
                sayCost();
            });
    m_ui->levels->setText(textOf(trial::levelsUpTo(TrialChoice().levels, m_controller->count())));
    refresh();
}

TrialDialog::~TrialDialog() = default;

void TrialDialog::chooseSweep()
{
    m_ui->sweep->setChecked(true);
}

/// The servers are asked only while somebody looks.
void TrialDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    refresh();
}

std::optional<TrialChoice> TrialDialog::choice() const
{
    TrialChoice choice;
    choice.isSweep = m_ui->sweep->isChecked();
    const auto levels = trial::levelsFrom(m_ui->levels->text());
    if (choice.isSweep && !levels)
        return std::nullopt;
    choice.levels = trial::levelsUpTo(levels.value_or(choice.levels), m_controller->count());
    choice.rounds.count = m_ui->rounds->value();
    choice.rounds.temperature =
        m_ui->warm->isChecked() ? record::Temperature::Warm : record::Temperature::Cold;
    choice.rounds.seed = QRandomGenerator::global()->generate();
    return choice;
}

void TrialDialog::refresh()
{
    const bool isTrying = m_controller->activity() == DownloadController::Activity::Trying;
    m_ui->question->setEnabled(!isTrying);
    m_ui->start->setEnabled(m_controller->canTry() && choice());
    m_ui->stop->setEnabled(isTrying);
    m_ui->report->setEnabled(!isTrying && m_document);
    askCost();
    sayCost();
}

/// Anew whenever the list is another one, as soon as its servers may be asked.
void TrialDialog::askCost()
{
    if (m_asked == m_controller->edition())
        return;
    m_sizes.reset();
    if (!m_controller->canTry() || !isVisible())
        return;
    m_asked = m_controller->edition();
    m_controller->askCost();
}

void TrialDialog::sayCost()
{
    const auto chosen = choice();
    if (!chosen) {
        m_ui->cost->setText(
            tr("Enter whole numbers from 1 to %1, separated by commas.").arg(plan::maxConcurrency));
        return;
    }
    const QString times = tr("The list will be downloaded %Ln times and nothing will be kept",
                             nullptr, chosen->runs());
    if (!m_sizes) {
        const bool isAsking = m_asked == m_controller->edition();
        m_ui->cost->setText(
            isAsking ? tr("%1; asking the servers for the file sizes.").arg(times)
                     : tr("%1. It can start when the current run has ended.").arg(times));
        return;
    }
    const QString bytes = text::asBytes(record::saturatedProduct(m_sizes->bytes, chosen->runs()));
    m_ui->cost->setText(m_sizes->unknown == 0
                            ? tr("%1: %2 in all.").arg(times, bytes)
                            : tr("%1: %2, plus %3 files of unknown size.")
                                  .arg(times, bytes, QLocale().toString(m_sizes->unknown)));
}

void TrialDialog::start()
{
    const auto chosen = choice();
    if (!chosen)
        return;
    m_document.reset();
    m_ui->result->clear();
    m_controller->startTrial(*chosen);
}

void TrialDialog::showStep(const TrialStep &step)
{
    m_ui->progress->setRange(0, step.all);
    m_ui->progress->setValue(step.done);
    m_ui->step->setText(step.atOnce == 0 ? tr("Probing the servers")
                                         : tr("%Ln at a time", nullptr, step.atOnce));
}

void TrialDialog::showResult(const report::Document &document)
{
    m_document = document;
    m_ui->step->clear();
    m_ui->result->setPlainText(report::textSummary(document).join(u'\n'));
    refresh();
}

} // namespace lapwing::ui
