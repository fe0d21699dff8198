// SPDX-License-Identifier: MIT
#include "engine/session.h"

#include "async/scope.h"
#include "engine/system/loopmonitor.h"
#include "engine/taskrunner.h"

#include <algorithm>
#include <utility>

namespace lapwing::engine {
namespace {

using record::Failure;
using record::Stamp;

constexpr std::chrono::milliseconds batchInterval{100};
/// A run that goes on while nothing changes says so this often.
constexpr std::chrono::seconds maxSilence{1};

} // namespace

class Session::Private {
public:
    Private(plan::Plan plan, Session *session)
        : m_session(session)
        , m_plan(std::move(plan))
        , m_recorder(m_plan, QDateTime::currentDateTime())
    {
    }

    [[nodiscard]] QCoro::Task<record::Run> run();
    [[nodiscard]] QCoro::Task<> runByItself();
    void setAtOnce(int atOnce);
    void add(const std::vector<plan::Entry> &entries);
    void setAwaitsMore(bool awaits);
    void setTurns(const std::vector<plan::EntryTurn> &turns);
    void requestStop();
    void resumeAfterDiskFull();
    async::Scope &root() { return m_root; }

    using Command = void (TaskRunner::*)(int);
    /// Has the runner do something with each of these tasks, as soon as there is one.
    void each(const QList<int> &ids, Command command);

private:
    [[nodiscard]] QCoro::Task<std::optional<Failure>> prepare();
    [[nodiscard]] QCoro::Task<> doAll();
    [[nodiscard]] QCoro::Task<> sendBatches(std::stop_token stop);
    void failAll(const Failure &failure);
    void obeyEarly();
    [[nodiscard]] Stamp now() const { return m_transport ? m_transport->now() : Stamp(); }
    void sendBatch();
    void watchLoop();
    void sampleInFlight();

