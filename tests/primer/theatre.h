// SPDX-License-Identifier: MIT
#pragma once

#include "async/run.h"
#include "leapingclock.h"
#include "primer/play.h"

#include <QThread>

namespace lapwing::test {

/// Plays scenes in time that is not true, with somebody who types after seven seconds.
class Theatre : public primer::Keyboard {
public:
    [[nodiscard]] primer::StageSetting setting()
    {
        primer::StageSetting setting;
        setting.clock = &clock;
        setting.keyboard = this;
        const auto pass = [this](std::chrono::nanoseconds time, std::stop_token) {
            if (QThread::currentThread() == clock.thread()) // threads take no time here
                clock.advance(time);
            return time;
        };
        setting.compute = pass;
        setting.block = pass;
        return setting;
    }

    [[nodiscard]] primer::Performance play(const primer::Scene &scene)
    {
        return async::run(primer::play(scene, setting()));
    }

    [[nodiscard]] QCoro::Task<std::optional<QString>> line(std::stop_token stop) override
    {
        co_await clock.sleepFor(thinking, stop);
        std::optional<QString> line = typed;
        co_return line;
    }

    [[nodiscard]] std::optional<QString> lineBlocking(std::stop_token) override
    {
        clock.advance(thinking);
        return typed;
    }

    static constexpr std::chrono::seconds thinking{7};
    LeapingClock clock;
    std::optional<QString> typed = QStringLiteral("42");
};

/// By its id, of any lesson.
[[nodiscard]] inline primer::Scene sceneOf(const QString &id)
{
    for (const primer::Lesson &lesson : primer::lessons()) {
        for (const primer::Scene &scene : lesson.scenes) {
            if (id == QLatin1String(scene.id))
                return scene;
        }
    }
    qFatal("no such scene");
}

} // namespace lapwing::test
