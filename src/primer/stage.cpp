// SPDX-License-Identifier: MIT
#include "primer/stage.h"

#include "demo/deliveries.h"
#include "primer/work.h"

#include <QThread>

#include <algorithm>

namespace lapwing::primer {

using std::chrono::milliseconds;

Stage::Stage(StageSetting setting) : m_setting(std::move(setting)), m_begun(m_setting.clock->now())
{
    if (!m_setting.compute)
        m_setting.compute = &computeFor;
    if (!m_setting.block)
        m_setting.block = &blockFor;
    m_threads.setMaxThreadCount(std::max(2, QThread::idealThreadCount()));
}

Moment Stage::now() const
{
    const std::chrono::duration<double, std::nano> passed = m_setting.clock->now() - m_begun;
    return Moment(qRound64(passed.count() / m_setting.scale));
}

milliseconds Stage::scaled(milliseconds time) const
{
    return milliseconds(qRound64(static_cast<double>(time.count()) * m_setting.scale));
}

QUrl Stage::linkOf(const QString &name, milliseconds time) const
{
    return demo::linkOf({name, scaled(time)}, m_server);
}

void Stage::compute(milliseconds time)
{
    if (++m_computing > QThread::idealThreadCount())
        m_isCrowded = true;
    const milliseconds wanted = scaled(time);
    if (m_setting.compute(wanted, m_setting.stop) > wanted + wanted / 10 + usualLateness)
        m_wasStarved = true;
    --m_computing;
}

void Stage::block(milliseconds time) const
{
    m_setting.block(scaled(time), m_setting.stop);
}

void Stage::answer(const Sum &sum)
{
    if (m_setting.stop.stop_requested()) // nobody was asked to the end
        return;
    m_sum = sum;
    if (m_setting.tellSum)
        m_setting.tellSum(sum);
}

void Stage::fail(const record::Failure &failure)
{
    if (!m_failure && !m_setting.stop.stop_requested())
        m_failure = failure;
}

void Stage::note(StageEvent event)
{
    if (m_setting.tell)
        m_setting.tell(event);
    m_events.push_back(std::move(event));
}

} // namespace lapwing::primer
