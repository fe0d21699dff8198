// SPDX-License-Identifier: MIT
#pragma once

#include "async/clock.h"
#include "primer/keyboard.h"
#include "primer/number.h"
#include "record/failure.h"

#include <QString>
#include <QThreadPool>
#include <QUrl>

#include <atomic>
#include <functional>
#include <optional>
#include <vector>

namespace lapwing::primer {

/// Since a scene began, in the seconds that its lesson tells of.
using Moment = std::chrono::nanoseconds;

/// Timers and busy machines make things later by less than this, in true time.
inline constexpr std::chrono::milliseconds usualLateness{20};

/// What the code of a row does from an event on.
enum class Doing {
    Runs,           ///< on the loop
    Waits,          ///< it awaits, and the loop is free
    WaitsForThread, ///< it awaits what a thread computes
    Computes,       ///< on the loop, which nobody else can use meanwhile
    Blocks,         ///< the same, and it only waits
    Ended,
};

struct StageEvent {
    int row = 0; ///< from 0, in the order in which they began
    QString name;
    Doing doing = Doing::Runs;
    Moment at{};
    std::optional<Moment> due{}; ///< when a wait for a time is to end
};

/// What a scene is played with. What it points to outlives the scene.
struct StageSetting {
    async::Clock *clock = nullptr;
    double scale = 1; ///< true seconds for each that the lesson tells of
    Keyboard *keyboard = nullptr;
    std::function<void(const StageEvent &)>
        tell;                                 ///< on the scene's loop, as it happens; may be empty
    std::function<void(const Sum &)> tellSum; ///< the same
    /// So much true time of a processor; how long that took. On any thread. Empty: the real one.
    std::function<std::chrono::nanoseconds(std::chrono::nanoseconds, std::stop_token)> compute;
    /// So much waiting without await, on any thread. Empty: the real one.
    std::function<void(std::chrono::nanoseconds, std::stop_token)> block;
    std::stop_token stop; ///< ends every wait at once; the code still runs to its end
};

/// Where the coroutines of a scene are seen: it notes what each does, and when.
class Stage {
public:
    explicit Stage(StageSetting setting);

    [[nodiscard]] Moment now() const;
    [[nodiscard]] std::stop_token stop() const { return m_setting.stop; }
    [[nodiscard]] Keyboard *keyboard() const { return m_setting.keyboard; }
    [[nodiscard]] async::Clock *clock() const { return m_setting.clock; }
    [[nodiscard]] QThreadPool *threads() { return &m_threads; }
    /// How long that is in truth.
    [[nodiscard]] std::chrono::milliseconds scaled(std::chrono::milliseconds time) const;

    /// A server for scenes that fetch.
    void setServer(const QUrl &address) { m_server = address; }
    /// A link there, over whose bytes so much time passes.
    [[nodiscard]] QUrl linkOf(const QString &name, std::chrono::milliseconds time) const;

    // Where it is called, on the loop or on a thread.
    void compute(std::chrono::milliseconds time);
    void block(std::chrono::milliseconds time) const;

    /// The number and 100, or what is wrong with it.
    void answer(const Sum &sum);
    void fail(const record::Failure &failure);

    // For rows.
    [[nodiscard]] int addRow() { return m_rows++; }
    void note(StageEvent event);

    [[nodiscard]] const std::vector<StageEvent> &events() const { return m_events; }
    [[nodiscard]] const std::optional<Sum> &sum() const { return m_sum; }
    [[nodiscard]] const std::optional<record::Failure> &failure() const { return m_failure; }
    /// A computation waited for a processor, although there was one for each: something else had it.
    [[nodiscard]] bool wasStarved() const { return m_wasStarved && !m_isCrowded; }

private:
    StageSetting m_setting;
    std::chrono::nanoseconds m_begun;
    QUrl m_server;
    int m_rows = 0;
    std::vector<StageEvent> m_events;
    std::optional<Sum> m_sum;
    std::optional<record::Failure> m_failure;
    std::atomic<int> m_computing = 0;       ///< so many threads at this moment
    std::atomic<bool> m_isCrowded = false;  ///< there were more than there are processors
    std::atomic<bool> m_wasStarved = false; ///< a computation took longer than it should
    QThreadPool m_threads;
};

} // namespace lapwing::primer
