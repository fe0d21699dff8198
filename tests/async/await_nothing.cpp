// SPDX-License-Identifier: MIT
// Meant not to compile; see CMakeLists.txt.
#include "async/awaitable.h"

static_assert(lapwing::async::Awaitable<QCoro::Task<int>>);
static_assert(!lapwing::async::Awaitable<int>);

[[nodiscard]] QCoro::Task<> awaitNothing()
{
    int nothing = 7;
    co_await nothing;
}
