// SPDX-License-Identifier: MIT
#pragma once

#include "async/scope.h"
#include "primer/linefield.h"
#include "primer/play.h"

#include <QObject>
#include <QThreadPool>

namespace lapwing::ui {

/// A scene as far as it went.
struct SceneRun {
    primer::Scene scene;
    std::chrono::nanoseconds begun{}; ///< by the clock of the machine
    std::vector<primer::StageEvent> events;
    std::optional<primer::Sum> sum;
    std::optional<primer::Performance> performance; ///< absent: it goes on
};

/// Plays the scenes of a lesson in turn: each on an event loop of its own, so that one that blocks does not
/// block the window; but what awaits the window's field runs on the window's loop.
class LessonRunner : public QObject {
    Q_OBJECT

public:
    explicit LessonRunner(QLineEdit *field);
    ~LessonRunner() override; ///< stops, and waits for what that takes

    void run(const primer::Lesson &lesson, double scale);
    void stop() { m_stop.request_stop(); }

    [[nodiscard]] bool isRunning() const { return m_scope.running() > 0; }
    /// Whose scenes these are; nullptr: nothing ran yet.
    [[nodiscard]] const primer::Lesson *lesson() const { return m_lesson; }
    [[nodiscard]] double scale() const { return m_scale; }
    [[nodiscard]] const std::vector<SceneRun> &scenes() const { return m_scenes; }
    /// Of a scene, in its own seconds.
    [[nodiscard]] primer::Moment timeOf(const SceneRun &scene) const;

Q_SIGNALS:
    void sceneBegan();
    void sumKnown();
    void ended(); ///< all scenes have, or it was stopped

private:
    [[nodiscard]] QCoro::Task<> playAll(const primer::Lesson *lesson, std::stop_token stop);
    [[nodiscard]] QCoro::Task<primer::Performance> play(primer::Scene scene, std::stop_token stop);
    [[nodiscard]] primer::StageSetting settingFor(const std::stop_token &stop);
    void begin(const primer::Scene &scene);
    void take(std::size_t number, const primer::StageEvent &event);
    void takeSum(std::size_t number, const primer::Sum &sum);
    /// False: the next scene is not played.
    [[nodiscard]] bool finish(primer::Performance performance);

    async::SteadyClock m_clock;
    LineField m_field;
    QThreadPool m_thread;
    const primer::Lesson *m_lesson = nullptr;
    double m_scale = 1;
    std::vector<SceneRun> m_scenes;
    std::size_t m_begun = 0; ///< so many scenes, since there is this runner
    std::stop_source m_stop;
    async::Scope m_scope;
};

} // namespace lapwing::ui
