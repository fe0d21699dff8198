// SPDX-License-Identifier: MIT
#include "async/run.h"
#include "engine/sessionrun.h"
#include "engine/watched.h"
#include "support/rawserver.h"
#include "support/silentdisk.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTimer>

using namespace lapwing;
using namespace lapwing::test;
using namespace std::chrono_literals;
using Answers = SilentDisk::Answers;

class TestSilentDisk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStopIsNotHeldUpByIt_data()
    {
        QTest::addColumn<Answers>("answers");
        QTest::addColumn<qint64>("length");
        QTest::newRow("while the folder is opened") << Answers::Nothing << qint64(10);
        QTest::newRow("while it is looked at") << Answers::Opening << qint64(10);
        QTest::newRow("while a large file begins") << Answers::Reading << qint64(200'000);
        QTest::newRow("while a small file is committed") << Answers::Reading << qint64(10);
    }
    void aStopIsNotHeldUpByIt()
    {
        QFETCH(Answers, answers);
        QFETCH(qint64, length);
        SilentDisk disk(answers);
        if (!disk.isThere())
            QSKIP("needs the right to mount");
        RawServer server;
        server.route("/*", okFilled(length));
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(QStringLiteral("disk does not respond")));
        QElapsedTimer timer;
        {
            Watched run(planFor({server.url("/a"), server.url("/b")}, disk.folder()));
            QTRY_VERIFY(disk.isSilent());
            int turns = 0;
            QTimer ticks;
            QObject::connect(&ticks, &QTimer::timeout, this, [&turns] { ++turns; });
            ticks.start(10ms);
            timer.start();
            run().requestStop();
            QTRY_VERIFY(run.hasEnded());
            QVERIFY2(timer.elapsed() < 3'000, qPrintable(QString::number(timer.elapsed())));
            QVERIFY2(turns > 50, "the loop stood still");
            for (const int id : {1, 2})
                QVERIFY(!record::hasFile(run.task(id).state));
        }
        QVERIFY(timer.elapsed() < 3'500); // nor is the end of the session
    }

    void aDiskThatAnswersIsWaitedFor()
    {
        RawServer server;
        server.route("/a", withLength(3'000'000, filler(1'500'000)).header("ETag", "\"1\"").hold());
        const QTemporaryDir home;
        Watched run(planFor({server.url("/a")}, home.path()));
        QTRY_COMPARE(run.task(1).bytes, 1'500'000);
        run().requestStop();
        QTRY_VERIFY(run.hasEnded());
        QVERIFY(QFile::exists(home.filePath(QStringLiteral("a.part.lapwing"))));
    }
};

LAPWING_TEST(TestSilentDisk)
#include "tst_silentdisk.moc"
