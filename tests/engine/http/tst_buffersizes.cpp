// SPDX-License-Identifier: MIT
#include "engine/http/buffersizes.h"
#include "plan/plan.h"
#include "support/testmain.h"

using namespace lapwing;

class TestBufferSizes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allSharesTogetherFit()
    {
        for (int n = 1; n <= plan::maxConcurrency; ++n) {
            const engine::BufferSizes share = engine::bufferSizesFor(n);
            QVERIFY(n * (2 * share.readBuffer + 2 * share.chunk) <= engine::bytesInFlight);
            QVERIFY2(share.chunk >= 16 * 1024, "a chunk too small to be worth a trip to the pool");
            QVERIFY(share.readBuffer >= share.chunk);
        }
    }

    void oneTaskGetsTheLargestUsefulBuffer()
    {
        QCOMPARE(engine::bufferSizesFor(1).readBuffer, qint64(4 * 1024 * 1024));
        QCOMPARE(engine::bufferSizesFor(1).chunk, qint64(1024 * 1024));
    }
};

LAPWING_TEST(TestBufferSizes)
#include "tst_buffersizes.moc"
