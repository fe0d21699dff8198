// SPDX-License-Identifier: MIT
#include "engine/sessionrun.h"
#include "support/rawserver.h"
#include "support/testmain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>

using namespace lapwing;
using namespace lapwing::test;
using record::TaskState;

/// Also run under valgrind, which sees what the sanitizers cannot: inside Qt.
class TestCancel : public QObject {
    Q_OBJECT

    RawServer m_server;

    QList<QUrl> urls(int count) const
    {
        QList<QUrl> all;
        for (int i = 0; i < count; ++i)
            all << m_server.url("/stuck/" + QByteArray::number(i));
        return all;
    }

private Q_SLOTS:
    void whileARunIsEnding();
    void initTestCase()
    {
        m_server.route("/stuck/*", withLength(10'000'000, filler(400'000)).hold());
    }

    void whileDownloading()
    {
        const QTemporaryDir folder;
        engine::Session session(planFor(urls(8), folder.path()));
        int downloading = 0;
        connect(&session, &engine::Session::changed, this, [&](const record::Batch &batch) {
            for (const record::TaskRecord &task : batch.changed)
                downloading += task.bytes > 0;
            if (downloading > 2)
                session.requestStop();
        });
        QElapsedTimer timer;
        timer.start();
        const record::Run run = async::run(session.run());
        QVERIFY(timer.elapsed() < 20'000); // far below the stall watchdog
        QVERIFY(run.facts.stopped);
        int cancelled = 0;
        for (const record::TaskRecord &task : run.tasks) {
            QVERIFY(task.state == TaskState::Cancelled || task.state == TaskState::Queued);
            cancelled += task.state == TaskState::Cancelled;
        }
        QCOMPARE(cancelled, 6);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void aHundredStartsAndStops()
    {
        const int rounds = qEnvironmentVariableIsSet("LAPWING_UNDER_VALGRIND") ? 5 : 100;
        for (int round = 0; round < rounds; ++round) {
            const QTemporaryDir folder;
            auto *session = new engine::Session(planFor(urls(4), folder.path()));
            QSignalSpy finished(session, &engine::Session::finished);
            session->start();
            for (int turn = 0; turn < round % 7; ++turn) // stop at different moments of its start
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 1);
            session->requestStop();
            QVERIFY(finished.count() == 1 || finished.wait(20'000));
            session->deleteLater();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            QVERIFY(QDir(folder.path()).isEmpty());
        }
        QTRY_COMPARE(m_server.inFlight(), 0);
    }
};

/// Those that wait when it is stopped are ended one after the other, and the user cancels them meanwhile.
void TestCancel::whileARunIsEnding()
{
    const QTemporaryDir folder;
    const int count = 40;
    engine::Session session(planFor(urls(count), folder.path()));
    QSet<int> paused;
    QTimer impatient;
    connect(&impatient, &QTimer::timeout, this, [&, id = 0]() mutable {
        id = id % count + 1;
        session.cancel({id, count + 1 - id}); // whichever end the session begins with
    });
    connect(&session, &engine::Session::changed, this, [&](const record::Batch &batch) {
        for (const record::TaskRecord &task : batch.changed) {
            if (task.state == TaskState::Paused)
                paused << task.id;
            else if (task.bytes > 0)
                session.pause({task.id});
        }
        if (paused.size() == count && !impatient.isActive()) {
            session.requestStop();
            impatient.start(0);
        }
    });
    const record::Run run = async::run(session.run());
    for (const record::TaskRecord &task : run.tasks)
        QCOMPARE(task.state, TaskState::Cancelled);
    QVERIFY(QDir(folder.path()).isEmpty());
}

LAPWING_TEST(TestCancel)
#include "tst_cancel.moc"
