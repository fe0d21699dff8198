// SPDX-License-Identifier: MIT
#include "mainwindow.h"

#include "about.h"
#include "help/helpwindow.h"
#include "history/historywindow.h"
#include "input/addedtext.h"
#include "input/dropzone.h"
#include "input/linkreading.h"
#include "list/listpage.h"
#include "list/rowactions.h"
#include "questions.h"
#include "results/exporting.h"
#include "results/reportwindow.h"
#include "results/trialdialog.h"
#include "session/storage.h"
#include "summary/endedtext.h"
#include "text/amounts.h"
#include "thememenu.h"
#include "timeline/runtimeline.h"
#include "ui_mainwindow.h"
#include "windowtitle.h"

#include <QClipboard>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QFileInfo>
#include <QHeaderView>
#include <QLineEdit>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QShortcut>
#include <QSpinBox>
#include <QSplitter>
#include <QStandardPaths>

#include <utility>

namespace lapwing::ui {
namespace {

using Activity = DownloadController::Activity;

constexpr auto geometryKey = "window/geometry";
constexpr auto themeKey = "window/theme";
constexpr auto atOnceKey = "run/atOnce";
constexpr auto folderKey = "run/folder";

} // namespace

MainWindow::MainWindow() : MainWindow(Conditions()) { }

MainWindow::MainWindow(Conditions conditions)
    : m_ui(std::make_unique<Ui::MainWindow>())
    , m_conditions(std::move(conditions))
    , m_controller(m_conditions.demoScale)
{
    if (!m_conditions.askToQuit)
        m_conditions.askToQuit = ui::askToQuit;
    m_ui->setupUi(this);
    m_list = new ListPage(m_ui->table, m_controller);
    m_ui->listColumn->addWidget(m_list);
    m_list->addTo(m_ui->viewMenu);
    m_timeline = new RunTimeline(*m_list, m_ui->table, m_controller);
    m_ui->viewMenu->addAction(m_timeline->action());
    m_fields = setUpToolBar(*m_ui);
    m_list->attachSearch(m_fields.search);
    m_rows = new RowActions(*m_ui, m_controller, m_list->order(), this);
    m_rows->addToMenu(m_list->detailsAction());
    m_list->setDetailActions(m_rows->forDetails());
    m_ui->editMenu->insertAction(m_ui->actionCopyError, m_rows->copyCurlAction());
    connectActions();
    connectQuestions();
    connectController();
    connectCard();
    m_dropZone = new DropZone(this, m_lists);
    connect(m_dropZone, &DropZone::dropped, &m_controller, &DownloadController::add);
    m_theme = new ThemeMenu(m_ui->themeMenu);
    m_ui->rejects->hide();
    QFont large = m_ui->invitation->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    m_ui->invitation->setFont(large);
    m_ui->emptyPage->setFocusPolicy(Qt::StrongFocus);
    m_ui->emptyPage->setFocus();
    restoreState();
    if (!m_conditions.dataFolder.isEmpty())
        openStorage();
    refresh();
}

void MainWindow::openStorage()
{
    m_storage = std::make_unique<Storage>(m_conditions.dataFolder, m_controller);
    connect(m_storage.get(), &Storage::messageRaised, this, &MainWindow::showMessage);
    const auto resumeAll = [this] { m_ui->actionResumeAll->trigger(); };
    const int paused = m_controller.pausedCount();
    if (!m_storage->trouble().isEmpty())
        showMessage(m_storage->trouble());
    else if (paused > 0 && m_controller.settings().resumeAtStart)
        QMetaObject::invokeMethod(this, resumeAll, Qt::QueuedConnection);
    else if (paused > 0)
        m_ui->status->showMessage(tr("%Ln downloads are unfinished.", nullptr, paused),
                                  tr("Resume all"), resumeAll);
}

/// A crash loses a second of it at most.
void MainWindow::saveSoon()
{
    using namespace std::chrono_literals;
    if (!m_saving.isActive())
        m_saving.start(900ms);
}

void MainWindow::moveEvent(QMoveEvent *event)
{
    QMainWindow::moveEvent(event);
    saveSoon();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    saveSoon();
}

MainWindow::~MainWindow()
{
    m_ui->table->setModel(nullptr); // the model goes before the view
}

void MainWindow::addInputs(const QStringList &inputs)
{
    if (!inputs.isEmpty())
        readInputs(m_lists, inputs, [this](const plan::Links &links) { m_controller.add(links); });
}

void MainWindow::exportTo(const QString &path)
{
    if (!m_controller.canExport())
        return;
    exportDocument(m_documents, m_controller.document(), path,
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
    connect(m_ui->actionUndo, &QAction::triggered, &m_controller, &DownloadController::undo);
    connect(m_ui->actionRedo, &QAction::triggered, &m_controller, &DownloadController::redo);
    connect(m_ui->actionClear, &QAction::triggered, &m_controller, &DownloadController::clear);
    connect(m_ui->actionQuit, &QAction::triggered, this, &QWidget::close);
    connect(m_ui->actionStart, &QAction::triggered, &m_controller, &DownloadController::start);
    connect(m_ui->actionStop, &QAction::triggered, &m_controller, &DownloadController::stop);
    connect(m_ui->actionMeasure, &QAction::triggered, &m_controller, &DownloadController::measure);
    connect(m_ui->actionCompare, &QAction::triggered, this, &MainWindow::showTrial);
    connect(m_ui->actionReport, &QAction::triggered, this,
            [this] { showReport(m_controller.document(), tr("The last run")); });
    connect(m_ui->actionHistory, &QAction::triggered, this, &MainWindow::showHistory);
    connect(m_ui->actionDemo, &QAction::triggered, &m_controller, &DownloadController::startDemo);
    connect(m_ui->actionHelp, &QAction::triggered, this, &MainWindow::showHelp);
    connect(m_ui->actionAbout, &QAction::triggered, this, [this] { showAbout(this); });
    auto *escape = new QShortcut(Qt::Key_Escape, m_ui->table);
    escape->setContext(Qt::WidgetShortcut);
    connect(escape, &QShortcut::activated, this, &MainWindow::closeOrClear);
    connect(m_ui->actionFind, &QAction::triggered, this, [this] {
        m_fields.search->setFocus(Qt::ShortcutFocusReason);
        m_fields.search->selectAll();
    });
    connect(m_ui->actionOpenFolder, &QAction::triggered, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_controller.folder())); });
}

