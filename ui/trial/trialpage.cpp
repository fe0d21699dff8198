// SPDX-License-Identifier: MIT
#include "trial/trialpage.h"

#include "isolated.h"
#include "letterwidth.h"
#include "summary/announcement.h"
#include "tabular.h"
#include "text/catalogue.h"
#include "trial/measuredlist.h"
#include "ui_trialpage.h"

#include <QKeyEvent>
#include <QLocale>
#include <QScrollBar>
#include <QShortcut>

#include <algorithm>
#include <utility>

namespace lapwing::ui {
namespace {

using Activity = DownloadController::Activity;

constexpr double titleScale = 1.3; ///< the title, beside other text
constexpr int charactersOfForm = 46;
constexpr int charactersOfResult = 70; ///< at least, beside the form

/// A measurement of the last run: the second half of a round, and the only run that is made.
TrialProgress onceBeside(const record::Run &together)
{
    TrialProgress progress;
    progress.choice.rounds.count = 1;
    progress.runs = {figuresOf(together)};
    progress.madeBefore = 1;
    progress.steps = {{plan::Mode::OneAtATime, 1, 1, true}};
    return progress;
}

/// Why the numbers that are tried are not those that were wanted.
std::function<QString()> whyFewerIn(const TrialProgress &progress)
{
    const bool isFewer = progress.choice.isSweep && progress.files > 0
        && std::ranges::max(progress.choice.levels) > progress.files;
    if (!isFewer || progress.failed == 0)
        return {};
    return [failed = progress.failed, files = progress.files] { return whyFewer(failed, files); };
}

int roundsIn(const report::Document &document)
{
    int rounds = 0;
    for (const record::Run &run : document.runs)
        rounds = std::max(rounds, run.facts.round);
    return rounds;
}

/// In whatever language it is asked for.
std::function<QString()> messageOf(const TrialOutcome &outcome)
{
    const int rounds = roundsIn(outcome.document);
    if (outcome.isStopped && rounds == 0)
        return [] { return TrialPage::tr("Stopped. No round was complete, so nothing is kept."); };
    if (outcome.isStopped)
        return [rounds] {
            return TrialPage::tr("Stopped. The figures are for the %Ln complete rounds.", nullptr,
                                 rounds);
        };
    if (outcome.isKept)
        return [] { return TrialPage::tr("Kept in the history."); };
    return {};
}

} // namespace

TrialPage::TrialPage(DownloadController *controller, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::TrialPage>())
    , m_controller(controller)
    , m_forecast(*controller)
{
    m_ui->setupUi(this);
    m_ui->running->hide();
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &TrialPage::backWanted);
    connect(m_ui->back, &QPushButton::clicked, this, &TrialPage::backWanted);
    connect(&m_prior, &PriorTrials::recommendedChanged, this, &TrialPage::recommendedChanged);
    connect(&m_prior, &PriorTrials::aloneChanged, this, &TrialPage::aloneChanged);
    connectForm();
    connectResult();
    setUpSizes();
    text::inEachLanguage(this, [this] { retranslate(); });
}

TrialPage::~TrialPage() = default;

void TrialPage::retranslate()
{
    m_ui->retranslateUi(this);
    refresh();
    say(m_saying);
}

void TrialPage::connectForm()
{
    connect(m_ui->form, &TrialForm::changed, this, [this] {
        refresh();
        Q_EMIT changed();
    });
    connect(m_ui->form, &TrialForm::sizesWanted, &m_forecast, &TrialForecast::askServers);
    connect(&m_forecast, &TrialForecast::changed, this, &TrialPage::sayCost);
    connect(m_ui->start, &QPushButton::clicked, this, &TrialPage::start);
    connect(m_ui->stop, &QPushButton::clicked, m_controller, &DownloadController::stop);
    connect(m_controller, &DownloadController::changed, this, &TrialPage::refresh);
    connect(m_controller, &DownloadController::notStarted, this, [this] {
        m_isBehind |= document() == nullptr; // what was to begin had taken its place
        showBaseline();
    });
}

void TrialPage::connectResult()
{
    connect(m_controller, &DownloadController::trialMoved, this, &TrialPage::showProgress);
    connect(m_controller, &DownloadController::trialReceived, m_ui->running,
            &TrialProgressView::setReceived);
    connect(m_controller, &DownloadController::trialEnded, this, &TrialPage::showOutcome);
    connect(m_ui->result, &TrialResult::atOnceWanted, this, &TrialPage::atOnceWanted);
    connect(m_ui->result, &TrialResult::reportWanted, this,
            [this] { Q_EMIT reportWanted(*document()); });
    connect(m_ui->result, &TrialResult::exportWanted, this,
            [this] { Q_EMIT exportWanted(*document()); });
}

