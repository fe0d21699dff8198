// SPDX-License-Identifier: MIT
#include "workbench.h"

#include "cost.h"
#include "demo/deliveries.h"
#include "demo/server.h"
#include "runs.h"
#include "trial/baseline.h"

#include <QStorageInfo>

#include <algorithm>

namespace lapwing::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto tickEvery = 200ms;
/// The summary of a long list costs more: it may take this part of the window's time, no more.
constexpr int restForWork = 20;
/// Fewer lanes than deliveries would show a queue, not what the demo is about.
constexpr int lanesOfDemo = 3;

} // namespace

Workbench::Workbench(double demoScale, QObject *parent) : QObject(parent), m_demoScale(demoScale)
{
    connect(&m_engine.room(), &EngineRoom::changed, this, &Workbench::takeBatch);
    connect(&m_engine.room(), &EngineRoom::finished, this, &Workbench::takeEnd);
    connect(&m_engine.room(), &EngineRoom::demoOpened, this, &Workbench::runDemo);
    connect(&m_engine.room(), &EngineRoom::demoFailed, this, &Workbench::told);
    connect(&m_ticker, &QTimer::timeout, this, &Workbench::tick);
}

bool Workbench::canStart() const
{
    const record::Totals &totals = m_tasks.ledger().totals();
    const int whole = totals.in(record::TaskState::Done) + totals.in(record::TaskState::Unverified);
    return m_activity == Activity::Idle && whole < m_tasks.ledger().size();
}

bool Workbench::canMeasure() const
{
    return m_activity == Activity::Idle && m_together && allHaveFiles(*m_together);
}

bool Workbench::canDemo() const
{
    return m_activity == Activity::Idle && (m_isDemo || isEmpty());
}

Summary Workbench::summary() const
{
    Situation situation;
    situation.together = m_together ? &*m_together : nullptr;
    situation.oneAtATime = m_oneAtATime ? &*m_oneAtATime : nullptr;
    situation.running = m_activity == Activity::Running;
    situation.measuring = m_activity == Activity::Measuring;
    situation.now = now();
    situation.elapsed = liveElapsed();
    situation.totals = m_tasks.ledger().totals();
    return summarise(situation);
}

QString Workbench::costOfMeasuring() const
{
    return canMeasure() ? ui::costOfMeasuring(*m_together, m_freeSpace) : QString();
}

report::Document Workbench::document() const
{
    report::PlanFacts facts;
    facts.entries = static_cast<int>(m_plan.entries.size());
    facts.atOnce = m_plan.atOnce;
    facts.perHost = m_plan.perHost.value_or(m_plan.atOnce);
    const bool discarded = m_plan.destination.kind == plan::Destination::Kind::Discard;
    facts.destination = discarded ? QStringLiteral("discard") : QStringLiteral("folder");
    std::vector<record::Run> runs{*m_together};
    if (m_oneAtATime)
        runs.push_back(*m_oneAtATime);
    return report::makeDocument(facts, std::move(runs), plan::Disclosure::Redacted);
}

void Workbench::add(const plan::Links &links)
{
    if (m_isDemo && m_activity != Activity::Idle) {
        m_pending = links; // what the person brings counts more than the demo
        stop();
        return;
    }
    if (m_isDemo && !links.urls.empty())
        clear();
    const std::size_t before = m_listing.entries().size();
    const plan::Added result = m_listing.add(links);
    const auto &entries = m_listing.entries();
    m_tasks.append({entries.begin() + static_cast<std::ptrdiff_t>(before), entries.end()});
    Q_EMIT changed();
    Q_EMIT added(result);
}

void Workbench::remove(const std::vector<int> &ids)
{
    if (!canEdit())
        return;
    m_listing.remove(ids);
    m_tasks.keep(m_listing.entries());
    Q_EMIT changed();
}

void Workbench::clear()
{
    if (m_activity != Activity::Idle)
        return;
    m_listing.clear();
    m_tasks.clear();
    m_together.reset();
    m_oneAtATime.reset();
    m_isDemo = false;
    Q_EMIT changed();
}

void Workbench::setFolder(const QString &folder)
{
    m_folder = folder;
    const auto tidy = [folder] {
        trial::Baseline::removeLeftovers(folder);
        return true;
    };
    m_errands.run(tidy, [](bool) {});
    Q_EMIT changed();
}

void Workbench::setAtOnce(int atOnce)
{
    m_atOnce = atOnce;
    if (m_activity == Activity::Running)
        m_engine.tell([atOnce](EngineRoom &room) { room.setAtOnce(atOnce); });
}

