// SPDX-License-Identifier: MIT
#include "primer/examples/examples.h"

#include "async/gather.h"
#include "engine/http/fetch.h"
#include "primer/stagerow.h"

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace lapwing::primer::examples {

namespace {

engine::FetchRequest requestFor(const QUrl &link)
{
    plan::Entry entry;
    entry.id = 1;
    entry.url = link;
    return engine::FetchRequest(std::move(entry));
}

} // namespace

// [example]
namespace {

// The file comes from a server inside this program, as slowly as `time` says.
[[nodiscard]] QCoro::Task<> download(Stage *stage, engine::Transport *transport, QString name,
                                     milliseconds time)
{
    StageRow row(stage, name);
    engine::DiscardingSink sink;
    const engine::FetchRequest request = requestFor(stage->linkOf(name, time));
    const engine::FetchResult result =
        co_await row.waitFor(engine::fetch(transport, request, &sink, stage->stop()));
    if (result.attempt.failure)
        stage->fail(*result.attempt.failure);
}

} // namespace

[[nodiscard]] QCoro::Task<> fetchInTurn(Stage *stage)
{
    engine::Transport transport(std::make_shared<async::SteadyClock>());
    co_await download(stage, &transport, u"A"_s, 3s);
    co_await download(stage, &transport, u"B"_s, 2s);
}

[[nodiscard]] QCoro::Task<> fetchTogether(Stage *stage)
{
    engine::Transport transport(std::make_shared<async::SteadyClock>());
    std::vector<QCoro::Task<>> all;
    all.push_back(download(stage, &transport, u"A"_s, 3s));
    all.push_back(download(stage, &transport, u"B"_s, 2s));
    co_await async::gather(std::move(all));
}
// [end]

} // namespace lapwing::primer::examples
