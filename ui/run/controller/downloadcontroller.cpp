// SPDX-License-Identifier: MIT
#include "run/controller/downloadcontroller.h"

#include "demo/deliveries.h"
#include "demo/server.h"
#include "measure/compare/completeness.h"
#include "plan/origin.h"
#include "record/untried.h"
#include "run/rundocument.h"
#include "run/runqueries.h"
#include "summary/measurecost.h"
#include "text/amounts.h"
#include "text/failure.h"
#include "trial/runschedule.h"

#include <algorithm>

namespace lapwing::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto tickEvery = 200ms;
/// The summary of a long list costs more: it may take this part of the window's time, no more.
constexpr int restForWork = 20;
/// Fewer lanes than deliveries would show a queue, not what the demo is about.
constexpr int lanesOfDemo = 3;
/// So long a disk may take to give up the files that the settings name.
constexpr auto patienceForFiles = 10s;

/// When `last` began, which was interrupted before it had some of these; invalid: it was not, or there is none.
QDateTime interruptedRunOf(const SharedRun &last, const std::vector<plan::Entry> &entries)
{
    if (!last)
        return {};
    const auto isLeftOfIt = [&last](const plan::Entry &entry) {
        const record::TaskRecord *task = taskIn(*last, entry.id);
        return task != nullptr && measure::isUnfinished(*task, last->facts);
    };
    return std::ranges::any_of(entries, isLeftOfIt) ? last->facts.started : QDateTime();
}

} // namespace

DownloadController::DownloadController(double demoScale, QObject *parent)
    : QObject(parent)
    , m_freeSpace(m_looking)
    , m_demoScale(demoScale)
    , m_undo([this] { Q_EMIT changed(); })
{
    connect(&m_engine.worker(), &EngineWorker::changed, this, &DownloadController::takeBatch);
    connect(&m_engine.worker(), &EngineWorker::finished, this, &DownloadController::takeEnd);
    connect(&m_engine.worker(), &EngineWorker::loopStalled, this, [this](record::Stamp since) {
        Q_EMIT messageRaised(tr("The download engine has been unresponsive since %1 into this run; "
                                "affected times are marked as late.")
                                 .arg(text::asTime(since)));
    });
    connect(&m_engine.worker(), &EngineWorker::demoOpened, this, &DownloadController::runDemo);
    connect(&m_engine.worker(), &EngineWorker::demoFailed, this,
            &DownloadController::messageRaised);
    m_nextPortion.setSingleShot(true);
    m_nextPortion.setInterval(0);
    connect(&m_nextPortion, &QTimer::timeout, this, [this] {
        if (!m_arrivals.isEmpty())
            addPortion();
    });
    connectTrials();
    connect(&m_checks, &FileChecks::ended, this, &DownloadController::takeChecked);
    connect(this, &DownloadController::changed, this, &DownloadController::correctChecked);
    connect(&m_freeSpace, &FreeSpace::changed, this, &DownloadController::changed);
    connect(&m_ticker, &QTimer::timeout, this, &DownloadController::tick);
}

DownloadController::~DownloadController()
{
    m_undo.close(); // while all that its commands refer to is there
}

bool DownloadController::canMeasure() const
{
    return isAtRest() && together() && !together()->tasks.empty() && together().sums().isComplete;
}

bool DownloadController::canDemo() const
{
    return isAtRest() && (m_isDemo || isEmpty());
}

/// Since the last run, which the list may have changed before, and since that was measured.
bool DownloadController::isTriedSince() const
{
    if (!m_tried || !together() || isRunning())
        return false;
    const QDateTime &tried = m_tried->facts.started;
    return tried >= together()->facts.started
        && (!oneAtATime() || tried >= oneAtATime()->facts.started);
}

std::shared_ptr<const record::Run> DownloadController::sharedAlone() const
{
    return isTriedSince() ? m_tried : sharedBaseline();
}

Summary DownloadController::summary() const
{
    return summarise(situation());
}

Situation DownloadController::situation() const
{
    Situation situation;
    situation.together = together().get();
    situation.oneAtATime = oneAtATime().get();
    if (isTriedSince())
        situation.tried = m_tried;
    situation.followsOn = m_answer && m_activity == Activity::Running;
    situation.isBeforeLast = showsAnswer();
    situation.running = m_activity == Activity::Running;
    situation.measuring = m_activity == Activity::Measuring;
    situation.now = now();
    situation.elapsed = liveElapsed();
    situation.totals = m_tasks.ledger().totals();
    if (m_activity == Activity::Idle)
        situation.triedSince = triedSince();
    situation.notStarted = m_tasks.counts().notStarted;
    return situation;
}

QString DownloadController::costOfMeasuring() const
{
    return canMeasure() ? ui::costOfMeasuring(together(), m_freeSpace.bytes()) : QString();
}

report::Document DownloadController::document() const
{
    return documentMaker()();
}

