// SPDX-License-Identifier: MIT
#include "primer/examples/examples.h"

#include "primer/stagerow.h"

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace lapwing::primer::examples {

// [example]
namespace {

// A subroutine runs from its first line to its last. Its caller goes on only then.
void subroutine(Stage *stage)
{
    StageRow row(stage, u"subroutine"_s);
    row.compute(1s);
    row.block(2s);
    row.compute(1s);
}

// A coroutine can pause in the middle. Its caller goes on meanwhile.
[[nodiscard]] QCoro::Task<> coroutine(Stage *stage)
{
    StageRow row(stage, u"coroutine"_s);
    row.compute(1s);
    co_await row.sleep(2s);
    row.compute(1s);
}

} // namespace

// The main routine is where the program begins and ends.
[[nodiscard]] QCoro::Task<> callsSubroutine(Stage *stage)
{
    StageRow main(stage, u"main"_s);
    subroutine(stage);
    main.compute(1s);
    co_return;
}

[[nodiscard]] QCoro::Task<> callsCoroutine(Stage *stage)
{
    StageRow main(stage, u"main"_s);
    QCoro::Task<> called = coroutine(stage); // comes back at its co_await
    main.compute(1s);
    co_await main.waitFor(std::move(called));
}
// [end]

} // namespace lapwing::primer::examples