void MainWindow::connectQuestions()
{
    connect(m_ui->actionAdd, &QAction::triggered, this,
            [this] { askForLinks(this, [this](const QString &text) { addText(text); }); });
    connect(m_ui->actionOpen, &QAction::triggered, this,
            [this] { askForLists(this, [this](const QStringList &paths) { addInputs(paths); }); });
    connect(m_ui->actionExport, &QAction::triggered, this, [this] {
        askForExport(this, m_controller.folder(), [this](const QString &path) { exportTo(path); });
    });
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

void MainWindow::connectController()
{
    connect(&m_controller, &DownloadController::added, this, &MainWindow::showAdded);
    connect(&m_controller, &DownloadController::changed, this, &MainWindow::refresh);
    connect(&m_controller, &DownloadController::timeAdvanced, this, &MainWindow::refreshTimes);
    connect(&m_controller, &DownloadController::messageRaised, this, &MainWindow::showMessage);
    connect(&m_controller, &DownloadController::undoOffered, this, &MainWindow::offerUndo);
    connect(m_rows, &RowActions::messageRaised, this, &MainWindow::showMessage);
    connect(m_rows, &RowActions::detailsWanted, m_list, &ListPage::showDetails);
    connect(m_ui->diskFull, &DiskFullBar::resumeAfterDiskFull, &m_controller,
            &DownloadController::resumeAfterDiskFull);
    QSpinBox *atOnce = m_fields.atOnce;
    connect(atOnce, &QSpinBox::valueChanged, &m_controller, &DownloadController::setAtOnce);
    connect(atOnce, &QSpinBox::editingFinished, this, [this, atOnce] {
        if (atOnce->hasFocus()) // by Return
            m_ui->pages->currentWidget()->setFocus();
    });
}

void MainWindow::connectCard()
{
    m_ui->card->setActions(
        {m_ui->actionStart, m_ui->actionRetryFailed, m_ui->actionMeasure, m_ui->actionCompare});
    m_ui->status->setFolderActions({m_ui->actionOpenFolder, m_ui->actionFolder});
    connect(&m_limit, &RunLimit::known, m_ui->card, &VerdictCard::setLimit);
}

void MainWindow::takeOver(const QStringList &inputs)
{
    if (isMinimized())
        showNormal();
    show();
    raise();
    activateWindow();
    addInputs(inputs);
}

void MainWindow::restoreState()
{
    const QSettings settings;
    const QString downloads = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    const QString chosen = settings.value(QLatin1String(folderKey), downloads).toString();
    m_controller.setFolder(m_conditions.folder.isEmpty() ? chosen : m_conditions.folder);
    m_controller.setSettings(Settings::load(settings));
    m_fields.atOnce->setValue(
        settings.value(QLatin1String(atOnceKey), plan::defaultAtOnce).toInt());
    m_theme->choose(settings.value(QLatin1String(themeKey)).toString());
    m_list->restore(settings);
    m_timeline->restore(settings);
    const QSize wanted(fontMetrics().averageCharWidth() * 220, fontMetrics().height() * 40);
    resize(wanted.boundedTo(screen()->availableSize() * 9 / 10));
    restoreGeometry(
        settings.value(QLatin1String(geometryKey)).toByteArray()); // Qt keeps it on the screen
    m_saving.setSingleShot(true);
    connect(&m_saving, &QTimer::timeout, this, &MainWindow::saveState);
    const QHeaderView *header = m_ui->table->horizontalHeader();
    connect(header, &QHeaderView::sectionResized, this, &MainWindow::saveSoon);
    connect(header, &QHeaderView::sectionMoved, this, &MainWindow::saveSoon);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &MainWindow::saveSoon);
    connect(m_fields.atOnce, &QSpinBox::valueChanged, this, &MainWindow::saveSoon);
    connect(m_timeline, &RunTimeline::changed, this, &MainWindow::saveSoon);
    for (const QSplitter *splitter : findChildren<QSplitter *>())
        connect(splitter, &QSplitter::splitterMoved, this, &MainWindow::saveSoon);
}

