// SPDX-License-Identifier: MIT
#include "primer/stagerow.h"

#include "async/future.h"

namespace lapwing::primer {

using std::chrono::milliseconds;

StageRow::StageRow(Stage *stage, const QString &name)
    : m_stage(stage), m_row(stage->addRow()), m_name(name)
{
    note(Doing::Runs);
}

StageRow::~StageRow()
{
    note(Doing::Ended);
}

void StageRow::note(Doing doing, std::optional<Moment> due)
{
    StageEvent event;
    event.row = m_row;
    event.name = m_name;
    event.doing = doing;
    event.at = m_stage->now();
    event.due = due;
    m_stage->note(std::move(event));
}

QCoro::Task<> StageRow::sleep(milliseconds time)
{
    note(Doing::Waits, m_stage->now() + time);
    co_await m_stage->clock()->sleepFor(m_stage->scaled(time), m_stage->stop());
    note(Doing::Runs);
}

QCoro::Task<> StageRow::waitFor(async::Event *event)
{
    note(Doing::Waits);
    co_await *event;
    note(Doing::Runs);
}

QCoro::Task<std::optional<QString>> StageRow::line()
{
    note(Doing::Waits);
    std::optional<QString> typed = co_await m_stage->keyboard()->line(m_stage->stop());
    note(Doing::Runs);
    co_return typed;
}

QCoro::Task<> StageRow::computeOnThread(milliseconds time)
{
    auto work = [stage = m_stage, time] { stage->compute(time); };
    co_await waitFor(async::onPool(m_stage->threads(), std::move(work)));
}

void StageRow::compute(milliseconds time)
{
    note(Doing::Computes);
    m_stage->compute(time);
    note(Doing::Runs);
}

void StageRow::block(milliseconds time)
{
    note(Doing::Blocks);
    m_stage->block(time);
    note(Doing::Runs);
}

std::optional<QString> StageRow::lineBlocking()
{
    note(Doing::Blocks);
    std::optional<QString> typed = m_stage->keyboard()->lineBlocking(m_stage->stop());
    note(Doing::Runs);
    return typed;
}

} // namespace lapwing::primer