const report::Document *TrialPage::document() const
{
    return m_ui->result->document();
}

bool TrialPage::isMeasuring() const
{
    return m_activity == Activity::Trying || m_activity == Activity::Measuring;
}

bool TrialPage::canStart() const
{
    if (m_ui->form->question() == TrialQuestion::Once)
        return m_controller->canMeasure();
    return m_controller->canTry() && m_ui->form->choice();
}

void TrialPage::choose(TrialQuestion question)
{
    if (!isMeasuring())
        m_ui->form->setQuestion(question);
}

void TrialPage::chooseComparison()
{
    choose(m_controller->canMeasure() ? TrialQuestion::Once : TrialQuestion::Rounds);
}

int TrialPage::runsToFindBest() const
{
    const auto choice = m_ui->form->choiceFor(TrialQuestion::BestNumber);
    return choice && !m_controller->isEmpty() ? choice->runs() : 0;
}

void TrialPage::takeFocus()
{
    QWidget *first = isMeasuring() ? m_ui->stop : m_ui->start;
    (first->isEnabled() ? first : m_ui->back)->setFocus(Qt::OtherFocusReason);
    QMetaObject::invokeMethod( // once the page has its size
        this, [this, first] { m_ui->scroll->ensureWidgetVisible(first); }, Qt::QueuedConnection);
}

void TrialPage::setAtOnce(int atOnce)
{
    m_ui->form->setAtOnce(atOnce);
    m_ui->result->setAtOnce(atOnce);
    sayCost();
}

void TrialPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void TrialPage::refresh()
{
    followMeasurement();
    showBaseline();
    const bool isBusy = isMeasuring();
    m_ui->form->setEntries(m_controller->count());
    m_ui->form->setOnceEnabled(isBusy || m_controller->canMeasure());
    m_ui->form->setEnabled(!isBusy);
    const bool hadFocus = m_ui->start->hasFocus() || m_ui->stop->hasFocus();
    m_ui->start->setEnabled(!isBusy && canStart());
    m_ui->stop->setEnabled(isBusy);
    if (hadFocus)
        (isBusy ? m_ui->stop : m_ui->start)->setFocus();
    m_ui->running->setVisible(isBusy);
    arrange();
    const bool isWaiting = !isBusy && !m_controller->isEmpty() && !m_controller->canTry();
    m_ui->waiting->setVisible(isWaiting);
    holdAgainstList();
    if (isVisible() && m_activity == Activity::Idle)
        m_forecast.refresh();
    sayCost();
}

/// Of the last run, which the list's own page may have begun too.
void TrialPage::followMeasurement()
{
    const Activity before = std::exchange(m_activity, m_controller->activity());
    if (before == m_activity)
        return;
    if (m_activity == Activity::Measuring) {
        showProgress(onceBeside(*m_controller->lastRun()));
    } else if (before == Activity::Measuring && m_controller->hasMeasured()) {
        m_isBehind = true;
        m_isKept = false;
        conclude({});
    } else if (before == Activity::Measuring) {
        m_ui->result->clear();
        m_isBehind = m_controller->hasBaseline();
        conclude([isBehind = m_isBehind] {
            return isBehind
                ? tr("The last run one at a time was not complete; showing the previous result.")
                : tr("Stopped. The run one at a time was not complete, so nothing is kept.");
        });
    }
    Q_EMIT changed();
}

/// What the last run was measured to, in an earlier session too. A document of a long list takes seconds to make, and
/// is not made for nobody.
void TrialPage::showBaseline()
{
    if (!m_isBehind || !isVisible() || m_activity != Activity::Idle || document() != nullptr
        || !m_controller->hasBaseline())
        return;
    m_isBehind = false;
    m_documents.run(m_controller->documentMaker(),
                    [this, of = m_controller->sharedBaseline()](report::Document baseline) {
                        if (document() != nullptr || isMeasuring())
                            return; // of something later
                        m_isBehind = of != m_controller->sharedBaseline();
                        if (!m_isBehind)
                            m_ui->result->showDocument(std::move(baseline));
                    });
}

