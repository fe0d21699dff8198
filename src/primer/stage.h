// SPDX-License-Identifier: MIT
#pragma once

#include "async/clock.h"
#include "primer/keyboard.h"
#include "primer/number.h"
#include "record/failure.h"

#include <QString>
#include <QThreadPool>
#include <QUrl>

#include <functional>
#include <optional>
#include <vector>

namespace lapwing::primer {

/// Since a scene began, in the seconds that its lesson tells of.
using Moment = std::chrono::nanoseconds;

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
    /// So much true time of a processor, and so much waiting without await; on any thread. Empty: the real ones.
    std::function<void(std::chrono::nanoseconds, std::stop_token)> compute, block;
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
    void compute(std::chrono::milliseconds time) const;
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

private:
    StageSetting m_setting;
    std::chrono::nanoseconds m_begun;
    QUrl m_server;
    int m_rows = 0;
    std::vector<StageEvent> m_events;
    std::optional<Sum> m_sum;
    std::optional<record::Failure> m_failure;
    QThreadPool m_threads;
};

} // namespace lapwing::primer
