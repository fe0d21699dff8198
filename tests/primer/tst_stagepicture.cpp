// SPDX-License-Identifier: MIT
#include "primer/stagepicture.h"
#include "support/testmain.h"
#include "text/primer.h"
#include "theatre.h"

using namespace lapwing;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using primer::Look;
using primer::Moment;
using primer::Piece;
using primer::StagePicture;

namespace {

StagePicture pictureOf(const QString &scene)
{
    test::Theatre theatre;
    const primer::Performance performance = theatre.play(test::sceneOf(scene));
    return primer::pictureOf(performance.events, performance.elapsed, 100ms);
}

Moment lengthOf(const std::vector<Piece> &pieces, Look look)
{
    Moment sum{};
    for (const Piece &piece : pieces)
        sum += piece.look == look ? piece.length() : Moment();
    return sum;
}

} // namespace

class PictureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The loop is idle while a key is awaited, and the deliveries are on time.
    void awaitingLeavesTheLoopFree()
    {
        const StagePicture picture = pictureOf(u"number-awaited"_s);
        QCOMPARE(picture.rows.size(), std::size_t(4));
        QCOMPARE(lengthOf(picture.rows[0].pieces, Look::Waits), Moment(5s));
        QCOMPARE(lengthOf(picture.rows[0].pieces, Look::Late), Moment());
        QCOMPARE(lengthOf(picture.rows[3].pieces, Look::Waits), Moment(7s));
        QCOMPARE(lengthOf(picture.loop, Look::Runs) + lengthOf(picture.loop, Look::Blocks),
                 Moment());
    }

    void blockingMakesAllOthersLate()
    {
        const StagePicture picture = pictureOf(u"number-blocking"_s);
        QCOMPARE(lengthOf(picture.loop, Look::Blocks), Moment(7s));
        QCOMPARE(lengthOf(picture.rows[3].pieces, Look::Blocks), Moment(7s));
        for (const int row : {0, 1, 2})
            QCOMPARE(lengthOf(picture.rows[static_cast<std::size_t>(row)].pieces, Look::Late),
                     Moment(6500ms));
    }

    void whatGoesOnGrowsWithTime()
    {
        primer::StageEvent begins;
        begins.name = u"A"_s;
        begins.doing = primer::Doing::Computes;
        const std::vector<primer::StageEvent> events{begins};
        for (const Moment now : {Moment(1s), Moment(2s)}) {
            const StagePicture picture = primer::pictureOf(events, now, 100ms);
            QCOMPARE(lengthOf(picture.rows[0].pieces, Look::Computes), now);
            QCOMPARE(lengthOf(picture.loop, Look::Computes), now);
            QCOMPARE(picture.end, now);
        }
    }

    void aCallIsShownByWhatItDoes()
    {
        const StagePicture picture = pictureOf(u"subroutine"_s);
        QCOMPARE(lengthOf(picture.loop, Look::Blocks), Moment(2s));
        QCOMPARE(lengthOf(picture.loop, Look::Computes), Moment(3s));
    }

    /// Late behind a loop that blocks is the lesson; late while it is idle is the machine.
    void aBusyMachineIsToldFromABusyLoop()
    {
        QVERIFY(!primer::wasDisturbed(pictureOf(u"number-blocking"_s)));
        QVERIFY(!primer::wasDisturbed(pictureOf(u"number-awaited"_s)));
        primer::StageEvent waits;
        waits.name = u"A"_s;
        waits.doing = primer::Doing::Waits;
        waits.due = 1s;
        QVERIFY(!primer::wasDisturbed(primer::pictureOf({waits}, 1050ms, 100ms)));
        QVERIFY(primer::wasDisturbed(primer::pictureOf({waits}, 2s, 100ms)));
    }

    void nothingHappenedYet()
    {
        const StagePicture picture = primer::pictureOf({}, {}, {});
        QVERIFY(picture.rows.empty() && picture.loop.empty());
    }

    void everyLookHasAName()
    {
        for (int look = 0; look < primer::lookCount; ++look)
            QVERIFY(!text::pieceTitle(primer::toString(static_cast<Look>(look))).isEmpty());
    }
};

LAPWING_TEST(PictureTest)
#include "tst_stagepicture.moc"
