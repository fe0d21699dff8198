// SPDX-License-Identifier: MIT
#include "primer/examples/examples.h"

#include "async/future.h"
#include "primer/stagerow.h"

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace lapwing::primer::examples {

// [example]
namespace {

// The coroutine is the function. Nothing of it runs before it is called.
[[nodiscard]] QCoro::Task<int> count(Stage *stage)
{
    StageRow row(stage, u"count"_s);
    co_await row.sleep(2s);
    co_return 42;
}

} // namespace

// A task is one call of it, which runs from then on. The value comes with co_await.
[[nodiscard]] QCoro::Task<> taskMeanwhile(Stage *stage)
{
    StageRow main(stage, u"main"_s);
    QCoro::Task<int> task = count(stage);
    co_await main.sleep(1s); // something else
    [[maybe_unused]] const int fortyTwo = co_await main.waitFor(std::move(task));
}

// A future is a value that somebody else will provide: here, a thread.
[[nodiscard]] QCoro::Task<> futureMeanwhile(Stage *stage)
{
    StageRow main(stage, u"main"_s);
    auto work = [stage] {
        stage->compute(2s);
        return 42;
    };
    QFuture<int> future = async::onPool(stage->threads(), std::move(work));
    co_await main.sleep(1s); // something else
    [[maybe_unused]] const int fortyTwo = co_await main.waitFor(std::move(future));
}
// [end]

} // namespace lapwing::primer::examples
