// SPDX-License-Identifier: MIT
#pragma once

namespace lapwing::test {

/// For QTRY_..._WITH_TIMEOUT: only a failure waits so long.
constexpr int longestWait = 20'000;

} // namespace lapwing::test