/// Of the run that the figures are of.
report::PlanFacts DownloadController::planFacts() const
{
    report::PlanFacts facts = report::factsOf(showsAnswer() ? m_answer->plan : m_plan);
    facts.proxy = showsAnswer() ? m_answer->proxyText : m_proxyText;
    return facts;
}

std::function<report::Document()> DownloadController::documentMaker() const
{
    return ui::documentMaker(planFacts(), sharedRun(), sharedBaseline());
}

void DownloadController::listChanged()
{
    ++m_edition;
    Q_EMIT changed();
}

void DownloadController::setAtOnce(int atOnce)
{
    const bool isNews = std::exchange(m_atOnce, atOnce) != atOnce;
    if (m_activity == Activity::Running)
        m_engine.tell([atOnce](EngineWorker &worker) { worker.setAtOnce(atOnce); });
    else if (isNews)
        Q_EMIT changed(); // finding the best number tries this one too
}

void DownloadController::launch(std::vector<plan::Entry> entries)
{
    planFor(withFoldersBefore(std::move(entries), m_folder),
            [this](plan::Plan plan) { run(std::move(plan)); });
}

void DownloadController::planFor(std::vector<plan::Entry> entries,
                                 std::function<void(plan::Plan)> take)
{
    plan::Plan plan;
    plan.entries = std::move(entries);
    m_late.clear();
    if (m_isDemo) { // nothing of what was chosen for real servers is for this one
        plan.atOnce = std::max(m_atOnce, lanesOfDemo);
        plan.destination.kind = plan::Destination::Kind::Discard;
        take(std::move(plan));
        return;
    }
    plan.atOnce = m_atOnce;
    plan.destination.folder = m_folder;
    const int completion = beginCompleting();
    complete(std::move(plan), m_settings, m_reading,
             [this, completion, take = std::move(take)](tl::expected<plan::Plan, QString> whole) {
                 if (!endCompleting(completion))
                     return;
                 const bool isWhole = whole.has_value();
                 if (isWhole) {
                     take(*std::move(whole));
                 } else {
                     Q_EMIT messageRaised(tr("Not started: %1").arg(whole.error()));
                     Q_EMIT notStarted();
                 }
                 if (isAtRest())
                     startLate(isWhole);
                 Q_EMIT changed();
             });
}

/// No run came of it that would have taken what was added meanwhile. `mayStart`: nothing stands in the way of one.
void DownloadController::startLate(bool mayStart)
{
    const bool isAskedFor = std::exchange(m_startsWhenFree, false);
    if (!mayStart || m_hasLeft)
        return;
    if (isAskedFor)
        startBySelf();
    else if (m_settings.startAfterAdding && !m_late.empty())
        launch(entriesOf(idsOf(std::exchange(m_late, {}))));
}

int DownloadController::beginCompleting()
{
    m_completing = true;
    const int completion = ++m_completion;
    QTimer::singleShot(patienceForFiles, this, [this, completion] {
        if (!endCompleting(completion))
            return;
        m_startsWhenFree = false; // it would fail the same way
        Q_EMIT messageRaised(
            tr("Not started: the disk with the cookie file, the certificates or ~/.netrc does not "
               "respond. Choose other files in the settings, or none."));
        Q_EMIT notStarted();
        Q_EMIT changed();
    });
    return completion;
}

bool DownloadController::endCompleting(int completion)
{
    return completion == m_completion && std::exchange(m_completing, false);
}

void DownloadController::run(plan::Plan plan)
{
    plan.continues = interruptedRunOf(m_together, plan.entries);
    keepAnswer(plan.entries);
    m_plan = std::move(plan);
    ++m_run;
    m_isRestored = false;
    m_isLeaving = false;
    m_hasLeft = false;
    const bool startsLate = std::exchange(m_startsWhenFree, false) || m_settings.startAfterAdding;
    forgetCancels(m_plan->entries);
    m_proxyText = report::factsOf(m_plan).proxy;
    dispose(m_oneAtATime.share());
    m_oneAtATime.reset();
    m_tasks.queue(m_plan->entries);
    dispose(m_together.share());
    m_together = record::Run();
    begin(Activity::Running, m_plan->entries);
    m_keeping.beginRun(idsOf(m_plan->entries), report::factsOf(m_plan),
                       withPart(m_together->tasks));
    awaitParts(m_plan->entries);
    m_engine.tell([plan = m_plan](EngineWorker &worker) { worker.run(plan); }); // copied there
    m_nextRun.clear();
    joinOrWait(std::exchange(m_late, {}));
    m_startsNextRun = startsLate && !m_nextRun.empty();
    tellOutside();
    if (savesElsewhere()) // chosen while the files of the settings were read
        tellOtherFolder();
}

void DownloadController::startDemo()
{
    m_awaitsDemo = m_isAwaited;
    if (canDemo())
        m_engine.tell([](EngineWorker &worker) { worker.openDemo(); });
    else if (!m_isAwaited && !m_isDemo && !isEmpty()) // asked from outside the window
        Q_EMIT messageRaised(tr("The demo needs an empty list. Clear the list first."));
}

