// SPDX-License-Identifier: MIT
#include "mainwindow.h"

#include "desktop/showinfolder.h"
#include "help/helpwindow.h"
#include "history/historywindow.h"
#include "input/addedtext.h"
#include "input/dropzone.h"
#include "letterwidth.h"
#include "list/listpage.h"
#include "list/rowactions.h"
#include "measure/seconds.h"
#include "mnemonics.h"
#include "primer/primerwindow.h"
#include "questions.h"
#include "record/saturated.h"
#include "retelltables.h"
#include "run/runprogress.h"
#include "session/storage.h"
#include "steadybutton.h"
#include "summary/endedtext.h"
#include "summary/statecounts.h"
#include "text/amounts.h"
#include "text/catalogue.h"
#include "thememenu.h"
#include "timeline/runtimeline.h"
#include "trial/trialpage.h"
#include "ui_mainwindow.h"
#include "windowtitle.h"

#include <QCloseEvent>
#include <QDir>
#include <QLocale>
#include <QSpinBox>

#include <algorithm>
#include <utility>

namespace lapwing::ui {

using Activity = DownloadController::Activity;

namespace {

constexpr int linesForBoth = 38;    ///< high enough for the card above what needs much room
constexpr int linesForOneLine = 25; ///< of the card, above four rows and as many lines of details
constexpr int leastLinesOfPage = 8;
constexpr int charactersForTimeLeft = 140; ///< wide enough for it beside a folder and a message

/// The details are closed until they are wanted: how to get to the reason of a failure is said.
QString endOf(const record::Run &run)
{
    const bool isAnyFailed =
        std::ranges::find(run.tasks, record::TaskState::Failed, &record::TaskRecord::state)
        != run.tasks.end();
    return isAnyFailed
        ? MainWindow::tr("%1 Double-click a failed download to see why.").arg(endedText(run))
        : endedText(run);
}

} // namespace

MainWindow::MainWindow() : MainWindow(Conditions()) { }

MainWindow::MainWindow(Conditions conditions)
    : m_ui(std::make_unique<Ui::MainWindow>())
    , m_conditions(std::move(conditions))
    , m_controller(m_conditions.demoScale)
    , m_freedMemory(m_controller)
    , m_helpLinks([this](const QUrl &place) { showHelpAt(place); })
    , m_summaries(m_controller)
{
    m_ui->setupUi(this);
    text::inEachLanguage(this, [this] { retranslate(); });
    m_list = new ListPage(m_ui->table, m_controller);
    m_ui->listColumn->addWidget(m_list);
    m_list->addTo(m_ui->viewMenu);
    // No page makes the window grow, perhaps past the screen: what is too high for it scrolls, or is smaller.
    m_ui->pages->setMinimumHeight(fontMetrics().height() * leastLinesOfPage);
    shareOnePlace();
    m_timeline = new RunTimeline(*m_list, m_ui->table, m_controller);
    m_timeline->addTo(m_ui->viewMenu);
    m_fields = setUpToolBar(*m_ui);
    m_list->attachSearch(m_fields.search);
    m_rows = new RowActions(*m_ui, m_controller, m_list->order(), this);
    m_rows->addToMenu(m_list->detailsAction());
    m_list->setDetailActions(m_rows->forDetails());
    connectActions();
    connectQuestions();
    connectController();
    connectCard();
    connectTrial();
    m_dropZone = new DropZone(this, m_lists);
    connect(m_dropZone, &DropZone::dropped, &m_controller, &DownloadController::add);
    m_theme = new ThemeMenu(m_ui->themeMenu);
    m_ui->rejects->hide();
    m_ui->rejects->offerClear();
    QFont large = m_ui->invitation->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    m_ui->invitation->setFont(large);
    m_ui->emptyPage->setFocusPolicy(Qt::StrongFocus);
    m_ui->emptyPage->setFocus();
    restoreState();
    if (!m_conditions.dataFolder.isEmpty())
        openStorage();
    restoreTrial();
    text::inEachLanguage(this, [this] { // after all that is in it
        refresh();
        retellTables(this);
        nameWithoutMnemonics(this);
        keepWhole(m_ui->toolBar, m_fields);
    });
}

MainWindow::~MainWindow()
{
    m_ui->table->setModel(nullptr); // the model goes before the view
}

/// Of details and refused lines, the one that was asked for last is shown: there is no room for both beside the list.
void MainWindow::shareOnePlace()
{
    connect(m_list->detailsAction(), &QAction::toggled, this, [this](bool isShown) {
        if (isShown)
            m_ui->rejects->makeWay();
        showCard();
    });
    connect(m_ui->rejects, &RejectsPanel::visibilityChanged, m_list, &ListPage::lendPlaceOfDetails);
    connect(m_ui->rejects, &RejectsPanel::visibilityChanged, this, &MainWindow::showCard);
}

void MainWindow::retranslate()
{
    setLocale(QLocale());
    m_ui->retranslateUi(this);
    refreshUndo();
}

void MainWindow::connectController()
{
    connect(&m_controller, &DownloadController::added, this, &MainWindow::showAdded);
    connect(&m_controller, &DownloadController::changed, this, &MainWindow::refresh);
    connect(&m_controller, &DownloadController::timeAdvanced, this, &MainWindow::refreshTimes);
    connect(&m_controller, &DownloadController::messageRaised, this, &MainWindow::showMessage);
    connect(&m_controller, &DownloadController::undoOffered, this, &MainWindow::offerUndo);
    connect(m_rows, &RowActions::messageRaised, this, &MainWindow::showMessage);
    connect(m_rows, &RowActions::showInFolderWanted, this, &MainWindow::showInFolderWanted);
    connect(m_list, &ListPage::messageRaised, this, &MainWindow::showMessage);
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
    m_ui->card->setActions({m_ui->actionStart, m_ui->actionRetryFailed, m_ui->actionCompare,
                            m_ui->actionSweep, m_ui->actionResumeAll});
    m_ui->status->setFolderActions({m_ui->actionOpenFolder, m_ui->actionFolder});
    connect(&m_summaries, &SummaryFeed::known, this, [this](const Summary &summary) {
        m_ui->card->setSummary(summary);
        m_timeline->setSummary(summary);
    });
    connect(&m_limit, &RunLimit::known, m_ui->card, &VerdictCard::setLimit);
    connect(m_list, &ListPage::counted, this, [this](const RowCounts &counts) {
        m_ui->card->setCounts(countsOf(counts));
        const auto hidden = m_hidden.lock(); // the message owns it
        if (hidden && !m_list->hidesOfLast(hidden->added))
            tellAdded(hidden);
    });
}

void MainWindow::showAdded(const plan::Added &added)
{
    if (!added.rejects.empty()) {
        if (m_storage)
            m_storage->keepRejects(added.rejects, m_ui->rejects->beginsAnew());
        addRejects(added.rejects);
    }
    tellAdded(std::make_shared<const plan::Added>(added));
}

void MainWindow::addRejects(const std::vector<plan::Reject> &rejects)
{
    m_ui->rejects->addRejects(rejects);
    m_ui->actionRefused->setEnabled(true);
}

void MainWindow::clearRejects()
{
    m_ui->actionRefused->setEnabled(false);
    m_ui->status->withdraw(std::exchange(m_refusal, 0));
    if (m_storage)
        m_storage->keepRejects({}, true);
}

/// Once more when the filter hides none of them any more.
void MainWindow::tellAdded(const std::shared_ptr<const plan::Added> &added)
{
    const bool isHidden = m_list->hidesOfLast(added->added);
    m_hidden = isHidden ? added : nullptr;
    const auto text = [this, isHidden, added] { return textOf(*added, isHidden); };
    if (isHidden)
        m_ui->status->showMessage(
            text, [] { return tr("Show them"); },
            [this, hasRejects = !added->rejects.empty()] {
                if (m_isTrialOpen)
                    closeTrial();
                m_list->showAll();
                if (hasRejects)
                    m_ui->actionRefused->trigger(); // nothing, once they were cleared
            });
    else if (added->rejects.empty() || !m_ui->actionRefused->isEnabled())
        m_ui->status->showMessage(text, {}, {});
    else
        m_refusal = m_ui->status->showMessage(
            text, [] { return tr("Show"); }, [this] { m_ui->rejects->show(); });
}

QString MainWindow::textOf(const plan::Added &added, bool isHidden) const
{
    const QString text = isHidden ? tr("%1; the filter hides new downloads").arg(addedText(added))
                                  : addedText(added);
    if (added.added == 0 || !m_controller.savesElsewhere())
        return text;
    return tr("%1. The next run saves them in %2; the current one still saves in %3.")
        .arg(text, QDir::toNativeSeparators(m_controller.folder()),
             QDir::toNativeSeparators(m_controller.folderAtWork()));
}

void MainWindow::showMessage(const QString &message)
{
    m_ui->status->showMessage(message);
}

void MainWindow::showEnd()
{
    const record::Run *run = m_controller.lastRun();
    if (run == nullptr)
        return showMessage({});
    const auto text = [this, started = run->facts.started] {
        const record::Run *last = m_controller.lastRun();
        return last != nullptr && last->facts.started == started ? endOf(*last) : QString();
    };
    if (run->facts.discarded)
        m_ui->status->showMessage(text, {}, {});
    else
        m_ui->status->showMessage(
            text, [] { return tr("Open folder"); },
            [folder = m_controller.folderOfRun()] { ui::openFolder(folder); });
}

void MainWindow::showPage()
{
    const bool isEmpty = m_controller.isEmpty();
    m_isTrialOpen = m_isTrialOpen && (!isEmpty || m_controller.isAwaited());
    QWidget *const list = isEmpty ? m_ui->emptyPage : m_ui->listPage;
    QWidget *const page = m_isTrialOpen && !isEmpty ? m_trial : list;
    showCard();
    if (page == m_ui->pages->currentWidget())
        return;
    const bool focused = isAncestorOf(focusWidget()) && m_ui->pages->isAncestorOf(focusWidget());
    m_ui->pages->setCurrentWidget(page);
    if (focused && !m_isTrialOpen)
        (isEmpty ? page : m_ui->table)->setFocus();
}

/// In a low window the page of the trial needs all of the room; beside a list with details or refused lines the card
/// has a line, if that.
void MainWindow::showCard()
{
    const auto isLower = [this](int lines) { return height() < fontMetrics().height() * lines; };
    const bool isShared = m_list->detailsAction()->isChecked() || !m_ui->rejects->isHidden();
    const bool givesWay =
        (m_isTrialOpen && isLower(linesForBoth)) || (isShared && isLower(linesForOneLine));
    m_ui->card->setOneLine(isShared && isLower(linesForBoth));
    m_ui->card->setVisible(!m_controller.isEmpty() && !givesWay);
    m_ui->column->activate(); // before the details share what is left
}

void MainWindow::offerUndo(const QString &message)
{
    offer(
        message, [this] { return m_controller.undoText(); }, [] { return tr("Undo"); },
        m_ui->actionUndo);
}

void MainWindow::offer(const QString &message, const Wording &later, const Wording &link,
                       QAction *action)
{
    m_offer = action;
    m_offeredAt = m_controller.undoStep();
    const auto say = [message, later, language = text::language()] {
        return text::language() == language ? message : later();
    };
    m_offered = m_ui->status->showMessage(say, link, [action] { action->trigger(); });
}

/// Something else was done since, perhaps without a word, or it cannot be undone any more: the link would do another
/// thing, or nothing.
void MainWindow::withdrawOffer()
{
    const bool isGone = m_offeredAt != m_controller.undoStep() || !m_offer || !m_offer->isEnabled();
    if (isGone)
        m_ui->status->withdraw(std::exchange(m_offered, 0));
}

void MainWindow::refresh()
{
    const Activity activity = m_controller.activity();
    const bool idle = activity == Activity::Idle;
    m_ui->actionStart->setEnabled(m_controller.canStart());
    m_fields.run->prefer(m_controller.isStopped() ? m_ui->actionStart : nullptr);
    m_ui->actionStop->setEnabled(!idle);
    m_ui->actionMeasure->setEnabled(m_controller.canMeasure());
    m_ui->actionCompare->setEnabled(!m_controller.isEmpty());
    m_ui->actionSweep->setEnabled(m_ui->actionCompare->isEnabled());
    m_ui->actionReport->setEnabled(m_controller.canExport());
    m_ui->actionExport->setEnabled(m_controller.canExport());
    m_ui->actionDemo->setEnabled(m_controller.canDemo());
    m_ui->actionClear->setEnabled(m_controller.canClear());
    m_ui->status->setFolder(m_controller.folderAtWork());
    m_ui->status->setDemo(m_controller.isDemo());
    refreshUndo();
    refreshGreeting();
    const QString cost = m_controller.costOfMeasuring();
    m_ui->actionMeasure->setToolTip(
        cost.isEmpty() ? tr("Available after a finished run that downloaded files") : cost);
    if (activity == Activity::Running && m_shown != activity) { // what was asked for is in the list
        m_isTrialOpen = false;
        saveSoon();
    }
    showPage();
    m_timeline->refresh();
    refreshLimit();
    refreshCard();
    refreshTimes();
    if (std::exchange(m_shown, activity) == Activity::Running && idle)
        showEnd();
    if (m_quitting && idle)
        QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
    else if (m_asked == Asked::WhileRunning
             && idle) // what came late may go on as a run of its own, at once
        QMetaObject::invokeMethod(this, &MainWindow::answerByItself, Qt::QueuedConnection);
}

void MainWindow::refreshLimit()
{
    const Activity activity = m_controller.activity();
    m_limit.ask(activity == Activity::Running ? nullptr : m_controller.sharedRun(),
                activity == Activity::Measuring ? nullptr : m_controller.sharedAlone(),
                recommendation());
}

void MainWindow::refreshTimes()
{
    if (m_summaries.isDue())
        refreshCard();
    refreshAmounts();
    m_timeline->refreshTimes();
    m_ui->diskFull->setText(m_controller.diskFullText());
    m_rows->refresh();
    setWindowTitle(titleOf(m_controller));
}

void MainWindow::refreshCard()
{
    m_summaries.ask();
}

/// While a run goes on, what is here of everything, whichever run it came in: so a part that is resumed goes on
/// counting. Then of all the files: beside the run's figures it says so.
void MainWindow::refreshAmounts()
{
    const bool isRunning = m_controller.activity() == Activity::Running;
    const record::Totals &totals = m_controller.tasks().ledger().totals();
    const qint64 here = record::saturatedSum(totals.bytes, totals.kept);
    const bool isSameList =
        std::exchange(m_edition, m_controller.edition()) == m_controller.edition();
    if (isRunning && isSameList) // else rows came back, with bytes that did not come now
        m_speed.add(m_controller.now(), totals.bytes);
    else
        m_speed = {};
    const std::optional<double> rate = m_speed.perSecond();
    QString amounts = isRunning ? text::asBytes(here) : QString();
    if (!isRunning && totals.files > 0 && !m_controller.isDemo()) // which saves none
        amounts = tr("All files: %1").arg(text::asBytes(totals.files));
    if (rate)
        amounts = tr("%1, %2", "bytes, speed").arg(amounts, text::asRate(rate));
    if (const std::optional<record::Stamp> left = timeLeft())
        amounts = tr("%1, %2 left", "bytes and speed, time").arg(amounts, text::asTime(left));
    m_ui->status->setAmounts(amounts);
}

/// Of the run that goes on. In a narrow window it would make the status line too wide.
std::optional<record::Stamp> MainWindow::timeLeft() const
{
    const double rate = m_speed.perSecond().value_or(0);
    if (rate <= 0 || width() < letterWidth(fontMetrics()) * charactersForTimeLeft)
        return std::nullopt;
    const qint64 left = bytesLeft(*m_controller.lastRun()).value_or(0);
    return left > 0 ? std::optional(measure::stampOf(static_cast<double>(left) / rate))
                    : std::nullopt;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const bool isToWait = m_controller.isAwaited() && m_controller.hasWaitingLinks();
    const bool isIdle = m_controller.activity() == Activity::Idle && !isToWait;
    if (isIdle && (m_quitsUnsaved || unsaved().isEmpty())) {
        m_controller.addAll(); // so that all of it is kept
        saveState();
        m_help.reset(); // as a window of its own it would keep the program running
        m_history.reset();
        m_primer.reset();
        event->accept();
        return;
    }
    event->ignore();
    if (isToWait) { // for the list that they follow; then nothing keeps the window
        setQuitting(true);
        m_controller.leave();
    }
    if (m_asked != Asked::Nothing || (m_quitting && !isIdle))
        return;
    if (!isIdle && m_controller.isDemo()) // there is nothing of it to lose
        return answerQuit(true);
    askToQuit(isIdle ? Asked::Unsaved : Asked::WhileRunning);
}

void MainWindow::askToQuit(Asked what)
{
    setQuitting(false);
    m_asked = what;
    const auto answer = [this](bool quit) { answerQuit(quit); };
    if (what == Asked::Unsaved)
        m_question = askToQuitUnsaved(this, unsaved(), answer);
    else if (m_conditions.askToQuit)
        m_question = m_conditions.askToQuit(this, answer);
    else
        m_question = ui::askToQuit(this, m_controller.activity(), answer);
}

QString MainWindow::unsaved() const
{
    return m_storage ? m_storage->unsaved() : QString();
}

/// Nothing runs any more that the user would have to be asked about, or all is saved after all.
void MainWindow::answerByItself()
{
    const bool isOpen = m_asked == Asked::Unsaved ? !unsaved().isEmpty() : m_controller.isBusy();
    if (m_asked == Asked::Nothing || isOpen)
        return;
    if (m_question)
        m_question->accept();
    else
        answerQuit(true);
}

void MainWindow::answerQuit(bool quit)
{
    const Asked asked = std::exchange(m_asked, Asked::Nothing);
    m_quitsUnsaved = quit && asked == Asked::Unsaved;
    setQuitting(quit);
    if (!quit)
        m_controller.stay();
    else if (m_controller.activity() == Activity::Idle)
        close();
    else
        m_controller.leave();
}

void MainWindow::setQuitting(bool isQuitting)
{
    if (std::exchange(m_quitting, isQuitting) != isQuitting)
        Q_EMIT quitting(isQuitting);
}

} // namespace lapwing::ui
