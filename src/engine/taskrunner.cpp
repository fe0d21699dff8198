// SPDX-License-Identifier: MIT
#include "engine/taskrunner.h"

namespace lapwing::engine {

using record::Cause;
using record::TaskState;
using Interruption = ActiveTask::Interruption;
using Kind = Scheduler::End::Kind;

TaskRunner::TaskRunner(Dependencies dependencies)
    : m_dependencies(std::move(dependencies))
    , m_tasks(m_dependencies.plan, m_dependencies.folder, m_dependencies.recorder)
    , m_retry(m_dependencies.plan->retries)
    , m_scheduler(m_dependencies.plan->atOnce,
                  m_dependencies.plan->perHost.value_or(m_dependencies.plan->atOnce),
                  m_dependencies.clock, [this](int index, Origin origin, std::stop_token stop) {
                      return work(index, std::move(origin), std::move(stop));
                  })
{
}

QCoro::Task<> TaskRunner::run(std::stop_token stop)
{
    queueNew();
    co_await m_scheduler.run(stop);
    m_dependencies.recorder->noteHolds({}, now()); // a stop ends those that go on
    if (m_dependencies.folder != nullptr)
        m_dependencies.folder->setCommitImmediately(true);
    co_await m_work.join();
    co_await cancelAllWaiting();
}

void TaskRunner::queueNew()
{
    m_tasks.planGrew();
    for (; m_queued < static_cast<int>(m_dependencies.plan->entries.size()); ++m_queued) {
        takeTurn(m_queued);
        m_scheduler.add(m_queued, Origin(entryAt(m_queued).url));
    }
    noteHolds();
}

void TaskRunner::tell(ActiveTask *task, const FetchProgress &progress)
{
    task->note(progress);
    keep(*task);
}

QCoro::Task<Scheduler::End> TaskRunner::work(int index, Origin origin, std::stop_token stop)
{
    noteHolds();
    ActiveTask *task = m_tasks.at(index);
    noteHeld(*task, origin);
    task->begin(now(), [this, task](const FetchProgress &progress) { tell(task, progress); });
    keep(*task); // its time counts from now
    End end = co_await workOn(task, std::move(origin), std::move(stop));
    // One that brings no file may be the last too: those that wait for its company need not.
    if (end.kind == Kind::Over && m_dependencies.folder != nullptr && m_scheduler.isLast())
        m_dependencies.folder->setCommitImmediately(true);
    co_return end;
}

QCoro::Task<Scheduler::End> TaskRunner::workOn(ActiveTask *task, Origin origin,
                                               std::stop_token stop)
{
    End end;
    end.at = origin;
    const std::optional<record::Failure> failure = co_await findPlace(task);
    if (failure) {
        co_await fail(task, *failure);
        co_return end;
    }
    if (task->interruption != Interruption::None) { // meanwhile
        end = comeBack(task, std::move(end));
        end = co_await honour(task, std::move(end));
        co_return end;
    }
    if (const QString name = m_tasks.skippedFor(*task); !name.isEmpty()) {
        finishSkipped(task, name);
        co_return end;
    }
    if (const auto there = m_tasks.provenFileOf(*task)) {
        finishAlreadyThere(task, there->name, Proof::Proven, there->provenance.source.total);
        co_return end;
    }
    if (m_tasks.isBarred(*task)) {
        co_await fail(task, make(Cause::NameIsFolder, task->record.name));
        co_return end;
    }
    if (const auto reason = whyClosed(origin, *task)) {
        end = co_await passBy(task, *reason, std::move(end));
        co_return end;
    }
    task->beginAttempt();
    std::stop_callback chain(stop, [source = task->stop]() mutable { source.request_stop(); });
    end = co_await attempt(task, std::move(origin));
    if (end.kind == Kind::Back)
        end = co_await honour(task, std::move(end));
    co_return end;
}

/// Fetches, through redirects to other servers as long as those have room.
QCoro::Task<Scheduler::End> TaskRunner::attempt(ActiveTask *task, Origin origin)
{
    End end;
    end.at = std::move(origin);
    for (;;) {
        task->request.connectWithin.reset();
        if (m_silence.isDoubted(knownAs(end.at, task->request.terms)))
            task->request.connectWithin = Silence::patience;
        FetchResult result = co_await fetch(m_dependencies.transport, task->request,
                                            task->sink.get(), task->stop.get_token());
        task->note(result);
        hear(*task, result);
        if (!result.moved) {
            noteSpeed(*task);
            end = co_await handleResult(task, std::move(result), std::move(end));
            co_return end;
        }
        const Origin next(*result.moved);
        if (const auto reason = whyClosed(next, *task)) {
            end = co_await passBy(task, *reason, std::move(end));
            co_return end;
        }
        if (!m_scheduler.move(end.at, next)) {
            task->waitForRoom(now());
            keepQueued(task);
            end.kind = Kind::Back;
            end.next = next;
            co_return end;
        }
        end.at = next;
    }
}

} // namespace lapwing::engine
