// SPDX-License-Identifier: MIT
#include "primer/play.h"

#include "demo/server.h"

namespace lapwing::primer {

QCoro::Task<Performance> play(Scene scene, StageSetting setting)
{
    std::optional<demo::Server> server;
    Performance performance;
    if (scene.isFetching) {
        server.emplace();
        if (!server->listen()) {
            performance.failure =
                record::make(record::Cause::ConnectionRefused, server->errorString());
            co_return performance;
        }
    }
    Stage stage(std::move(setting));
    if (server)
        stage.setServer(server->address());
    co_await scene.play(&stage);
    performance.elapsed = stage.now();
    performance.events = stage.events();
    performance.sum = stage.sum();
    performance.failure = stage.failure();
    performance.isStopped = stage.stop().stop_requested();
    performance.wasStarved = stage.wasStarved();
    co_return performance;
}

QStringList endsOf(const std::vector<StageEvent> &events)
{
    QStringList names;
    for (const StageEvent &event : events) {
        if (event.doing == Doing::Ended)
            names << event.name;
    }
    return names;
}

} // namespace lapwing::primer
