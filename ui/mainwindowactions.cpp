// SPDX-License-Identifier: MIT
// What the menus and keys of the main window do.
#include "about.h"
#include "desktop/showinfolder.h"
#include "help/helpwindow.h"
#include "help/shortcuts.h"
#include "history/historywindow.h"
#include "input/linkreading.h"
#include "list/rowactions.h"
#include "mainwindow.h"
#include "primer/primerwindow.h"
#include "questions.h"
#include "results/exporting.h"
#include "results/reportwindow.h"
#include "session/storage.h"
#include "text/catalogue.h"
#include "ui_mainwindow.h"

#include <QClipboard>
#include <QFileInfo>
#include <QLineEdit>
#include <QMimeData>
#include <QSettings>
#include <QShortcut>
#include <QSpinBox>

namespace lapwing::ui {

using Activity = DownloadController::Activity;

namespace {

/// What the dialog compares new links with.
LinksDialog::Conditions listAtHand(const DownloadController &controller)
{
    auto known = std::make_shared<KnownEntries>();
    known->links = controller.listing().known();
    for (const plan::Entry &entry : controller.listing().entries())
        known->names.push_back(entry.name);
    return {
        {}, std::move(known), controller.folder(), controller.atOnce(), controller.canAskLengths()};
}

} // namespace

void MainWindow::addInputs(const QStringList &inputs)
{
    if (!inputs.isEmpty())
        readInputs(m_lists, inputs, [this](const plan::Links &links) { m_controller.add(links); });
}

void MainWindow::openFolder()
{
    ui::openFolder(m_controller.folderOfRun());
}

void MainWindow::exportTo(const QString &path)
{
    if (!m_controller.canExport())
        return;
    exportDocument(m_documents, m_controller.documentMaker(), path,
                   [this](const QString &sentence) { showMessage(sentence); });
}

void MainWindow::connectActions()
{
    m_ui->actionOpen->setShortcut(QKeySequence::Open);
    m_ui->actionExport->setShortcut(QKeySequence::Save);
    m_ui->actionPaste->setShortcut(QKeySequence::Paste);
    m_ui->actionUndo->setShortcut(QKeySequence::Undo);
    m_ui->actionRedo->setShortcut(QKeySequence::Redo);
    m_ui->actionRemove->setShortcut(QKeySequence::Delete);
    m_ui->actionFind->setShortcut(QKeySequence::Find);
    m_ui->actionQuit->setShortcut(QKeySequence::Quit);
    // Qt knows a key for this on macOS alone.
    const QKeySequence preferences(QKeySequence::Preferences);
    m_ui->actionSettings->setShortcut(preferences.isEmpty() ? Qt::CTRL | Qt::Key_Comma
                                                            : preferences);
    m_ui->actionHelp->setShortcut(QKeySequence::HelpContents);
    connect(m_ui->openButton, &QPushButton::clicked, m_ui->actionOpen, &QAction::trigger);
    connect(m_ui->demoButton, &QPushButton::clicked, m_ui->actionDemo, &QAction::trigger);
    connect(m_ui->actionPaste, &QAction::triggered, this, &MainWindow::paste);
    connect(m_ui->actionRemove, &QAction::triggered, this,
            [this] { m_controller.remove(m_rows->selectedIds()); });
    connect(m_ui->actionUndo, &QAction::triggered, this, &MainWindow::undo);
    connect(m_ui->actionRedo, &QAction::triggered, this, &MainWindow::redo);
    connect(m_ui->actionClear, &QAction::triggered, &m_controller, &DownloadController::clear);
    connect(m_ui->actionQuit, &QAction::triggered, this, &QWidget::close);
    connect(m_ui->actionStart, &QAction::triggered, &m_controller, &DownloadController::start);
    connect(m_ui->actionStop, &QAction::triggered, &m_controller, &DownloadController::stop);
    connect(m_ui->actionMeasure, &QAction::triggered, &m_controller, &DownloadController::measure);
    connect(m_ui->actionReport, &QAction::triggered, this, [this] {
        makeReport(m_controller.documentMaker(),
                   [this](const Report &report) { showLastRun(report); });
    });
    connect(m_ui->actionHistory, &QAction::triggered, this, &MainWindow::showHistory);
    connect(m_ui->actionRefused, &QAction::triggered, m_ui->rejects, &QWidget::show);
    connect(m_ui->rejects, &RejectsPanel::cleared, this, &MainWindow::clearRejects);
    connect(m_ui->actionDemo, &QAction::triggered, &m_controller, &DownloadController::startDemo);
    connect(m_ui->actionHelp, &QAction::triggered, this, &MainWindow::showHelp);
    connect(m_ui->actionPrimer, &QAction::triggered, this, &MainWindow::showPrimer);
    connect(m_ui->actionShortcuts, &QAction::triggered, this, [this] { showShortcuts(this); });
    connect(m_ui->actionAbout, &QAction::triggered, this, [this] { showAbout(this); });
    auto *escape = new QShortcut(Qt::Key_Escape, m_ui->table);
    escape->setContext(Qt::WidgetShortcut);
    connect(escape, &QShortcut::activated, this, &MainWindow::closeOrClear);
    connect(m_ui->actionFind, &QAction::triggered, this, [this] {
        m_fields.search->setFocus(Qt::ShortcutFocusReason);
        m_fields.search->selectAll();
    });
    connect(m_ui->actionOpenFolder, &QAction::triggered, this, [this] { // the one that is shown
        ui::openFolder(m_controller.folderAtWork());
    });
}

void MainWindow::connectQuestions()
{
    connect(m_ui->actionAdd, &QAction::triggered, this, &MainWindow::showLinksDialog);
    connect(m_ui->actionOpen, &QAction::triggered, this,
            [this] { askForLists(this, [this](const QStringList &paths) { addInputs(paths); }); });
    connect(m_ui->actionExport, &QAction::triggered, this, [this] {
        askForExport(this, m_controller.folder(), [this](const QString &path) { exportTo(path); });
    });
    connect(m_ui->actionExportAll, &QAction::triggered, this,
            [this] { exportLinksOf(m_controller.ids()); });
    connect(m_ui->actionExportFailed, &QAction::triggered, this,
            [this] { exportLinksOf(m_controller.failedIds()); });
    connect(m_ui->actionExportSelected, &QAction::triggered, this,
            [this] { exportLinksOf(m_rows->selectedIds()); });
    connect(m_ui->actionOpenRun, &QAction::triggered, this,
            [this] { askForRun(this, [this](const QString &path) { openRun(path); }); });
    connect(m_ui->actionFolder, &QAction::triggered, this, [this] {
        askForFolder(this, m_controller.folder(),
                     [this](const QString &path) { m_controller.setFolder(path); });
    });
    connect(m_ui->actionSettings, &QAction::triggered, this, [this] {
        askForSettings(this, m_controller.settings(),
                       [this](const Settings &chosen) { takeSettings(chosen); });
    });
}

/// As they are now, whatever becomes of the list while it is asked where to.
void MainWindow::exportLinksOf(const std::vector<int> &ids)
{
    std::vector<plan::Entry> entries = m_controller.entriesOf(ids);
    const int count = static_cast<int>(entries.size());
    const auto take = [this, entries = std::move(entries)](const QString &path,
                                                           const WritableFormat &format) {
        exportLinks(m_documents, entries, format, path,
                    [this](const QString &sentence) { showMessage(sentence); });
    };
    askForLinksExport(this, m_controller.folder(), count, take);
}

/// What it was may be long ago: it is said.
void MainWindow::undo()
{
    const QString undone = m_controller.undoText();
    m_controller.undo();
    tellDone(
        tr("Undone: %1.").arg(undone),
        [this] { return tr("Undone: %1.").arg(m_controller.redoText()); },
        [] { return tr("Redo"); }, m_ui->actionRedo);
}

void MainWindow::redo()
{
    const QString redone = m_controller.redoText();
    m_controller.redo();
    tellDone(
        tr("Redone: %1.").arg(redone),
        [this] { return tr("Redone: %1.").arg(m_controller.undoText()); },
        [] { return tr("Undo"); }, m_ui->actionUndo);
}

void MainWindow::tellDone(const QString &said, const Wording &later, const Wording &link,
                          QAction *action)
{
    if (action->isEnabled())
        offer(said, later, link, action);
    else
        showMessage(said);
}

void MainWindow::showLinksDialog()
{
    const LinksDialog *dialog =
        askForLinks(this, listAtHand(m_controller),
                    [this](const LinksDialog::Choice &choice) { addChosen(choice); });
    connect(dialog, &LinksDialog::lengthsWanted, &m_controller, &DownloadController::askLengths);
    connect(&m_controller, &DownloadController::lengthKnown, dialog, &LinksDialog::setLength);
    connect(dialog, &QDialog::finished, &m_controller, &DownloadController::stopAskingLengths);
}

void MainWindow::addChosen(const LinksDialog::Choice &choice)
{
    if (choice.folder != m_controller.folder())
        m_controller.setFolder(choice.folder);
    m_fields.atOnce->setValue(choice.atOnce);
    m_controller.add(choice.links);
    if (choice.starts)
        m_controller.startAdded();
}

void MainWindow::paste()
{
    if (const QMimeData *copied = QGuiApplication::clipboard()->mimeData())
        readLinks(m_lists, *copied, [this](const plan::Links &links) { m_controller.add(links); });
}

void MainWindow::takeSettings(const Settings &chosen)
{
    const bool isOtherLanguage = chosen.language != m_controller.settings().language;
    const bool keepsFewer = chosen.maxKeptRuns < m_controller.settings().maxKeptRuns;
    m_controller.setSettings(chosen);
    QSettings saved;
    chosen.save(saved);
    if (isOtherLanguage)
        text::speak(chosen.language);
    if (keepsFewer && m_storage && m_storage->writer())
        m_storage->writer()->write(store::LimitKept{chosen.maxKeptRuns});
}

/// Also from the task bar; one that was maximized is so again.
void MainWindow::bringForward(QWidget *window)
{
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->show();
    window->raise();
    window->activateWindow();
}

void MainWindow::showHelp()
{
    if (!m_help)
        m_help = std::make_unique<HelpWindow>();
    bringForward(m_help.get());
}

void MainWindow::showHelpAt(const QUrl &place)
{
    showHelp();
    m_help->goTo(place);
}

void MainWindow::showPrimer()
{
    if (!m_primer)
        m_primer = std::make_unique<PrimerWindow>();
    bringForward(m_primer.get());
}

void MainWindow::showHistory()
{
    if (!m_history && m_storage) {
        m_history = std::make_unique<HistoryWindow>(m_storage->dataFolder(), m_storage->writer());
        connect(m_history.get(), &HistoryWindow::linksWanted, this,
                [this](const plan::Links &links) {
                    bringForward(this);
                    m_controller.add(links);
                });
    }
    if (m_history)
        bringForward(m_history.get());
}

void MainWindow::openRun(const QString &path)
{
    using Read = tl::expected<std::shared_ptr<const Report>, QString>;
    const auto read = [path] {
        return readRun(path).map([](report::Document &&document) {
            return std::make_shared<const Report>(reportOf(std::move(document)));
        });
    };
    m_documents.run(read, [this, path](const Read &report) {
        if (report)
            showReport(**report, [path] { return QFileInfo(path).fileName(); });
        else
            showMessage(report.error());
    });
}

/// For 100,000 downloads it takes a while: not on the window's thread.
void MainWindow::makeReport(std::function<report::Document()> make,
                            std::function<void(const Report &)> show)
{
    m_documents.run(
        [make = std::move(make)] { return std::make_shared<const Report>(reportOf(make())); },
        [show = std::move(show)](const std::shared_ptr<const Report> &report) { show(*report); });
}

ReportWindow *MainWindow::showReport(const Report &report, const Wording &title)
{
    auto *window = new ReportWindow(report, title, this);
    window->show();
    return window;
}

/// There is one: what is known of it may have changed since its window was opened.
void MainWindow::showLastRun(const Report &report)
{
    if (!m_lastRun) {
        m_lastRun = showReport(report, [] { return tr("The last run"); });
        return;
    }
    m_lastRun->take(report);
    bringForward(m_lastRun);
}

/// Esc: what lies over the list first.
void MainWindow::closeOrClear()
{
    if (m_ui->rejects->isVisible())
        m_ui->rejects->hide();
    else
        m_ui->table->clearSelection();
}

void MainWindow::refreshUndo()
{
    m_ui->actionHistory->setEnabled(m_storage && m_storage->isRead());
    m_ui->actionUndo->setEnabled(m_controller.canUndo());
    m_ui->actionRedo->setEnabled(m_controller.canRedo());
    const QString undone = m_controller.undoText();
    const QString redone = m_controller.redoText();
    m_ui->actionUndo->setText(undone.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(undone));
    m_ui->actionRedo->setText(redone.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(redone));
    withdrawOffer();
}

} // namespace lapwing::ui