void MainWindow::saveState() const
{
    QSettings settings;
    settings.setValue(QLatin1String(geometryKey), saveGeometry());
    m_list->save(settings);
    m_timeline->save(settings);
    settings.setValue(QLatin1String(themeKey), m_theme->chosen());
    settings.setValue(QLatin1String(atOnceKey), m_fields.atOnce->value());
    settings.setValue(QLatin1String(folderKey), m_controller.folder());
}

void MainWindow::addText(const QString &text)
{
    QMimeData typed;
    typed.setText(text);
    readLinks(m_lists, typed, [this](const plan::Links &links) { m_controller.add(links); });
}

void MainWindow::paste()
{
    if (const QMimeData *copied = QGuiApplication::clipboard()->mimeData())
        readLinks(m_lists, *copied, [this](const plan::Links &links) { m_controller.add(links); });
}

void MainWindow::takeSettings(const Settings &chosen)
{
    m_controller.setSettings(chosen);
    QSettings store;
    chosen.save(store);
}

void MainWindow::showHelp()
{
    if (!m_help)
        m_help = std::make_unique<HelpWindow>();
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
}

void MainWindow::showHistory()
{
    if (!m_history && m_storage)
        m_history = std::make_unique<HistoryWindow>(m_storage->dataFolder(), m_storage->writer());
    if (!m_history)
        return;
    m_history->show();
    m_history->raise();
    m_history->activateWindow();
}

void MainWindow::showTrial()
{
    const bool isTrying = m_controller.activity() == Activity::Trying;
    if (!m_trial || (!m_trial->isVisible() && !isTrying)) {
        m_trial = std::make_unique<TrialDialog>(&m_controller, this);
        connect(m_trial.get(), &TrialDialog::reportWanted, this,
                [this](const report::Document &document) { showReport(document, tr("Rounds")); });
    }
    m_trial->show();
    m_trial->raise();
    m_trial->activateWindow();
}

void MainWindow::openRun(const QString &path)
{
    m_documents.run([path] { return readRun(path); },
                    [this, path](const tl::expected<report::Document, QString> &document) {
                        if (document)
                            showReport(*document, QFileInfo(path).fileName());
                        else
                            showMessage(document.error());
                    });
}

void MainWindow::showReport(const report::Document &document, const QString &title)
{
    auto *window = new ReportWindow(document, tr("%1 - Lapwing").arg(title), this);
    window->show();
}

void MainWindow::showAdded(const plan::Added &added)
{
    m_ui->rejects->setRejects(added.rejects);
    if (added.rejects.empty())
        m_ui->status->showMessage(addedText(added));
    else
        m_ui->status->showMessage(addedText(added), tr("Show"), [this] { m_ui->rejects->show(); });
}

void MainWindow::showMessage(const QString &message)
{
    m_ui->rejects->hide();
    m_ui->status->showMessage(message);
}

