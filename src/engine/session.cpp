// SPDX-License-Identifier: MIT
#include "engine/session.h"

#include "async/scope.h"
#include "engine/distinctnames.h"
#include "engine/fetch.h"
#include "engine/folder.h"
#include "engine/lanes.h"
#include "engine/logbook.h"
#include "engine/loopmonitor.h"

#include <QFileInfo>

#include <algorithm>
#include <unordered_map>

namespace lapwing::engine {
namespace {

using record::Stamp;
using record::TaskState;

constexpr std::chrono::milliseconds batchInterval{100};

/// A task under way.
struct Errand {
    int index;
    record::TaskRecord record;
    FetchRequest request;
    std::unique_ptr<Sink> sink;
};

} // namespace

class Session::Private {
public:
    Private(plan::Plan plan, Session *session)
        : m_session(session)
        , m_plan(std::move(plan))
        , m_names(distinctNames(m_plan.entries))
        , m_logbook(m_plan, QDateTime::currentDateTime())
        , m_lanes(m_plan.atOnce, m_plan.perHost.value_or(m_plan.atOnce),
                  [this](int index, Origin origin, std::stop_token stop) {
                      return work(index, origin, stop);
                  })
    {
    }

    [[nodiscard]] QCoro::Task<record::Run> run();
    [[nodiscard]] QCoro::Task<> runByItself();
    void setAtOnce(int atOnce);
    void requestStop();
    async::Scope &root() { return m_root; }

private:
    [[nodiscard]] std::optional<record::Failure> prepare();
    [[nodiscard]] QCoro::Task<> doAll();
    [[nodiscard]] QCoro::Task<> sendBatches(std::stop_token stop);
    [[nodiscard]] QCoro::Task<Lanes::End> work(int index, Origin origin, std::stop_token stop);
    [[nodiscard]] QCoro::Task<> conclude(Errand *errand, FetchResult result);
    [[nodiscard]] QCoro::Task<> commit(Errand *errand, Proof proof);
    [[nodiscard]] QCoro::Task<> fail(Errand *errand, record::Failure failure);
    [[nodiscard]] QCoro::Task<> cancelWaiting();
    [[nodiscard]] Errand *errandFor(int index);
    void failAll(const record::Failure &failure);
    /// How many tasks divide the bytes in flight: a short list leaves more for each.
    [[nodiscard]] int sharers() const
    {
        return std::min(m_plan.atOnce, static_cast<int>(m_plan.entries.size()));
    }
    void tell(Errand *errand, const Progress &progress);
    void end(Errand *errand, TaskState state);
    void keep(const Errand &errand)
    {
        m_logbook.set(errand.index, errand.record, m_transport->now());
    }
    void sendBatch();

