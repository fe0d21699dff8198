// SPDX-License-Identifier: MIT
#include "engine/http/share.h"
#include "plan/plan.h"
#include "support/testmain.h"

using namespace lapwing;

class TestShare : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allSharesTogetherFit()
    {
        for (int n = 1; n <= plan::highestAtOnce; ++n) {
            const engine::Share share = engine::shareOf(n);
            QVERIFY(n * (2 * share.readBuffer + 2 * share.chunk) <= engine::bytesInFlight);
            QVERIFY2(share.chunk >= 16 * 1024, "a chunk too small to be worth a trip to the pool");
            QVERIFY(share.readBuffer >= share.chunk);
        }
    }

    void oneTaskGetsTheLargestUsefulBuffer()
    {
        QCOMPARE(engine::shareOf(1).readBuffer, qint64(4 * 1024 * 1024));
        QCOMPARE(engine::shareOf(1).chunk, qint64(1024 * 1024));
    }
};

LAPWING_TEST(TestShare)
#include "tst_share.moc"