void MainWindow::showEnd()
{
    const record::Run *run = m_controller.lastRun();
    const QString text = run ? endedText(*run) : QString();
    if (text.isEmpty() || run->facts.discarded)
        showMessage(text);
    else
        m_ui->status->showMessage(text, tr("Open folder"),
                                  [this] { m_ui->actionOpenFolder->trigger(); });
}

void MainWindow::showPage()
{
    const bool isEmpty = m_controller.isEmpty();
    QWidget *page = isEmpty ? m_ui->emptyPage : m_ui->listPage;
    const bool focused = isAncestorOf(focusWidget()) && m_ui->pages->isAncestorOf(focusWidget());
    m_ui->pages->setCurrentWidget(page);
    if (focused)
        (isEmpty ? page : m_ui->table)->setFocus();
    m_ui->card->setVisible(!isEmpty);
}

void MainWindow::offerUndo(const QString &message)
{
    m_ui->rejects->hide();
    m_ui->status->showMessage(message, tr("Undo"), [this] { m_controller.undo(); });
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
    m_ui->actionHistory->setEnabled(m_storage != nullptr);
    m_ui->actionUndo->setEnabled(m_controller.canUndo());
    m_ui->actionRedo->setEnabled(m_controller.canRedo());
    const QString undone = m_controller.undoText();
    const QString redone = m_controller.redoText();
    m_ui->actionUndo->setText(undone.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(undone));
    m_ui->actionRedo->setText(redone.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(redone));
}

void MainWindow::refresh()
{
    const Activity activity = m_controller.activity();
    const bool idle = activity == Activity::Idle;
    m_controller.tasks().setRunning(activity == Activity::Running);
    m_ui->actionStart->setEnabled(m_controller.canStart());
    m_ui->actionStop->setEnabled(!idle);
    m_ui->actionMeasure->setEnabled(m_controller.canMeasure());
    m_ui->actionCompare->setEnabled(m_controller.canTry() || m_trial);
    m_ui->actionReport->setEnabled(m_controller.canExport());
    m_ui->actionExport->setEnabled(m_controller.canExport());
    m_ui->actionDemo->setEnabled(m_controller.canDemo());
    m_ui->actionClear->setEnabled(m_controller.canClear());
    m_ui->status->setFolder(m_controller.folder());
    refreshUndo();
    const QString cost = m_controller.costOfMeasuring();
    m_ui->actionMeasure->setToolTip(
        cost.isEmpty() ? tr("Available after a finished run that downloaded files") : cost);
    showPage();
    m_timeline->refresh();
    m_limit.ask(activity == Activity::Running ? nullptr : m_controller.lastRun());
    refreshCard();
    refreshTimes();
    if (std::exchange(m_shown, activity) == Activity::Running && idle)
        showEnd();
    if (m_quitting && idle)
        QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
}

void MainWindow::refreshTimes()
{
    if (m_cardPace.isDue())
        refreshCard();
    refreshAmounts();
    m_timeline->refreshTimes();
    m_ui->diskFull->setText(m_controller.diskFullText());
    m_rows->refresh();
    setWindowTitle(titleOf(m_controller));
}

void MainWindow::refreshCard()
{
    m_cardPace.run([this] {
        const Summary summary = m_controller.summary();
        m_ui->card->setSummary(summary);
        m_timeline->setSummary(summary);
    });
}

void MainWindow::refreshAmounts()
{
    const bool isRunning = m_controller.activity() == Activity::Running;
    const qint64 bytes = m_controller.tasks().ledger().totals().bytes;
    if (isRunning)
        m_speed.add(m_controller.now(), bytes);
    else
        m_speed.restart();
    const std::optional<double> rate = m_speed.rate();
    const QString amount = isRunning || bytes > 0 ? text::asBytes(bytes) : QString();
    m_ui->status->setAmounts(rate ? tr("%1, %2", "bytes, speed").arg(amount, text::asRate(rate))
                                  : amount);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_controller.activity() == Activity::Idle) {
        saveState();
        m_help.reset(); // as a window of its own it would keep the program running
        m_history.reset();
        event->accept();
        return;
    }
    event->ignore();
    if (m_asking || m_quitting)
        return;
    m_asking = true;
    m_conditions.askToQuit(this, [this](bool quit) { answerQuit(quit); });
}

void MainWindow::answerQuit(bool quit)
{
    m_asking = false;
    m_quitting = quit;
    if (quit && m_controller.activity() == Activity::Idle)
        close();
    else if (quit)
        m_controller.stop();
}

} // namespace lapwing::ui
