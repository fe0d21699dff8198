// SPDX-License-Identifier: MIT
#pragma once

#include "async/awaitable.h"
#include "async/event.h"
#include "primer/stage.h"

namespace lapwing::primer {

/// A row of the picture: it begins and ends with the local variable of a coroutine, and shows what that does.
class StageRow {
public:
    StageRow(Stage *stage, const QString &name);
    ~StageRow();
    Q_DISABLE_COPY_MOVE(StageRow)

    /// asyncio: sleep
    [[nodiscard]] QCoro::Task<> sleep(std::chrono::milliseconds time);

    /// The value of a task or a future.
    template<async::Gatherable A>
    [[nodiscard]] QCoro::Task<async::ResultOf<A>> waitFor(A awaitable)
    {
        using T = async::ResultOf<A>;
        note(std::is_same_v<A, QCoro::Task<T>> ? Doing::Waits : Doing::WaitsForThread);
        QCoro::Task<T> task = async::toTask(std::move(awaitable));
        if constexpr (std::is_void_v<T>) {
            co_await task;
            note(Doing::Runs);
        } else {
            T value = co_await task;
            note(Doing::Runs);
            co_return value;
        }
    }
    [[nodiscard]] QCoro::Task<> waitFor(async::Event *event);

    /// The next line that is typed.
    [[nodiscard]] QCoro::Task<std::optional<QString>> line();
    [[nodiscard]] QCoro::Task<> computeOnThread(std::chrono::milliseconds time);

    // Without await: the loop stands still.
    void compute(std::chrono::milliseconds time);
    void block(std::chrono::milliseconds time);
    [[nodiscard]] std::optional<QString> lineBlocking();

private:
    void note(Doing doing, std::optional<Moment> due = {});

    Stage *m_stage;
    int m_row;
    QString m_name;
};

} // namespace lapwing::primer