    Session *m_session;
    plan::Plan m_plan;
    QStringList m_names;
    std::shared_ptr<async::Clock> m_clock = std::make_shared<async::SteadyClock>();
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<Folder> m_folder; ///< null when the bytes are discarded
    Logbook m_logbook;
    LoopMonitor m_loop;
    Lanes m_lanes;
    std::unordered_map<int, std::unique_ptr<Errand>> m_underWay; ///< by index
    std::stop_source m_stop;
    async::Scope m_commits;
    async::Scope m_ticker;
    async::Scope m_root;
};

std::optional<record::Failure> Session::Private::prepare()
{
    QList<QSslCertificate> trusted;
    if (!m_plan.caCertificateFile.isEmpty()) {
        trusted = QSslCertificate::fromPath(m_plan.caCertificateFile);
        if (trusted.isEmpty()) {
            const QString file = QFileInfo(m_plan.caCertificateFile).fileName();
            return make(record::Cause::TlsFailed, QStringLiteral("no certificate in %1").arg(file));
        }
    }
    m_transport = std::make_unique<Transport>(m_clock, m_plan.patience, sharers(), trusted);
    if (m_plan.destination.kind == plan::Destination::Kind::Discard)
        return std::nullopt;
    auto folder = Folder::open(m_plan.destination.folder, m_plan.destination.keepFiles);
    if (!folder)
        return folder.error();
    m_folder = std::move(*folder);
    return std::nullopt;
}

QCoro::Task<record::Run> Session::Private::run()
{
    const std::optional<record::Failure> failure = prepare();
    if (failure)
        failAll(*failure);
    else
        co_await doAll();
    sendBatch();
    record::Run run;
    run.facts = m_logbook.facts(m_transport ? m_transport->now() : Stamp());
    run.facts.loopStill = m_loop.longestStill();
    run.tasks = m_logbook.ledger().records();
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
    for (int index = 0; index < static_cast<int>(m_plan.entries.size()); ++index)
        m_lanes.add(index, Origin(m_plan.entries[static_cast<std::size_t>(index)].url));
    co_await m_lanes.run(m_stop.get_token());
    co_await cancelWaiting();
    if (m_folder)
        m_folder->setEager(true); // nobody else is coming: what waits for company need not
    co_await m_commits.join();
    if (m_folder)
        co_await m_folder->close();
    m_ticker.requestStop();
    co_await m_ticker.join();
}

QCoro::Task<> Session::Private::sendBatches(std::stop_token stop)
{
    bool goOn = true;
    while (goOn) {
        sendBatch();
        goOn = co_await m_clock->sleepFor(batchInterval, stop);
    }
}

void Session::Private::sendBatch()
{
    const record::Batch batch = m_logbook.takeBatch(m_transport ? m_transport->now() : Stamp());
    if (!batch.changed.empty())
        Q_EMIT m_session->changed(batch);
}

void Session::Private::failAll(const record::Failure &failure)
{
    for (int index = 0; index < m_logbook.ledger().size(); ++index) {
        record::TaskRecord record = m_logbook.ledger().at(index);
        record.state = TaskState::Failed;
        record.failure = failure;
        m_logbook.set(index, std::move(record), {});
    }
}

Errand *Session::Private::errandFor(int index)
{
    std::unique_ptr<Errand> &errand = m_underWay[index];
    if (errand)
        return errand.get();
    const plan::Entry &entry = m_plan.entries[static_cast<std::size_t>(index)];
    errand.reset(new Errand{index, m_logbook.ledger().at(index), FetchRequest(entry), nullptr});
    if (m_folder)
        errand->sink = m_folder->sinkFor(m_names.at(index));
    else
        errand->sink = std::make_unique<DiscardingSink>();
    errand->request.tell = [this, it = errand.get()](const Progress &progress) {
        tell(it, progress);
    };
    errand->record.start = m_transport->now();
    return errand.get();
}

void Session::Private::tell(Errand *errand, const Progress &progress)
{
    errand->record.state = progress.state;
    errand->record.bytes = progress.attempt.bytes;
    errand->record.size = progress.size;
    errand->record.status = progress.status;
    errand->record.attempts.assign(1, progress.attempt);
    keep(*errand);
}

QCoro::Task<Lanes::End> Session::Private::work(int index, Origin origin, std::stop_token stop)
{
    Errand *errand = errandFor(index);
    Lanes::End end;
    end.at = origin;
    for (;;) {
        FetchResult result =
            co_await fetch(m_transport.get(), errand->request, errand->sink.get(), stop);
        errand->record.attempts.assign(1, result.attempt);
        if (!result.moved) {
            co_await conclude(errand, std::move(result));
            co_return end;
        }
        errand->request.url = *result.moved;
        errand->request.soFar = result.attempt;
        const Origin next(*result.moved);
        if (!m_lanes.move(end.at, next)) {
            errand->record.state = TaskState::Queued;
            keep(*errand);
            end.backAt = next;
            co_return end;
        }
        end.at = next;
    }
}

QCoro::Task<> Session::Private::conclude(Errand *errand, FetchResult result)
{
    errand->record.status = result.status;
    errand->record.size = result.size;
    errand->record.bytes = result.attempt.bytes;
    errand->record.protocol = result.protocol;
    if (!result.proof) {
        co_await fail(errand, *result.attempt.failure);
        co_return;
    }
    errand->record.state = TaskState::Committing;
    keep(*errand);
    // The lane is for the network: it goes on, unless the disk falls far behind.
    if (m_folder && m_folder->isCrowded())
        co_await commit(errand, *result.proof);
    else
        m_commits.launch(commit(errand, *result.proof));
}

QCoro::Task<> Session::Private::commit(Errand *errand, Proof proof)
{
    Committed committed = co_await errand->sink->commit();
    if (committed) {
        errand->record.path = *committed;
        if (!m_plan.destination.keepFiles)
            errand->record.path.clear();
        end(errand, proof == Proof::Proven ? TaskState::Done : TaskState::Unverified);
    } else {
        errand->record.failure = committed.error();
        end(errand, TaskState::Failed);
    }
}

QCoro::Task<> Session::Private::fail(Errand *errand, record::Failure failure)
{
    co_await errand->sink->discard();
    const bool cancelled = failure.code == make(record::Cause::Cancelled).code;
    errand->record.failure = std::move(failure);
    end(errand, cancelled ? TaskState::Cancelled : TaskState::Failed);
}

/// After a stop: what had begun and went back to the queue.
QCoro::Task<> Session::Private::cancelWaiting()
{
    std::vector<Errand *> waiting;
    for (const auto &[index, errand] : m_underWay) {
        if (errand->record.state == TaskState::Queued)
            waiting.push_back(errand.get());
    }
    for (Errand *errand : waiting)
        co_await fail(errand, make(record::Cause::Cancelled));
}

void Session::Private::end(Errand *errand, TaskState state)
{
    const Stamp now = m_transport->now();
    errand->record.state = state;
    errand->record.end = now;
    record::Attempt &last = errand->record.attempts.back();
    last.end = now;
    last.failure = errand->record.failure;
    keep(*errand);
    m_underWay.erase(errand->index);
}

void Session::Private::setAtOnce(int atOnce)
{
    const int lanes = std::clamp(atOnce, 1, plan::highestAtOnce);
    if (lanes == m_plan.atOnce)
        return;
    m_plan.atOnce = lanes;
    if (m_transport) {
        m_transport->setAtOnce(sharers());
        m_logbook.noteAtOnce(lanes, m_transport->now());
    }
    if (!m_plan.perHost)
        m_lanes.setPerOrigin(lanes);
    m_lanes.setAtOnce(lanes);
}

void Session::Private::requestStop()
{
    m_logbook.noteStopped();
    m_stop.request_stop();
}

Session::Session(plan::Plan plan, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(std::move(plan), this))
{
    qRegisterMetaType<record::Batch>();
    qRegisterMetaType<record::RunFacts>();
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

void Session::requestStop()
{
    d->requestStop();
}

} // namespace lapwing::engine
