// SPDX-License-Identifier: MIT
#include "summary/summarypace.h"
#include "support/testmain.h"

using namespace lapwing;

class PaceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTakesNoTimeIsAlwaysDue()
    {
        ui::SummaryPace pace;
        QVERIFY(pace.isDue());
        int done = 0;
        pace.run([&done] { ++done; });
        QCOMPARE(done, 1);
        QTRY_VERIFY(pace.isDue());
    }

    void whatTakesLongRestsLonger()
    {
        ui::SummaryPace pace;
        QElapsedTimer timer;
        timer.start();
        pace.run([&timer] {
            while (timer.elapsed() < 21) { } // 20 at least of the milliseconds that run() counts
        });
        QVERIFY(!pace.isDue());
        QTRY_VERIFY(pace.isDue());
        QVERIFY(timer.elapsed() >= 1000);
    }
};

LAPWING_TEST(PaceTest)
#include "tst_summarypace.moc"
