// SPDX-License-Identifier: MIT
#include "measure/networksim.h"

#include "measure/recordbuilder.h"

#include <algorithm>
#include <limits>

namespace lapwing::test {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();
constexpr double moment = 1e-10; // seconds: shorter than any stamp
constexpr double retryWait = 1;

enum class Step { Idle, SetUp, Queue, Work, SerialQueue, Serial, Receive };

struct Lane {
    Step step = Step::Idle;
    std::size_t task = 0;
    double left = 0;  ///< seconds of the step; of Receive bytes
    double since = 0; ///< when the step began
    bool refused = false;
    record::Attempt attempt;

    [[nodiscard]] bool isThere() const { return step > Step::SetUp; }
    [[nodiscard]] bool isWorkedOn() const { return step > Step::Queue; }
};

class Simulation {
public:
    Simulation(const World &world, const std::vector<qint64> &sizes, const Course &course)
        : m_world(world)
        , m_sizes(sizes)
        , m_course(course)
        , m_scheduler(static_cast<std::size_t>(course.atOnce))
        , m_due(sizes.size(), 0)
    {
        m_run.facts.mode = course.mode;
        m_run.facts.round = course.round;
        m_run.facts.atOnce = course.atOnce;
        m_run.facts.perHost = course.atOnce;
        for (std::size_t place = 0; place < sizes.size(); ++place)
            addTask(static_cast<int>(place) + 1);
    }

    [[nodiscard]] record::Run run()
    {
        double inFlight = 0; // integrated over time, without a look at the stamps
        while (takeTasks() || std::ranges::any_of(m_scheduler, isBusy) || waitForRetry()) {
            goOn();
            const double step = nextStep();
            inFlight += step * static_cast<double>(std::ranges::count_if(m_scheduler, isBusy));
            pass(step);
        }
        m_run.facts.elapsed = stamp();
        m_run.facts.meanConcurrency = inFlight / m_now;
        return m_run;
    }

private:
    static bool isBusy(const Lane &lane) { return lane.step != Step::Idle; }

    void addTask(int id)
    {
        record::TaskRecord task;
        task.id = id;
        task.url = QUrl(QStringLiteral("http://one.example/%1").arg(id));
        task.name = QString::number(id);
        m_run.tasks.push_back(task);
    }

    [[nodiscard]] record::Stamp stamp() const { return ms(m_now * 1000 * m_course.pace); }

    void enter(Lane &lane, Step step, double left)
    {
        lane.step = step;
        lane.left = left;
        lane.since = m_now;
    }

    /// Every idle lane takes the first task that is due. False: none took one.
    bool takeTasks()
    {
        bool any = false;
        for (Lane &lane : m_scheduler) {
            const auto due = std::ranges::find_if(m_due, [this](double at) { return at <= m_now; });
            if (isBusy(lane) || due == m_due.end())
                continue;
            lane = Lane();
            lane.task = static_cast<std::size_t>(due - m_due.begin());
            *due = never;
            lane.attempt.start = stamp();
            lane.attempt.hops.resize(1);
            lane.attempt.hops.front().url = m_run.tasks[lane.task]->url;
            lane.attempt.hops.front().asked = stamp();
            if (!m_run.tasks[lane.task]->start)
                m_run.tasks[lane.task].edit().start = stamp();
            enter(lane, Step::SetUp, m_world.setUp);
            any = true;
        }
        return any;
    }

    /// Nobody is busy: time passes until a task is due again. False: none will be.
    bool waitForRetry()
    {
        const double due = *std::ranges::min_element(m_due);
        if (due == never)
            return false;
        m_now = std::max(m_now, due);
        return takeTasks();
    }

    /// The first that came, of those that wait at this step.
    Lane *firstAt(Step step)
    {
        Lane *first = nullptr;
        for (Lane &lane : m_scheduler) {
            if (lane.step == step && (first == nullptr || lane.since < first->since))
                first = &lane;
        }
        return first;
    }

    [[nodiscard]] int count(Step step) const
    {
        return static_cast<int>(std::ranges::count(m_scheduler, step, &Lane::step));
    }

