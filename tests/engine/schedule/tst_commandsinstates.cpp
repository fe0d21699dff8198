// SPDX-License-Identifier: MIT
#include "engine/sessionrun.h"
#include "engine/taskrunner.h"
#include "support/fakeclock.h"
#include "support/rawserver.h"
#include "support/testmain.h"
#include "support/tinydisk.h"

#include <QTemporaryDir>

using namespace lapwing;
using namespace lapwing::test;
using namespace std::chrono_literals;
using engine::TaskRunner;
using record::TaskState;

namespace {

enum class Standing {
    Waits,            ///< for a lane
    InFlight,         ///< its body comes
    Redirected,       ///< waits for room at the server that a redirect led to
    DueAfterRedirect, ///< failed there, and waits for room where its link leads, its time being over
    Retries,          ///< waits for its time
    HeldByServer,     ///< Retry-After
    HeldByDisk,
    Commits,
};
enum class Command { Pause, Resume, Cancel, Retry };

/// A runner on a clock of its own, with the subject and another task.
class Scene {
public:
    explicit Scene(Standing standing) : m_standing(standing) { arrange(); }
    ~Scene() { end(); }
    Scene(const Scene &) = delete;
    Scene &operator=(const Scene &) = delete;

    [[nodiscard]] bool canBe() const
    {
        return m_standing != Standing::HeldByDisk || m_disk.isThere();
    }
    void begin();
    /// The subject stands where it should.
    [[nodiscard]] bool isReached() const;
    /// Everything else has its way from now on.
    void suspendSink();
    void end();

    [[nodiscard]] TaskState subject() const { return state(m_subject); }
    [[nodiscard]] TaskState other() const { return state(1 - m_subject); }
    [[nodiscard]] bool hasEnded() const { return m_run && m_run->isReady(); }
    [[nodiscard]] int asked() const { return m_server.requests() + m_away.requests(); }
    void tell(Command command);

private:
    void arrange();
    void letSubjectBeSecond(const QByteArray &otherPath);
    [[nodiscard]] TaskState state(int index) const { return m_recorder->ledger().at(index)->state; }

