// SPDX-License-Identifier: MIT
#include "primer/examples/examples.h"

#include "primer/stagerow.h"

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace lapwing::primer::examples {

// [example]
namespace {

// Synchronous: when the call returns, the food is ready.
void boil(Stage *stage, const QString &name, milliseconds time)
{
    StageRow row(stage, name);
    row.block(time);
}

// Asynchronous: the call returns at once, and the food goes on cooking.
[[nodiscard]] QCoro::Task<> boilMeanwhile(Stage *stage, QString name, milliseconds time)
{
    StageRow row(stage, name);
    co_await row.sleep(time);
}

} // namespace

[[nodiscard]] QCoro::Task<> synchronous(Stage *stage)
{
    boil(stage, u"soup"_s, 3s);
    boil(stage, u"rice"_s, 2s);
    co_return;
}

[[nodiscard]] QCoro::Task<> asynchronous(Stage *stage)
{
    QCoro::Task<> soup = boilMeanwhile(stage, u"soup"_s, 3s);
    QCoro::Task<> rice = boilMeanwhile(stage, u"rice"_s, 2s);
    co_await soup;
    co_await rice;
}
// [end]

} // namespace lapwing::primer::examples
