// SPDX-License-Identifier: MIT
#include "primer/examples/examples.h"

#include "async/future.h"
#include "primer/stagerow.h"

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace lapwing::primer::examples {

// [example]
namespace {

// What may be awaited: a task, a future, an event. A number is none of them: that does not compile.
static_assert(async::Awaitable<QCoro::Task<>>);
static_assert(async::Awaitable<QFuture<void>>);
static_assert(async::Awaitable<async::Event>);
static_assert(!async::Awaitable<int>);

[[nodiscard]] QCoro::Task<> coroutine(Stage *stage)
{
    StageRow row(stage, u"coroutine"_s);
    co_await row.sleep(1s);
}

[[nodiscard]] QCoro::Task<> ring(Stage *stage, async::Event *bell)
{
    StageRow row(stage, u"ring"_s);
    co_await row.sleep(1s);
    bell->set();
}

} // namespace

[[nodiscard]] QCoro::Task<> awaits(Stage *stage)
{
    StageRow main(stage, u"main"_s);
    co_await main.sleep(1s); // a time

    co_await main.waitFor(coroutine(stage)); // a task

    auto work = [stage] { stage->compute(1s); };
    co_await main.waitFor(async::onPool(stage->threads(), std::move(work))); // a future

    async::Event bell;
    QCoro::Task<> ringing = ring(stage, &bell);
    co_await main.waitFor(&bell); // an event
    co_await ringing;
}
// [end]

} // namespace lapwing::primer::examples
