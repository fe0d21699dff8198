// SPDX-License-Identifier: MIT
#include "primer/examples/examples.h"

#include "async/gather.h"
#include "primer/stagerow.h"

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace lapwing::primer::examples {

// [example]
namespace {

// I/O-bound: it mostly waits. While it awaits, the loop is free for others.
[[nodiscard]] QCoro::Task<> download(Stage *stage, QString name)
{
    StageRow row(stage, name);
    co_await row.sleep(2s);
}

// Blocking: it waits without await. The loop does nothing, and nobody else can use it.
[[nodiscard]] QCoro::Task<> block(Stage *stage, QString name)
{
    StageRow row(stage, name);
    row.block(2s);
    co_return;
}

// CPU-bound: it mostly computes. There is nothing to await, and the loop is busy.
[[nodiscard]] QCoro::Task<> compute(Stage *stage, QString name)
{
    StageRow row(stage, name);
    row.compute(2s);
    co_return;
}

// CPU-bound on a thread: the loop is free, and a second processor can help.
[[nodiscard]] QCoro::Task<> computeOnThread(Stage *stage, QString name)
{
    StageRow row(stage, name);
    co_await row.computeOnThread(2s);
}

} // namespace

[[nodiscard]] QCoro::Task<> ioBound(Stage *stage)
{
    std::vector<QCoro::Task<>> all;
    all.push_back(download(stage, u"A"_s));
    all.push_back(download(stage, u"B"_s));
    co_await async::gather(std::move(all));
}

[[nodiscard]] QCoro::Task<> blocking(Stage *stage)
{
    std::vector<QCoro::Task<>> all;
    all.push_back(block(stage, u"A"_s));
    all.push_back(block(stage, u"B"_s));
    co_await async::gather(std::move(all));
}

[[nodiscard]] QCoro::Task<> cpuBound(Stage *stage)
{
    std::vector<QCoro::Task<>> all;
    all.push_back(compute(stage, u"A"_s));
    all.push_back(compute(stage, u"B"_s));
    co_await async::gather(std::move(all));
}
[[nodiscard]] QCoro::Task<> cpuBoundOnThreads(Stage *stage)
{
    std::vector<QCoro::Task<>> all;
    all.push_back(computeOnThread(stage, u"A"_s));
    all.push_back(computeOnThread(stage, u"B"_s));
    co_await async::gather(std::move(all));
}
// [end]

} // namespace lapwing::primer::examples
