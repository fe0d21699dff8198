// SPDX-License-Identifier: MIT
#include "primer/lessonrunner.h"

#include "async/future.h"
#include "async/run.h"

#include <QEventLoop>

namespace lapwing::ui {

LessonRunner::LessonRunner(QLineEdit *field) : m_field(field)
{
    m_thread.setMaxThreadCount(1);
}

/// A stop ends every wait at once, but what waits on this loop hears of it from this loop only.
LessonRunner::~LessonRunner()
{
    stop();
    QEventLoop loop;
    while (isRunning())
        loop.processEvents(QEventLoop::ExcludeUserInputEvents | QEventLoop::WaitForMoreEvents);
}

void LessonRunner::run(const primer::Lesson &lesson, double scale)
{
    Q_ASSERT(!isRunning());
    m_lesson = &lesson;
    m_scale = scale;
    m_scenes.clear();
    m_stop = std::stop_source();
    m_scope.launch(playAll(&lesson, m_stop.get_token()));
}

primer::Moment LessonRunner::timeOf(const SceneRun &scene) const
{
    if (scene.performance)
        return scene.performance->elapsed;
    const std::chrono::duration<double, std::nano> passed = m_clock.now() - scene.begun;
    return primer::Moment(qRound64(passed.count() / m_scale));
}

QCoro::Task<> LessonRunner::playAll(const primer::Lesson *lesson, std::stop_token stop)
{
    for (const primer::Scene &scene : lesson->scenes) {
        begin(scene);
        primer::Performance performance = co_await play(scene, stop);
        if (!finish(std::move(performance)))
            break;
    }
    // Once this coroutine has ended, and not before.
    QMetaObject::invokeMethod(this, &LessonRunner::ended, Qt::QueuedConnection);
}

QCoro::Task<primer::Performance> LessonRunner::play(primer::Scene scene, std::stop_token stop)
{
    primer::StageSetting setting = settingFor(stop);
    if (scene.awaitsKeyboard)
        return primer::play(scene, std::move(setting));
    auto work = [scene, setting = std::move(setting)] {
        return async::run(primer::play(scene, setting));
    };
    return async::result(async::onPool(&m_thread, std::move(work)));
}

primer::StageSetting LessonRunner::settingFor(const std::stop_token &stop)
{
    primer::StageSetting setting;
    setting.clock = &m_clock;
    setting.scale = m_scale;
    setting.keyboard = &m_field;
    // What is on its way when a scene ends does not belong to the next one.
    const std::size_t number = m_begun;
    setting.tell = [this, number](const primer::StageEvent &event) {
        QMetaObject::invokeMethod(
            this, [this, number, event] { take(number, event); }, Qt::QueuedConnection);
    };
    setting.tellSum = [this, number](const primer::Sum &sum) {
        QMetaObject::invokeMethod(
            this, [this, number, sum] { takeSum(number, sum); }, Qt::QueuedConnection);
    };
    setting.stop = stop;
    return setting;
}

void LessonRunner::begin(const primer::Scene &scene)
{
    SceneRun run;
    ++m_begun;
    run.scene = scene;
    run.begun = m_clock.now();
    m_scenes.push_back(std::move(run));
    Q_EMIT sceneBegan();
}

void LessonRunner::take(std::size_t number, const primer::StageEvent &event)
{
    if (number == m_begun && !m_scenes.empty() && !m_scenes.back().performance)
        m_scenes.back().events.push_back(event);
}

void LessonRunner::takeSum(std::size_t number, const primer::Sum &sum)
{
    if (number != m_begun || m_scenes.empty())
        return;
    m_scenes.back().sum = sum;
    Q_EMIT sumKnown();
}

bool LessonRunner::finish(primer::Performance performance)
{
    SceneRun &scene = m_scenes.back();
    scene.events = performance.events;
    scene.sum = performance.sum;
    const bool goesOn = !performance.isStopped && !performance.failure
        && (!performance.sum || performance.sum->has_value());
    scene.performance = std::move(performance);
    return goesOn;
}

} // namespace lapwing::ui
