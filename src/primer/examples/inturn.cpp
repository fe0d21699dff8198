// SPDX-License-Identifier: MIT
#include "primer/examples/examples.h"

#include "primer/stagerow.h"

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace lapwing::primer::examples {

// [example]
namespace {

[[nodiscard]] QCoro::Task<> deliver(Stage *stage, QString name, milliseconds time)
{
    StageRow row(stage, name);
    co_await row.sleep(time);
}

} // namespace

// Two calls: B is called when A is here. 3 + 2 = 5 seconds.
[[nodiscard]] QCoro::Task<> twoCalls(Stage *stage)
{
    StageRow main(stage, u"main"_s);
    co_await main.waitFor(deliver(stage, u"A"_s, 3s));
    co_await main.waitFor(deliver(stage, u"B"_s, 2s));
}

// Two tasks: both run before the first is awaited. 3 seconds, the longer of the two.
[[nodiscard]] QCoro::Task<> twoTasks(Stage *stage)
{
    StageRow main(stage, u"main"_s);
    QCoro::Task<> a = deliver(stage, u"A"_s, 3s);
    QCoro::Task<> b = deliver(stage, u"B"_s, 2s);
    co_await main.waitFor(std::move(a));
    co_await main.waitFor(std::move(b));
}
// [end]

} // namespace lapwing::primer::examples
