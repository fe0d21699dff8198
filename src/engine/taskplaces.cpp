// SPDX-License-Identifier: MIT
// Where the file of a task goes, and at which of its addresses it is asked for.
#include "engine/taskrunner.h"

namespace lapwing::engine {
namespace {

using record::Cause;
using record::TaskState;

/// Of these another address brings no other end: this machine is the reason, or the user.
bool canHelpElsewhere(const record::Failure &failure)
{
    switch (failure.cause) {
    case Cause::TooLarge:
    case Cause::DiskFull:
    case Cause::LargerThanDisk:
    case Cause::ProxyLogin:
    case Cause::Cancelled:
    case Cause::Internal:
        return false;
    default:
        return !failure.isLocal();
    }
}

/// Of these nothing is there to go on from.
bool wasWhole(const record::Failure &failure)
{
    return failure.cause == Cause::NotProven || failure.cause == Cause::ChecksumMismatch;
}

} // namespace

/// Its folder, and what is there of its file.
QCoro::Task<std::optional<record::Failure>> TaskRunner::findPlace(ActiveTask *task)
{
    task->stop = std::stop_source();
    task->interruption = ActiveTask::Interruption::None;
    if (m_tasks.wantsFolder(*task)) {
        const std::optional<record::Failure> failure = co_await findFolder(task);
        if (failure)
            co_return failure;
    }
    co_await m_tasks.lookAgain(task);
    co_return std::nullopt;
}

/// True: a part of it is where an earlier run saved, and it goes on there.
QCoro::Task<bool> TaskRunner::goOnWhereBegun(ActiveTask *task)
{
    const QString begunIn = m_tasks.begunIn(*task);
    if (begunIn.isEmpty())
        co_return false;
    const QString way = m_tasks.wayFromBegun(*task);
    Folder *const folder = co_await m_dependencies.folder->elsewhere(begunIn, way);
    if (folder == nullptr || !m_tasks.isBegunIn(*folder, *task))
        co_return false;
    m_tasks.settleIn(task, folder, begunIn);
    co_return true;
}

/// The folder that the list wants for it, below that of the run.
QCoro::Task<std::optional<record::Failure>> TaskRunner::findFolder(ActiveTask *task)
{
    const bool isFound = co_await goOnWhereBegun(task);
    if (isFound)
        co_return std::nullopt;
    const tl::expected<QString, record::Failure> way = m_tasks.wayOf(*task);
    if (!way)
        co_return way.error();
    const tl::expected<Folder *, record::Failure> folder =
        co_await m_dependencies.folder->below(*way);
    if (!folder)
        co_return folder.error();
    m_tasks.settleIn(task, *folder, m_dependencies.plan->destination.folder);
    co_return std::nullopt;
}

/// Leaves the one that was asked, not to come back before `due`, and never without. When the next one may be asked;
/// absent: there is none.
std::optional<Queue::Time> TaskRunner::nextPlace(ActiveTask *task,
                                                 std::optional<Queue::Time> due) const
{
    task->places.leave(due);
    return task->places.moveOn(m_speeds);
}

/// When the task goes on after a failure, and where; absent: it does not.
std::optional<Queue::Time> TaskRunner::whenNext(ActiveTask *task, const FetchResult &result,
                                                const record::Failure &failure,
                                                const Origin &server)
{
    const Queue::Time moment = m_dependencies.clock->now();
    std::optional<std::chrono::milliseconds> wait;
    if (result.mayHaveBeenBlocked) {
        if (!whyClosed(server, *task))
            return moment;
    } else if (!isTooLong(result)) {
        wait = m_retry.waitAfter(failure, task->places.failed(), result.retryAfter,
                                 task->request.terms);
        if (failure.isThrottling())
            backOff(*task, result, wait.value_or(m_dependencies.plan->retries.firstWait));
    }
    std::optional<Queue::Time> due;
    if (wait && !whyClosed(server, *task))
        due = moment + *wait;
    return due || canHelpElsewhere(failure) ? nextPlace(task, due) : std::nullopt;
}

/// The attempt failed; its task goes on at the address that is next, once that is due.
QCoro::Task<Scheduler::End> TaskRunner::goOnLater(ActiveTask *task, record::Failure failure,
                                                  Queue::Time due, End end)
{
    if (wasWhole(failure)) {
        co_await task->sink->discard();
        task->keepOnly(0);
    } else {
        co_await suspendSink(task);
    }
    const Queue::Time moment = m_dependencies.clock->now();
    end.kind = End::Kind::Back;
    end.next = Origin(task->places.url());
    end.due = std::max(due, moment);
    task->isFollowing = false;
    task->record.state = TaskState::Retrying;
    task->record.retryAt = now() + (*end.due - moment);
    task->record.failure = failure;
    task->endAttempt(std::move(failure), now());
    keepQueued(task);
    co_return end;
}

/// All of it came, and is not what was wanted. Of what several servers sent together none is to blame: the last one
/// is asked for all of it.
QCoro::Task<Scheduler::End> TaskRunner::tryElsewhere(ActiveTask *task, record::Failure failure,
                                                     End end)
{
    std::optional<Queue::Time> due;
    if (task->isMixed && failure.cause == Cause::ChecksumMismatch)
        due = m_dependencies.clock->now();
    else if (canHelpElsewhere(failure))
        due = nextPlace(task, std::nullopt);
    if (due)
        end = co_await goOnLater(task, std::move(failure), *due, std::move(end));
    else
        co_await fail(task, std::move(failure));
    co_return end;
}

/// It wants something of a server that is not asked any more.
QCoro::Task<Scheduler::End> TaskRunner::passBy(ActiveTask *task, ClosedServers::Reason reason,
                                               End end)
{
    if (task->isFollowing)
        m_passedBy.insert(task->index, reason.server);
    if (!task->isFollowing
        && task->places.hasMirrors()) { // so that the record has a reason for each address
        task->beginAttempt();
        task->record.attempts.back().start = now();
    }
    const std::optional<Queue::Time> due = nextPlace(task, std::nullopt);
    if (due)
        end = co_await goOnLater(task, std::move(reason.failure), *due, std::move(end));
    else
        co_await refuse(task, std::move(reason));
    co_return end;
}

} // namespace lapwing::engine
