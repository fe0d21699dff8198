// SPDX-License-Identifier: MIT
#include "primer/examples/examples.h"

#include "async/gather.h"
#include "primer/stagerow.h"

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace lapwing::primer::examples {

// [example]
namespace {

// On its way from street to street, so that one sees whether it moves.
[[nodiscard]] QCoro::Task<> deliver(Stage *stage, QString name, int streets)
{
    StageRow row(stage, name);
    for (int street = 0; street < streets; ++street)
        co_await row.sleep(500ms);
}

// The keyboard is awaited: the deliveries go on while you think.
[[nodiscard]] QCoro::Task<> addHundred(Stage *stage)
{
    StageRow row(stage, u"number"_s);
    const std::optional<QString> typed = co_await row.line();
    stage->answer(plusHundred(typed));
}

// The same with a call that blocks: nothing moves until you press Return.
[[nodiscard]] QCoro::Task<> addHundredBlocking(Stage *stage)
{
    StageRow row(stage, u"number"_s);
    const std::optional<QString> typed = row.lineBlocking();
    stage->answer(plusHundred(typed));
    co_return;
}

} // namespace

[[nodiscard]] QCoro::Task<> numberAwaited(Stage *stage)
{
    std::vector<QCoro::Task<>> all;
    all.push_back(deliver(stage, u"A"_s, 10));
    all.push_back(deliver(stage, u"B"_s, 6));
    all.push_back(deliver(stage, u"C"_s, 8));
    all.push_back(addHundred(stage));
    co_await async::gather(std::move(all));
}

[[nodiscard]] QCoro::Task<> numberBlocking(Stage *stage)
{
    std::vector<QCoro::Task<>> all;
    all.push_back(deliver(stage, u"A"_s, 10));
    all.push_back(deliver(stage, u"B"_s, 6));
    all.push_back(deliver(stage, u"C"_s, 8));
    all.push_back(addHundredBlocking(stage));
    co_await async::gather(std::move(all));
}
// [end]

} // namespace lapwing::primer::examples
