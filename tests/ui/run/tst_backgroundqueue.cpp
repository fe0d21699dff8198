// SPDX-License-Identifier: MIT
#include "run/backgroundqueue.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QSemaphore>

using namespace lapwing;
using namespace std::chrono_literals;

class BackgroundQueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onePieceAfterTheOther()
    {
        ui::BackgroundQueue errands;
        QList<int> came;
        for (const int number : {1, 2, 3})
            errands.run([number] { return number; }, [&came](int answer) { came << answer; });
        QTRY_COMPARE(came, (QList<int>{1, 2, 3}));
    }

    void goingAwayWaitsForWhatEnds()
    {
        bool isWritten = false;
        {
            ui::BackgroundQueue errands;
            errands.run([&isWritten] { return isWritten = true; }, [](bool) {});
        }
        QVERIFY(isWritten);
        QVERIFY(!ui::BackgroundQueue::isAnyLeftBehind());
    }

    /// As a folder on a server that is gone: nothing ends such a call.
    void goingAwayDoesNotWaitForADiskThatStalls()
    {
        const auto answers = std::make_shared<QSemaphore>();
        const auto ended = std::make_shared<QSemaphore>();
        bool heard = false;
        QElapsedTimer time;
        {
            ui::BackgroundQueue errands(200ms);
            errands.run(
                [answers, ended] {
                    answers->acquire();
                    ended->release();
                    return true;
                },
                [&heard](bool) { heard = true; });
            time.start();
        }
        QVERIFY(time.hasExpired(150));
        QVERIFY2(!ended->tryAcquire(), "it was waited for");
        QVERIFY(ui::BackgroundQueue::isAnyLeftBehind());
        answers->release();
        QVERIFY(ended->tryAcquire(1, 20'000));
        QTest::qWait(0);
        QVERIFY(!heard);
    }

    /// It ends elsewhere.
    void goingAwayAtOnceHoldsNobody()
    {
        const auto answers = std::make_shared<QSemaphore>();
        const auto ended = std::make_shared<QSemaphore>();
        bool heard = false;
        QElapsedTimer time;
        {
            ui::BackgroundQueue errands(20s, ui::BackgroundQueue::Leaving::AtOnce);
            errands.run(
                [answers, ended] {
                    ended->release();
                    answers->acquire();
                    ended->release();
                    return true;
                },
                [&heard](bool) { heard = true; });
            QVERIFY(ended->tryAcquire(1, 20'000)); // it is under way
            time.start();
        }
        QVERIFY(!time.hasExpired(10'000));
        answers->release();
        QVERIFY(ended->tryAcquire(1, 20'000));
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        QVERIFY(!heard);
    }
};

LAPWING_TEST(BackgroundQueueTest)
#include "tst_backgroundqueue.moc"