    Session *m_session;
    plan::Plan m_plan;
    std::shared_ptr<async::Clock> m_clock = std::make_shared<async::SteadyClock>();
    std::unique_ptr<Transport> m_transport;
    DiskThreads m_disk;
    std::unique_ptr<Folder> m_folder; ///< null when the bytes are discarded
    RunRecorder m_recorder;
    std::unique_ptr<LoopMonitor> m_loop;
    std::unique_ptr<TaskRunner> m_runner;
    bool m_isUnderWay = false;
    bool m_awaitsMore = false;
    std::vector<std::pair<QList<int>, Command>> m_early; ///< while the folder was looked at
    Stamp m_sampled{};       ///< when the number in flight was looked at last
    Stamp m_inFlight{};      ///< that number, summed over the time
    record::RunFacts m_sent; ///< with the last batch
    std::stop_source m_stop;
    async::Scope m_ticker;
    async::Scope m_guard; ///< gives a silent disk up
    async::Scope m_root;
};

QCoro::Task<std::optional<Failure>> Session::Private::prepare()
{
    auto terms = transportSettings(m_plan);
    if (!terms)
        co_return terms.error();
    m_transport = std::make_unique<Transport>(m_clock, std::move(*terms));
    watchLoop();
    if (m_plan.destination.kind == plan::Destination::Kind::Discard || m_stop.stop_requested())
        co_return std::nullopt;
    Folder::MaybeFolder folder = co_await Folder::open(&m_disk, m_plan.destination);
    if (!folder)
        co_return folder.error();
    m_folder = std::move(*folder);
    co_return std::nullopt;
}

void Session::Private::watchLoop()
{
    m_loop = std::make_unique<LoopMonitor>(
        [transport = m_transport.get()] { return transport->now(); },
        [this](Stamp since) { Q_EMIT m_session->loopStalled(since); });
    m_loop->onBeat = [this] { sampleInFlight(); };
}

void Session::Private::sampleInFlight()
{
    const Stamp since = std::exchange(m_sampled, now());
    if (m_runner)
        m_inFlight += m_runner->inFlight() * (m_sampled - since);
}

QCoro::Task<record::Run> Session::Private::run()
{
    m_isUnderWay = true;
    const std::optional<Failure> failure = co_await prepare();
    if (!failure)
        co_await doAll();
    else if (!m_disk.isGivenUp()) // else it was stopped before anything began
        failAll(*failure);
    m_isUnderWay = false;
    m_guard.requestStop();
    co_await m_guard.join();
    sendBatch();
    record::Run run;
    run.facts = m_recorder.facts(now());
    if (m_loop)
        run.facts.loop = m_loop->loop();
    if (run.facts.elapsed > Stamp())
        run.facts.meanConcurrency = std::chrono::duration<double>(m_inFlight) / run.facts.elapsed;
    run.tasks = m_recorder.ledger().records();
    m_runner.reset();
    m_loop.reset();
    m_transport.reset();
    co_return run;
}

QCoro::Task<> Session::Private::runByItself()
{
    const record::Run run = co_await this->run();
    Q_EMIT m_session->finished(run.facts);
}

QCoro::Task<> Session::Private::doAll()
{
    m_ticker.launch(sendBatches(m_ticker.token()));
    if (m_folder)
        co_await m_folder->survey();
    m_runner = std::make_unique<TaskRunner>(
        TaskRunner::Dependencies{&m_plan, m_clock, m_transport.get(), m_folder.get(), &m_recorder});
    m_runner->setAwaitsMore(m_awaitsMore);
    obeyEarly();
    co_await m_runner->run(m_stop.get_token());
    if (m_folder)
        co_await m_folder->close();
    m_ticker.requestStop();
    co_await m_ticker.join();
}

/// Before anything begins: what is paused by now must not.
void Session::Private::obeyEarly()
{
    m_runner->queueNew();
    for (const auto &[ids, command] : std::exchange(m_early, {}))
        each(ids, command);
}

QCoro::Task<> Session::Private::sendBatches(std::stop_token stop)
{
    bool awake = true;
    while (awake) {
        sendBatch();
        awake = co_await m_clock->sleepFor(batchInterval, stop);
    }
}

void Session::Private::sendBatch()
{
    const record::Batch batch = m_recorder.takeBatch(now());
    const bool isNews = !batch.changed.empty() || batch.facts.holds != m_sent.holds;
    if (!isNews && batch.facts.elapsed - m_sent.elapsed < maxSilence)
        return;
    m_sent = batch.facts;
    Q_EMIT m_session->changed(batch);
}

void Session::Private::failAll(const Failure &failure)
{
    for (int index = 0; index < m_recorder.ledger().size(); ++index) {
        record::TaskRecord record = m_recorder.ledger().at(index);
        record.state = record::TaskState::Failed;
        record.failure = failure;
        m_recorder.set(index, std::move(record));
    }
}

void Session::Private::setAtOnce(int atOnce)
{
    const int lanes = std::clamp(atOnce, 1, plan::maxConcurrency);
    if (lanes == m_plan.atOnce)
        return;
    m_plan.atOnce = lanes;
    if (m_transport) {
        m_transport->setSharers(sharersOf(m_plan));
        m_recorder.noteAtOnce(lanes, now());
    }
    if (!m_runner)
        return;
    if (!m_plan.perHost)
        m_runner->setPerOrigin(lanes);
    m_runner->setAtOnce(lanes);
}

void Session::Private::add(const std::vector<plan::Entry> &entries)
{
    const bool isOver = m_runner && !m_runner->isRunning();
    if (!m_isUnderWay || isOver || m_stop.stop_requested())
        return;
    m_plan.entries.insert(m_plan.entries.end(), entries.begin(), entries.end());
    m_recorder.append(entries, now());
    m_transport->setSharers(sharersOf(m_plan));
    if (m_runner)
        m_runner->queueNew();
}

void Session::Private::setAwaitsMore(bool awaits)
{
    m_awaitsMore = awaits;
    if (m_runner)
        m_runner->setAwaitsMore(awaits);
}

void Session::Private::setTurns(const std::vector<plan::EntryTurn> &turns)
{
    for (const auto &[id, turn] : turns) {
        const int index = m_recorder.ledger().indexOf(id);
        if (index < 0)
            continue;
        m_plan.entries[static_cast<std::size_t>(index)].turn = turn;
        if (m_runner)
            m_runner->takeTurn(index);
    }
}

void Session::Private::requestStop()
{
    m_recorder.noteStopped();
    if (m_isUnderWay && !m_stop.stop_requested())
        m_guard.launch(m_disk.giveUpWhenSilent(m_clock.get(), m_guard.token()));
    m_stop.request_stop();
}

void Session::Private::resumeAfterDiskFull()
{
    if (m_runner)
        m_runner->resumeAfterDiskFull();
}

void Session::Private::each(const QList<int> &ids, Command command)
{
    if (!m_runner && m_isUnderWay)
        m_early.emplace_back(ids, command);
    for (const int id : ids) {
        const int index = m_recorder.ledger().indexOf(id);
        if (m_runner && index >= 0)
            (m_runner.get()->*command)(index);
    }
}

Session::Session(plan::Plan plan, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(std::move(plan), this))
{
    qRegisterMetaType<record::Batch>();
    qRegisterMetaType<record::RunFacts>();
    qRegisterMetaType<std::chrono::nanoseconds>();
}

Session::~Session() = default;

QCoro::Task<record::Run> Session::run()
{
    return d->run();
}

void Session::start()
{
    d->root().launch(d->runByItself());
}

void Session::setAtOnce(int atOnce)
{
    d->setAtOnce(atOnce);
}

void Session::add(const std::vector<plan::Entry> &entries)
{
    d->add(entries);
}

void Session::setAwaitsMore(bool awaits)
{
    d->setAwaitsMore(awaits);
}

void Session::setTurns(const std::vector<plan::EntryTurn> &turns)
{
    d->setTurns(turns);
}

void Session::requestStop()
{
    d->requestStop();
}

void Session::pause(const QList<int> &ids)
{
    d->each(ids, &TaskRunner::pause);
}

void Session::resume(const QList<int> &ids)
{
    d->each(ids, &TaskRunner::resume);
}

void Session::cancel(const QList<int> &ids)
{
    d->each(ids, &TaskRunner::cancel);
}

void Session::retry(const QList<int> &ids)
{
    d->each(ids, &TaskRunner::retry);
}

void Session::resumeAfterDiskFull()
{
    d->resumeAfterDiskFull();
}

} // namespace lapwing::engine
