// SPDX-License-Identifier: MIT
// The page of the window on which the list is run several times.
#include "mainwindow.h"
#include "questions.h"
#include "results/exporting.h"
#include "session/storage.h"
#include "trial/lasttrial.h"
#include "trial/trialpage.h"
#include "ui_mainwindow.h"

#include <QLocale>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>

namespace lapwing::ui {

using Activity = DownloadController::Activity;

namespace {

constexpr auto openKey = "trial/open";

} // namespace

void MainWindow::connectTrial()
{
    m_trial = new TrialPage(&m_controller);
    m_trial->setAtOnce(m_fields.atOnce->value());
    m_ui->pages->addWidget(m_trial);
    connect(m_ui->actionCompare, &QAction::triggered, this, [this] {
        m_trial->chooseComparison();
        showTrial();
    });
    connect(m_ui->actionSweep, &QAction::triggered, this, [this] {
        m_trial->choose(TrialQuestion::BestNumber);
        showTrial();
    });
    connect(m_trial, &TrialPage::backWanted, this, &MainWindow::closeTrial);
    connect(m_trial, &TrialPage::changed, this, &MainWindow::saveSoon);
    const auto tellRuns = [this] { m_ui->card->setTrialRuns(m_trial->runsToFindBest()); };
    connect(m_trial, &TrialPage::changed, this, tellRuns);
    connect(&m_controller, &DownloadController::changed, this, tellRuns); // the page knows by now
    connect(m_trial, &TrialPage::exportWanted, this, &MainWindow::exportTrial);
    connect(m_trial, &TrialPage::reportWanted, this, [this](const report::Document &document) {
        const Wording title = [isSweep = document.sweep.has_value()] {
            return isSweep ? tr("Sweep") : tr("Comparison");
        };
        makeReport([document] { return document; },
                   [this, title](const Report &report) { showReport(report, title); });
    });
    connect(m_trial, &TrialPage::atOnceWanted, this, [this](int atOnce) {
        m_fields.atOnce->setValue(atOnce);
        showMessage(tr("From now on %1 at once.").arg(QLocale().toString(atOnce)));
    });
    connect(m_fields.atOnce, &QSpinBox::valueChanged, m_trial, &TrialPage::setAtOnce);
    connect(m_trial, &TrialPage::recommendedChanged, this, &MainWindow::refreshLimit);
    connect(m_trial, &TrialPage::aloneChanged, this, [this] {
        m_controller.setTried(m_trial->alone());
        refreshLimit();
        refreshCard();
    });
    connect(m_trial, &TrialPage::concluded, this, [this] {
        if (!m_isTrialOpen)
            m_ui->status->showMessage([this] { return m_trial->conclusion(); },
                                      [] { return tr("Show"); }, [this] { showTrial(); });
    });
}

void MainWindow::showTrial()
{
    showMessage({}); // what may have led here
    m_isTrialOpen = true;
    showPage();
    m_trial->takeFocus();
    saveSoon();
}

void MainWindow::closeTrial()
{
    m_isTrialOpen = false;
    showPage();
    (m_controller.isEmpty() ? m_ui->emptyPage : static_cast<QWidget *>(m_ui->table))->setFocus();
    if (m_controller.activity() == Activity::Trying)
        m_ui->status->showMessage([] { return tr("The measurement continues."); },
                                  [] { return tr("Show"); }, [this] { showTrial(); });
    saveSoon();
}

/// Absent: no sweep of the list as it is recommends one, or the last run was of a part of it.
std::optional<measure::Recommendation> MainWindow::recommendation() const
{
    const auto run = m_controller.sharedRun();
    const bool isOfList = run && static_cast<int>(run->tasks.size()) == m_controller.count();
    return isOfList ? m_trial->recommended() : std::nullopt;
}

void MainWindow::exportTrial(const report::Document &document)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    askForExport(this, folder, [this, document](const QString &path) {
        exportDocument(
            m_documents, [document] { return document; }, path,
            [this](const QString &sentence) { showMessage(sentence); });
    });
}

void MainWindow::restoreTrial()
{
    const QSettings settings;
    const bool hadResult = m_trial->restore(settings);
    m_isTrialOpen = settings.value(QLatin1String(openKey)).toBool();
    if (!m_storage)
        return;
    const QString folder = m_storage->dataFolder();
    if (hadResult)
        m_documents.run([folder] { return lastTrial(folder); },
                        [this](const std::optional<report::Document> &last) {
                            if (last)
                                m_trial->showKept(*last);
                        });
    if (m_trial->awaitsSweep())
        m_documents.run([folder] { return lastSweep(folder); },
                        [this](const std::optional<report::Document> &last) {
                            if (last)
                                m_trial->takeSweep(*last);
                        });
}

void MainWindow::saveTrial() const
{
    QSettings settings;
    settings.setValue(QLatin1String(openKey), m_isTrialOpen);
    m_trial->save(settings);
}

} // namespace lapwing::ui