/// A result of the last run has the same list as the card, whatever came since. What a sweep recommends stays until the
/// next one, whatever else is measured.
void TrialPage::holdAgainstList()
{
    if (m_heldAgainst == m_controller->edition() || m_controller->isEmpty() || isMeasuring())
        return;
    m_heldAgainst = m_controller->edition();
    const report::Document *trial = document();
    if (trial != nullptr && trial->trial.kind == record::Trial::Kind::Get)
        trial = nullptr;
    const plan::Listing &list = m_controller->listing();
    const bool isOfOther = trial != nullptr && !MeasuredList(*trial).isSameAs(list);
    m_ui->result->setOfOtherList(isOfOther);
    m_forecast.setTried(isOfOther ? nullptr : trial);
    m_prior.holdAgainst(list);
}

void TrialPage::sayCost()
{
    if (!isVisible() || isMeasuring())
        return;
    const bool isOnce = m_ui->form->question() == TrialQuestion::Once;
    m_ui->form->setCost(isOnce ? m_forecast.costOfOnce() : m_forecast.costOf(m_ui->form->choice()));
}

void TrialPage::start()
{
    if (!canStart())
        return;
    m_isKept = false;
    m_isBehind = false;             // what is shown from now on is of what begins
    choose(m_ui->form->question()); // also where it stood in for another
    say({});
    m_ui->result->clear();
    if (m_ui->form->question() == TrialQuestion::Once)
        m_controller->measure();
    else
        m_controller->startTrial(*m_ui->form->choice());
    Q_EMIT changed();
}

void TrialPage::showProgress(const TrialProgress &progress)
{
    m_ui->running->setProgress(progress,
                               m_activity == Activity::Measuring ? m_forecast.outlookOnce()
                                                                 : m_forecast.outlook());
    say(whyFewerIn(progress));
    m_ui->result->showPicture(pictureOf(progress));
}

void TrialPage::showOutcome(const TrialOutcome &outcome)
{
    m_isKept = outcome.isKept;
    if (outcome.document.runs.empty()) {
        m_ui->result->clear();
    } else {
        m_ui->result->showDocument(outcome.document);
        m_prior.take(outcome.document, m_isKept);
        m_heldAgainst.reset(); // links may have been added meanwhile
    }
    refresh(); // what it took is known now
    conclude(messageOf(outcome));
    QMetaObject::invokeMethod( // once the form is back above it, where it gave way
        this, [this] { m_ui->scroll->verticalScrollBar()->setValue(m_ui->result->y()); },
        Qt::QueuedConnection);
    setAccessibleDescription(conclusion());
    announce(this, conclusion());
    Q_EMIT concluded();
}

QString TrialPage::conclusion() const
{
    const QString headline = m_ui->result->headline();
    return headline.isEmpty() && m_saying ? m_saying() : headline;
}

/// `sentence` stands beside the result.
void TrialPage::conclude(std::function<QString()> sentence)
{
    m_ui->running->stop();
    say(std::move(sentence));
    Q_EMIT changed();
}

void TrialPage::say(std::function<QString()> saying)
{
    m_saying = std::move(saying);
    const QString sentence = m_saying ? m_saying() : QString();
    setIsolatedText(m_ui->outcome, sentence);
    m_ui->outcome->setVisible(!sentence.isEmpty());
}

void TrialPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

/// The result beside the form, and under it where there is no room beside; there the form gives way while it can
/// do nothing.
void TrialPage::arrange()
{
    const int character = letterWidth(fontMetrics());
    const bool isWide = width() > character * (charactersOfForm + charactersOfResult);
    m_ui->halves->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_ui->halves->setContentsMargins(0, 0, isWide ? 0 : character, 0);
    m_ui->side->setMaximumWidth(isWide ? character * charactersOfForm : QWIDGETSIZE_MAX);
    m_ui->form->setVisible(isWide || !isMeasuring());
}

void TrialPage::setUpSizes()
{
    QFont large = font();
    large.setPointSizeF(font().pointSizeF() * titleScale);
    large.setBold(true);
    m_ui->title->setFont(large);
    m_ui->outcome->setFont(tabular(font()));
    const int space = letterWidth(fontMetrics()) * 2;
    m_ui->halves->setSpacing(space * 2);
    m_ui->sideColumn->setSpacing(space);
    m_ui->column->setSpacing(space);
    m_ui->column->setContentsMargins(space, space / 2, space, space / 2);
    arrange();
}

void TrialPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setUpSizes();
}

/// Keys of the list do nothing to it while it is out of sight.
bool TrialPage::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Delete)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

} // namespace lapwing::ui