    /// Who may begin to be worked on does.
    void goOn()
    {
        while (Lane *lane = firstAt(Step::Queue)) {
            const auto worked = std::ranges::count_if(m_scheduler, &Lane::isWorkedOn);
            if (m_world.workers > 0 && worked >= m_world.workers)
                break;
            const auto there =
                static_cast<double>(std::ranges::count_if(m_scheduler, &Lane::isThere));
            enter(*lane, Step::Work, m_world.latency * (m_world.slowsDown ? there : 1));
        }
        while (Lane *lane = firstAt(Step::SerialQueue)) {
            if (count(Step::Serial) > 0)
                break;
            enter(*lane, Step::Serial, m_world.serial);
        }
    }

    /// Bytes a second of each that receives now.
    [[nodiscard]] double rate() const
    {
        const double share = m_world.line > 0 ? m_world.line / count(Step::Receive) : never;
        return std::min(share, m_world.each > 0 ? m_world.each : never);
    }

    [[nodiscard]] double secondsLeft(const Lane &lane) const
    {
        if (lane.step == Step::Idle || lane.step == Step::Queue || lane.step == Step::SerialQueue)
            return never;
        return lane.step == Step::Receive ? lane.left / rate() : lane.left;
    }

    [[nodiscard]] double nextStep() const
    {
        double step = never;
        for (const Lane &lane : m_scheduler)
            step = std::min(step, secondsLeft(lane));
        for (const double due : m_due)
            step = due > m_now ? std::min(step, due - m_now) : step;
        return step;
    }

    void pass(double seconds)
    {
        const double bytesASecond = rate();
        m_now += seconds;
        for (Lane &lane : m_scheduler) {
            if (lane.step == Step::Receive)
                lane.left -= bytesASecond == never ? lane.left : seconds * bytesASecond;
            else
                lane.left -= seconds;
        }
        for (Lane &lane : m_scheduler) {
            if (isBusy(lane) && secondsLeft(lane) <= moment)
                endStep(lane);
        }
    }

    void endStep(Lane &lane)
    {
        record::Hop &hop = lane.attempt.hops.front();
        const auto there = std::ranges::count_if(m_scheduler, &Lane::isThere);
        switch (lane.step) {
        case Step::SetUp:
            hop.sent = stamp();
            lane.refused = m_world.refusesFrom > 0 && there >= m_world.refusesFrom;
            return lane.refused ? enter(lane, Step::Receive, 0) : enter(lane, Step::Queue, 0);
        case Step::Work:
            if (m_world.serial > 0)
                return enter(lane, Step::SerialQueue, 0);
            return beginBody(lane);
        case Step::Serial:
            return beginBody(lane);
        case Step::Receive:
            return lane.refused ? refuse(lane) : finish(lane);
        default:
            return;
        }
    }

    void beginBody(Lane &lane)
    {
        lane.attempt.hops.front().headers = stamp();
        lane.attempt.firstByte = stamp();
        enter(lane, Step::Receive, static_cast<double>(m_sizes[lane.task]));
    }

    void refuse(Lane &lane)
    {
        record::Hop &hop = lane.attempt.hops.front();
        hop.headers = stamp();
        hop.status = 429;
        hop.end = stamp();
        lane.attempt.end = stamp();
        lane.attempt.failure = record::make(record::Cause::HttpStatus, {}, 429);
        m_run.tasks[lane.task].edit().attempts.push_back(lane.attempt);
        m_due[lane.task] = m_now + retryWait;
        lane.step = Step::Idle;
    }

    void finish(Lane &lane)
    {
        record::Hop &hop = lane.attempt.hops.front();
        record::TaskRecord &task = m_run.tasks[lane.task].edit();
        hop.status = 200;
        hop.end = stamp();
        lane.attempt.received = stamp();
        lane.attempt.end = stamp();
        lane.attempt.bytes = m_sizes[lane.task];
        task.bytes = m_sizes[lane.task];
        task.state = record::TaskState::Done;
        task.end = stamp();
        task.attempts.push_back(lane.attempt);
        lane.step = Step::Idle;
    }

    World m_world;
    std::vector<qint64> m_sizes;
    Course m_course;
    std::vector<Lane> m_scheduler;
    std::vector<double> m_due; ///< when a task may be taken; never: it was
    double m_now = 0;
    record::Run m_run;
};

} // namespace

record::Run simulate(const World &world, const std::vector<qint64> &sizes, const Course &course)
{
    return Simulation(world, sizes, course).run();
}

} // namespace lapwing::test
