// SPDX-License-Identifier: MIT
#include "primer/examples/examples.h"

#include "async/gather.h"
#include "async/run.h"
#include "primer/stagerow.h"

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace lapwing::primer::examples {

// [example]
namespace {

// sleep: a pause in which the loop is free.
[[nodiscard]] QCoro::Task<int> sleeper(Stage *stage, QString name, milliseconds time, int value)
{
    StageRow row(stage, name);
    co_await row.sleep(time);
    co_return value;
}

// gather: all run together, and their values come in the order in which they were given.
[[nodiscard]] QCoro::Task<int> gathered(Stage *stage)
{
    std::vector<QCoro::Task<int>> all;
    all.push_back(sleeper(stage, u"A"_s, 3s, 1));
    all.push_back(sleeper(stage, u"B"_s, 1s, 2));
    all.push_back(sleeper(stage, u"C"_s, 2s, 3));
    const std::vector<int> values = co_await async::gather(std::move(all));
    co_return values[0] * 100 + values[1] * 10 + values[2]; // 123, although B was here first
}

} // namespace

// run: starts a loop, runs the coroutine on it, and gives its value. It is for main().
int runTools(Stage *stage)
{
    return async::run(gathered(stage));
}
// [end]

[[nodiscard]] QCoro::Task<> tools(Stage *stage)
{
    co_await gathered(stage);
}

} // namespace lapwing::primer::examples