void Workbench::start()
{
    if (!canStart())
        return;
    m_plan = plan::Plan();
    m_plan.entries = unfinished();
    m_plan.atOnce = m_isDemo ? std::max(m_atOnce, lanesOfDemo) : m_atOnce;
    m_plan.destination.kind =
        m_isDemo ? plan::Destination::Kind::Discard : plan::Destination::Kind::Folder;
    m_plan.destination.folder = m_isDemo ? QString() : m_folder;
    m_oneAtATime.reset();
    m_tasks.queue(m_plan.entries);
    m_together = record::Run();
    begin(Activity::Running, m_plan.entries);
    m_engine.tell([plan = m_plan](EngineRoom &room) { room.run(plan); });
}

void Workbench::startDemo()
{
    if (canDemo())
        m_engine.tell([](EngineRoom &room) { room.openDemo(); });
}

void Workbench::runDemo(const QUrl &address)
{
    if (!canDemo())
        return;
    clear();
    plan::Links links;
    for (const demo::Delivery &delivery : demo::deliveries(m_demoScale))
        links.urls.push_back(demo::linkOf(delivery, address));
    add(links);
    m_isDemo = true;
    Q_EMIT told(
        tr("Three deliveries from a server inside this program. Nothing is written to the disk."));
    start();
}

void Workbench::measure()
{
    if (!canMeasure())
        return;
    m_oneAtATime = record::Run();
    begin(Activity::Measuring, m_plan.entries);
    m_engine.tell([plan = m_plan](EngineRoom &room) { room.measure(plan); });
}

void Workbench::stop()
{
    m_engine.tell([](EngineRoom &room) { room.requestStop(); });
}

void Workbench::begin(Activity activity, const std::vector<plan::Entry> &entries)
{
    m_activity = activity;
    runAtHand().tasks = record::Ledger(entries).records();
    m_clock.start();
    m_lastBatch = {};
    m_ticker.start(tickEvery);
    Q_EMIT changed();
}

void Workbench::takeBatch(const record::Batch &batch)
{
    if (m_activity == Activity::Idle)
        return;
    merge(runAtHand(), batch);
    m_lastBatch = now();
    if (m_activity == Activity::Running)
        m_tasks.apply(batch);
}

void Workbench::takeEnd(const record::RunFacts &facts)
{
    runAtHand().facts = facts;
    const Activity ended = std::exchange(m_activity, Activity::Idle);
    m_ticker.stop();
    if (ended == Activity::Measuring && facts.stopped)
        m_oneAtATime.reset();
    askFreeSpace();
    Q_EMIT changed();
    tellEnd(ended);
    if (m_pending)
        add(*std::exchange(m_pending, std::nullopt));
}

void Workbench::tellEnd(Activity ended)
{
    if (ended == Activity::Measuring && !m_oneAtATime)
        Q_EMIT told(tr("Measuring was stopped: the estimate stands."));
    else if (ended == Activity::Measuring)
        Q_EMIT told(tr("Measured once, after the run together."));
    else if (ended == Activity::Running && m_isDemo && canMeasure())
        Q_EMIT told(tr("Now measure them one at a time, or drop links of your own."));
}

void Workbench::tick()
{
    m_tasks.setNow(now());
    QElapsedTimer work;
    work.start();
    Q_EMIT ticked();
    m_ticker.setInterval(std::max<std::chrono::milliseconds>(
        tickEvery, restForWork * std::chrono::milliseconds(work.elapsed())));
}

void Workbench::askFreeSpace()
{
    m_freeSpace.reset();
    if (m_plan.destination.kind == plan::Destination::Kind::Discard)
        return;
    m_errands.run(
        [folder = m_plan.destination.folder] { return QStorageInfo(folder).bytesAvailable(); },
        [this](qint64 bytes) {
            m_freeSpace = bytes >= 0 ? std::optional(bytes) : std::nullopt;
            Q_EMIT changed();
        });
}

std::vector<plan::Entry> Workbench::unfinished() const
{
    std::vector<plan::Entry> entries;
    std::ranges::copy_if(m_listing.entries(), std::back_inserter(entries),
                         [this](const plan::Entry &entry) {
                             const int row = m_tasks.ledger().indexOf(entry.id);
                             return !record::hasFile(m_tasks.ledger().at(row).state);
                         });
    return entries;
}

record::Run &Workbench::runAtHand()
{
    return m_activity == Activity::Measuring ? *m_oneAtATime : *m_together;
}

record::Stamp Workbench::now() const
{
    return m_clock.isValid() ? record::Stamp(m_clock.nsecsElapsed()) : record::Stamp();
}

/// Batches come only when something changes; in between, the time goes on while a task is active.
record::Stamp Workbench::liveElapsed() const
{
    if (m_activity == Activity::Idle)
        return {};
    const record::Run &run = m_activity == Activity::Measuring ? *m_oneAtATime : *m_together;
    return hasRunning(run) ? run.facts.elapsed + (now() - m_lastBatch) : run.facts.elapsed;
}

} // namespace lapwing::ui
