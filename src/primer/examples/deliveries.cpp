// SPDX-License-Identifier: MIT
#include "primer/examples/examples.h"

#include "async/gather.h"
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

// 5 + 3 + 4 = 12 seconds
[[nodiscard]] QCoro::Task<> deliveriesInTurn(Stage *stage)
{
    co_await deliver(stage, u"A"_s, 5s);
    co_await deliver(stage, u"B"_s, 3s);
    co_await deliver(stage, u"C"_s, 4s);
}

// 5 seconds, as long as the longest
[[nodiscard]] QCoro::Task<> deliveriesTogether(Stage *stage)
{
    std::vector<QCoro::Task<>> all;
    all.push_back(deliver(stage, u"A"_s, 5s));
    all.push_back(deliver(stage, u"B"_s, 3s));
    all.push_back(deliver(stage, u"C"_s, 4s));
    co_await async::gather(std::move(all));
}
// [end]

} // namespace lapwing::primer::examples