void DownloadController::runDemo(const QUrl &address)
{
    if (!canDemo())
        return;
    reset();
    plan::Links links;
    for (const demo::Delivery &delivery : demo::deliveries(m_demoScale))
        links.urls.push_back(demo::linkOf(delivery, address));
    setDemo(true);
    arrive(links);
    Q_EMIT messageRaised(
        tr("Three test downloads from a built-in server. Nothing is written to disk."));
    start();
}

void DownloadController::measure()
{
    if (!canMeasure())
        return;
    bringAnswerBack();
    if (!m_isRestored) {
        runMeasurement();
        return;
    }
    planFor(m_plan->entries, [this](plan::Plan plan) {
        plan.atOnce = m_plan->atOnce;
        plan.perHost = m_plan->perHost;
        plan.continues = m_plan->continues;
        m_plan = std::move(plan);
        m_proxyText = report::factsOf(m_plan).proxy;
        m_isRestored = false;
        runMeasurement();
    });
}

void DownloadController::runMeasurement()
{
    m_measuredBefore = std::exchange(m_oneAtATime, record::Run());
    m_measured = {};
    const plan::Plan plan = trial::withoutFailed(m_plan, *m_together);
    begin(Activity::Measuring, plan.entries);
    m_engine.tell([plan](EngineWorker &worker) { worker.measure(plan); });
}

void DownloadController::stop()
{
    m_restarts.clear();
    noteLeft();
    // Whoever leaves keeps nothing from beginning: what the run had not come to is paused.
    if (m_activity == Activity::Running && !m_isDemo && !isEmpty() && !m_hasLeft) {
        m_lastStopped = m_listing.entries().back().id;
        keep({store::SetLastStopped{m_lastStopped}});
    }
    m_engine.tell([](EngineWorker &worker) { worker.requestStop(); });
}

void DownloadController::resumeAfterDiskFull()
{
    m_engine.tell([](EngineWorker &worker) { worker.resumeAfterDiskFull(); });
}

void DownloadController::begin(Activity activity, const std::vector<plan::Entry> &entries)
{
    m_activity = activity;
    runAtHand().tasks =
        activity == Activity::Running ? rowsOf(entries) : record::queuedRecords(entries);
    m_clock.start();
    m_lastBatch = {};
    m_toldUntried.clear();
    m_ticker.start(tickEvery);
    Q_EMIT changed();
}

void DownloadController::takeBatch(const record::Batch &told)
{
    if (!isRunning())
        return;
    const std::optional<record::Batch> shown = asShown(told);
    const record::Batch &batch = shown ? *shown : told;
    merge(runAtHand(), batch);
    m_lastBatch = now();
    tellUntried(batch);
    if (m_activity != Activity::Running) {
        m_measured.take(batch);
        Q_EMIT trialReceived(m_measured.sum());
        return; // a measurement is kept when it has ended, and till then the one before it
    }
    m_keeping.takeBatch(batch);
    for (const record::TaskRecord &task : batch.changed)
        m_joining.remove(task.id);
    m_tasks.apply(batch);
    tellRestart(m_restarts.due(batch));
}

/// Once for each server: thousands of links may share the reason.
void DownloadController::tellUntried(const record::Batch &batch)
{
    for (const record::TaskRecord &task : batch.changed) {
        if (!record::isUntried(task))
            continue;
        const QString server = plan::Origin(task.url).text;
        if (m_toldUntried.contains(server))
            continue;
        m_toldUntried.insert(server);
        Q_EMIT messageRaised(text::untriedSentence(server, *task.failure));
    }
}

void DownloadController::tick()
{
    m_tasks.setNow(now());
    if (isDiskFull())
        m_freeSpace.ask(fullFolder());
    QElapsedTimer work;
    work.start();
    Q_EMIT timeAdvanced();
    m_ticker.setInterval(std::max<std::chrono::milliseconds>(
        tickEvery, restForWork * std::chrono::milliseconds(work.elapsed())));
}

record::Run &DownloadController::runAtHand()
{
    return m_activity == Activity::Measuring ? m_oneAtATime.edit() : m_together.edit();
}

const record::Run &DownloadController::runAtHand() const
{
    return m_activity == Activity::Measuring ? *m_oneAtATime : *m_together;
}

record::Stamp DownloadController::now() const
{
    return m_clock.isValid() ? record::Stamp(m_clock.nsecsElapsed()) : record::Stamp();
}

/// Batches come only when something changes; in between, the time goes on while a task is active.
record::Stamp DownloadController::liveElapsed() const
{
    if (!isRunning())
        return {};
    const record::Run &run = runAtHand();
    const bool isAtWork =
        m_activity == Activity::Running && m_tasks.ledger().totals().running() > 0;
    return isAtWork || hasActive(run) ? run.facts.elapsed + (now() - m_lastBatch)
                                      : run.facts.elapsed;
}

} // namespace lapwing::ui
