// SPDX-License-Identifier: MIT
#pragma once

#include <QCoroTask>

namespace lapwing::primer {
class Stage;
}

/// The programs of the lessons. What stands between the marks in a file is shown beside its lesson.
namespace lapwing::primer::examples {

// bound.cpp
[[nodiscard]] QCoro::Task<> ioBound(Stage *stage);
[[nodiscard]] QCoro::Task<> cpuBound(Stage *stage);
[[nodiscard]] QCoro::Task<> cpuBoundOnThreads(Stage *stage);
[[nodiscard]] QCoro::Task<> blocking(Stage *stage);

// synchronous.cpp
[[nodiscard]] QCoro::Task<> synchronous(Stage *stage);
[[nodiscard]] QCoro::Task<> asynchronous(Stage *stage);

// routines.cpp
[[nodiscard]] QCoro::Task<> callsSubroutine(Stage *stage);
[[nodiscard]] QCoro::Task<> callsCoroutine(Stage *stage);

// await.cpp
[[nodiscard]] QCoro::Task<> awaits(Stage *stage);

// tasks.cpp
[[nodiscard]] QCoro::Task<> taskMeanwhile(Stage *stage);
[[nodiscard]] QCoro::Task<> futureMeanwhile(Stage *stage);

// tools.cpp
[[nodiscard]] QCoro::Task<> tools(Stage *stage);
[[nodiscard]] int runTools(Stage *stage); ///< starts a loop of its own: for main()

// fetch.cpp
[[nodiscard]] QCoro::Task<> fetchInTurn(Stage *stage);
[[nodiscard]] QCoro::Task<> fetchTogether(Stage *stage);

// deliveries.cpp
[[nodiscard]] QCoro::Task<> deliveriesInTurn(Stage *stage);
[[nodiscard]] QCoro::Task<> deliveriesTogether(Stage *stage);

// number.cpp
[[nodiscard]] QCoro::Task<> numberAwaited(Stage *stage);
[[nodiscard]] QCoro::Task<> numberBlocking(Stage *stage);

// inturn.cpp
[[nodiscard]] QCoro::Task<> twoCalls(Stage *stage);
[[nodiscard]] QCoro::Task<> twoTasks(Stage *stage);

} // namespace lapwing::primer::examples