    Standing m_standing;
    int m_subject = 0;
    RawServer m_server;
    RawServer m_away;
    QTemporaryDir m_home;
    TinyDisk m_disk;
    plan::Plan m_plan;
    std::shared_ptr<FakeClock> m_time = std::make_shared<FakeClock>();
    std::unique_ptr<engine::Transport> m_transport;
    engine::DiskThreads m_threads;
    std::unique_ptr<engine::Folder> m_folder;
    std::unique_ptr<engine::RunRecorder> m_recorder;
    std::unique_ptr<TaskRunner> m_runner;
    std::stop_source m_stop;
    std::optional<QCoro::Task<>> m_run;
};

void Scene::letSubjectBeSecond(const QByteArray &otherPath)
{
    m_subject = 1;
    m_plan = planFor({m_server.url(otherPath), m_server.url("/subject")});
}

void Scene::arrange()
{
    const Script slow = withLength(7, "abc").hold().send("defg");
    const QByteArray away = m_away.url("/target").toEncoded();
    m_server.route("/other", ok("other").afterRelease());
    m_away.route("/other", ok("other").afterRelease());
    m_server.route("/subject", {slow, ok("subject")});
    m_plan = planFor({m_server.url("/subject"), m_server.url("/other")});
    int atOnce = 2;
    std::optional<int> perHost;
    plan::Retries retries{1, 1h};
    switch (m_standing) {
    case Standing::Waits:
        letSubjectBeSecond("/other");
        atOnce = 1;
        break;
    case Standing::InFlight:
        break;
    case Standing::Redirected:
        m_subject = 1;
        m_plan = planFor({m_away.url("/other"), m_server.url("/subject")});
        m_server.route("/subject", status(302).header("Location", away));
        m_away.route("/target", ok("subject"));
        perHost = 1;
        break;
    case Standing::DueAfterRedirect:
        m_server.route("/subject", status(302).header("Location", away));
        m_away.route("/target", {status(500), ok("subject")});
        perHost = 1;
        break;
    case Standing::Retries:
        m_server.route("/subject", {status(500), ok("subject")});
        break;
    case Standing::HeldByServer:
        letSubjectBeSecond("/refused");
        m_server.route("/refused", {status(429).header("Retry-After", "300"), ok("other")});
        atOnce = 1;
        retries.firstWait = 1ms;
        break;
    case Standing::HeldByDisk:
        m_plan = planFor({m_server.url("/subject"), m_server.url("/large")});
        m_server.route(
            "/large",
            {Script().send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n").fill(2'000'000),
             ok("other")});
        m_plan.destination.whenFull = plan::WhenFull::Wait;
        break;
    case Standing::Commits: // a group waits for company, as long as another is in flight
        m_server.route("/subject", ok("subject"));
        break;
    }
    m_plan.atOnce = atOnce;
    m_plan.perHost = perHost;
    m_plan.retries = retries;
    m_plan.destination.kind = plan::Destination::Kind::Folder;
    m_plan.destination.folder =
        m_standing == Standing::HeldByDisk ? m_disk.folder() : m_home.path();
}

void Scene::begin()
{
    m_transport = std::make_unique<engine::Transport>(std::make_shared<async::SteadyClock>(),
                                                      *engine::transportSettings(m_plan));
    m_folder = *async::run(engine::Folder::open(&m_threads, m_plan.destination));
    async::run(m_folder->survey());
    m_recorder = std::make_unique<engine::RunRecorder>(m_plan, QDateTime::currentDateTime());
    m_runner = std::make_unique<TaskRunner>(TaskRunner::Dependencies{
        &m_plan, m_time, m_transport.get(), m_folder.get(), m_recorder.get()});
    m_run.emplace(m_runner->run(m_stop.get_token()));
}

bool Scene::isReached() const
{
    const record::TaskRecord &task = m_recorder->ledger().at(m_subject);
    switch (m_standing) {
    case Standing::Waits:
        return other() == TaskState::Waiting;
    case Standing::InFlight:
        return task.state == TaskState::Downloading;
    case Standing::Redirected:
        return task.state == TaskState::Queued && !task.attempts.empty()
            && task.attempts.back().hops.size() == 1;
    case Standing::DueAfterRedirect:
        if (task.state == TaskState::Retrying && m_time->now() == 0s)
            m_time->advance(2h);
        return task.state == TaskState::Retrying && m_time->sleepers() == 0
            && other() == TaskState::Waiting;
    case Standing::Retries:
        return task.state == TaskState::Retrying;
    case Standing::HeldByServer:
        return other() == TaskState::Retrying;
    case Standing::HeldByDisk:
        return task.state == TaskState::Paused && m_recorder->isDiskFull();
    case Standing::Commits:
        return task.state == TaskState::Committing;
    }
    return false;
}

void Scene::suspendSink()
{
    m_server.release();
    m_away.release();
    m_runner->resumeAfterDiskFull();
    m_time->advance(2h);
}

void Scene::end()
{
    if (!m_run)
        return;
    m_stop.request_stop();
    m_server.release();
    async::run(std::move(*std::exchange(m_run, std::nullopt)));
    async::run(m_folder->close());
    m_runner.reset();
    m_transport.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void Scene::tell(Command command)
{
    switch (command) {
    case Command::Pause:
        return m_runner->pause(m_subject);
    case Command::Resume:
        return m_runner->resume(m_subject);
    case Command::Cancel:
        return m_runner->cancel(m_subject);
    case Command::Retry:
        return m_runner->retry(m_subject);
    }
}

/// A task at a place, and what it comes to after each command.
struct Row {
    const char *name;
    Standing standing;
    TaskState paused;
    TaskState resumed;
    TaskState cancelled;
    TaskState retried;
};

using enum TaskState;
constexpr std::array rows{
    Row{"waiting", Standing::Waits, Paused, Queued, Cancelled, Queued},
    Row{"in flight", Standing::InFlight, Paused, Downloading, Cancelled, Downloading},
    Row{"redirected", Standing::Redirected, Paused, Queued, Cancelled, Queued},
    Row{"due after a redirect", Standing::DueAfterRedirect, Paused, Queued, Cancelled, Retrying},
    Row{"retrying", Standing::Retries, Paused, Done, Cancelled, Retrying},
    Row{"held by Retry-After", Standing::HeldByServer, Paused, Queued, Cancelled, Queued},
    Row{"held by a full disk", Standing::HeldByDisk, Paused, Queued, Cancelled, Paused},
    Row{"committing", Standing::Commits, Done, Done, Done, Done}, // it is whole
};

} // namespace

class TestCommandsInStates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachCommandDoesWhatItSays_data()
    {
        QTest::addColumn<Standing>("standing");
        QTest::addColumn<Command>("command");
        QTest::addColumn<TaskState>("expected");
        for (const Row &row : rows) {
            QTest::addRow("pause, %s", row.name) << row.standing << Command::Pause << row.paused;
            QTest::addRow("resume, %s", row.name) << row.standing << Command::Resume << row.resumed;
            QTest::addRow("cancel, %s", row.name)
                << row.standing << Command::Cancel << row.cancelled;
            QTest::addRow("retry, %s", row.name) << row.standing << Command::Retry << row.retried;
        }
    }
    void eachCommandDoesWhatItSays()
    {
        QFETCH(Standing, standing);
        QFETCH(Command, command);
        QFETCH(TaskState, expected);
        Scene scene(standing);
        if (!scene.canBe())
            QSKIP("needs the right to make a file system");
        scene.begin();
        QElapsedTimer timer;
        timer.start();
        while (!scene.isReached() && timer.elapsed() < 10'000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
        QVERIFY(scene.isReached());
        const int asked = scene.asked();

        scene.tell(command);
        QTRY_COMPARE(scene.subject(), expected);
        if (standing == Standing::HeldByServer)
            QCOMPARE(scene.asked(), asked); // it is left alone, whatever a person wants

        scene.suspendSink();
        QTRY_COMPARE(scene.other(), Done);
        if (expected == Paused && command == Command::Pause) {
            QVERIFY(!scene.hasEnded());
            QCOMPARE(scene.subject(), Paused);
            scene.tell(Command::Resume);
        }
        QTRY_VERIFY(scene.hasEnded());
        QCOMPARE(scene.subject(), expected == Cancelled ? Cancelled : Done);
    }
};

LAPWING_TEST(TestCommandsInStates)
#include "tst_commandsinstates.moc"
