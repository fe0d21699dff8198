// SPDX-License-Identifier: MIT
#include "measure/recordbuilder.h"
#include "support/testmain.h"
#include "text/failure.h"
#include "timeline/barpainter.h"
#include "timeline/taskbar.h"
#include "ui/rows.h"

#include <QImage>
#include <QPainter>

using namespace lapwing;
using namespace lapwing::test;
using report::Part;

namespace {

/// "wait 30 130": in milliseconds.
QStringList wordsFor(const ui::TaskBar &bar)
{
    QStringList words;
    for (const ui::BarPiece &piece : bar.pieces)
        words << QStringLiteral("%1%2%3 %4 %5")
                     .arg(piece.isHeld ? QStringLiteral("held ") : QString(),
                          piece.isFailed ? QStringLiteral("failed ") : QString(),
                          report::titleOf(piece.part))
                     .arg(piece.from / ms(1))
                     .arg(piece.to / ms(1));
    return words;
}

QStringList wordsFor(const record::TaskRecord &task, double now)
{
    return wordsFor(ui::barOf(task, {}, ms(now)));
}

record::Attempt refused(double start, double end)
{
    record::Attempt attempt;
    attempt.start = ms(start);
    attempt.end = ms(end);
    attempt.hops = {hop(QStringLiteral("http://one.example/1.bin"), start, start, end, end, 503)};
    attempt.failure = record::make(record::Cause::HttpStatus, {}, 503);
    return attempt;
}

record::TaskRecord retryingTask()
{
    record::TaskRecord task = queuedTask(1);
    task.state = record::TaskState::Retrying;
    task.start = ms(10);
    task.attempts = {refused(10, 50)};
    return task;
}

} // namespace

class TaskBarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aQueuedTaskWaitsUntilNow()
    {
        QCOMPARE(wordsFor(queuedTask(1), 700), QStringList{QStringLiteral("Queued 0 700")});
    }

    /// The report's picture is drawn from records that ended; here the end is not there yet.
    void whatGoesOnIsWhatItIs()
    {
        record::TaskRecord task = queuedTask(1);
        task.state = record::TaskState::Waiting;
        task.start = ms(100);
        record::Attempt attempt;
        attempt.start = ms(100);
        attempt.hops = {{task.url, {}, ms(100), {}, {}, {}, {}, {}}};
        task.attempts = {attempt};
        record::Hop &hop = task.attempts.front().hops.front();
        const QStringList queued{QStringLiteral("Queued 0 100")};
        QCOMPARE(wordsFor(task, 150), queued + QStringList{QStringLiteral("Connect 100 150")});
        hop.sent = ms(130);
        const QStringList sent = queued + QStringList{QStringLiteral("Connect 100 130")};
        QCOMPARE(wordsFor(task, 250), sent + QStringList{QStringLiteral("Wait 130 250")});
        hop.headers = ms(300);
        const QStringList answered = sent + QStringList{QStringLiteral("Wait 130 300")};
        QCOMPARE(wordsFor(task, 900), answered + QStringList{QStringLiteral("Receive 300 900")});
        hop.end = ms(950);
        task.attempts.front().received = ms(950);
        task.state = record::TaskState::Committing;
        QCOMPARE(
            wordsFor(task, 990).mid(3),
            (QStringList{QStringLiteral("Receive 300 950"), QStringLiteral("Saving 950 990")}));
    }

    void attemptsThatFailedAreMarked()
    {
        const record::TaskRecord task = retryingTask();
        const ui::TaskBar bar = ui::barOf(task, {}, ms(80));
        QCOMPARE(wordsFor(bar),
                 (QStringList{QStringLiteral("Queued 0 10"), QStringLiteral("failed Wait 10 50"),
                              QStringLiteral("Waiting to retry 50 80")}));
        QCOMPARE(bar.failures, std::vector{ms(50)});
        const QString tip = ui::tipOf(task, bar.pieces[1]).join(u'\n');
        QVERIFY2(tip.contains(text::sentence(*task.attempts[0].failure)), qPrintable(tip));
    }

    void aPauseIsNoFailure()
    {
        record::TaskRecord task = retryingTask();
        task.state = record::TaskState::Paused;
        task.attempts.front().failure = record::make(record::Cause::Cancelled);
        task.pauses = {{ms(50), std::nullopt}};
        const ui::TaskBar bar = ui::barOf(task, {}, ms(80));
        QVERIFY(bar.failures.empty());
        QCOMPARE(wordsFor(bar).back(), u"Paused 50 80");
    }

    void whatAServerHeldOffIsToldApart()
    {
        record::RunFacts facts;
        facts.holds = {{QStringLiteral("http://one.example:80"), ms(20), ms(60), ms(40)},
                       {QStringLiteral("http://two.example:80"), ms(0), ms(90), ms(90)}};
        QCOMPARE(wordsFor(ui::barOf(queuedTask(1), facts, ms(90))),
                 (QStringList{QStringLiteral("Queued 0 20"), QStringLiteral("held Queued 20 40"),
                              QStringLiteral("Queued 40 90")}));
    }

    /// What it waits for is another server.
    void whatIsQueuedBetweenTwoHopsWasNotHeldOffByItsOwn()
    {
        record::RunFacts facts;
        facts.holds = {{QStringLiteral("http://one.example:80"), ms(20), ms(60), ms(40)}};
        const QStringList words =
            wordsFor(ui::barOf(requeuedTask(1, 10, 300, 400), facts, ms(400)));
        QVERIFY2(words.contains(u"Queued 10 300"), qPrintable(words.join(u'|')));
    }

    void silencesAreInTheTip()
    {
        record::TaskRecord task = doneTask(1);
        task.attempts.front().stalled = ms(1500);
        const ui::TaskBar bar = ui::barOf(task, {}, ms(2000));
        const ui::BarPiece *piece = bar.at(ms(500));
        QVERIFY(piece != nullptr && piece->part == Part::Receive);
        QVERIFY(ui::tipOf(task, *piece).join(u'\n').contains(u"1.50 s"));
        QVERIFY(bar.at(ms(5000)) == nullptr);
    }

    void piecesLieWhereTheirTimesAre()
    {
        ui::TimeRange range;
        range.setWidth(1000);
        range.setEnd(ms(900));
        const double pixel = static_cast<double>(range.perPixel().count()) / 1e6;
        const QRectF box = ui::boxOf(range, ms(100), ms(300), 5, 10);
        QCOMPARE(box, QRectF(100 / pixel, 5, 200 / pixel, 10));
        range.setMirrored(true);
        QCOMPARE(ui::boxOf(range, ms(100), ms(300), 5, 10).right(), 1000 - 100 / pixel);
        QCOMPARE(ui::boxOf(range, ms(100), ms(100), 5, 10).width(), report::thinnest);
        range.zoomAt(500, 60);
        QVERIFY(ui::boxOf(range, {}, ms(900), 5, 10).width() < 1200); // no raster counts further
    }

    /// The colours of the report's pictures, at the pixels of the times.
    void barsHaveTheColoursOfTheReport()
    {
        QImage image(1000, 30, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        const ui::Inks inks{QPalette(Qt::lightGray)};
        ui::TimeRange range;
        range.setWidth(1000);
        range.setEnd(ms(1000));
        ui::BarPainter bars(painter, inks, range);
        bars.draw(ui::barOf(simpleTask(1, 0, 400, 1000, 1), {}, ms(1000)), 10, 4);
        painter.end();
        const auto at = [&](double milliseconds) {
            return image.pixelColor(static_cast<int>(range.x(ms(milliseconds))), 12);
        };
        const auto ink = [](report::ColorRole role) {
            return QColor(report::colourOf(role, report::Theme::Light));
        };
        QCOMPARE(at(200), ink(report::ColorRole::Wait));
        QCOMPARE(at(395), ink(report::ColorRole::Wait));
        QCOMPARE(at(405), ink(report::ColorRole::Receive));
        QCOMPARE(at(995), ink(report::ColorRole::Receive));
        QCOMPARE(image.pixelColor(static_cast<int>(range.x(ms(1000))) + 3, 12), QColor(Qt::white));
    }

    void highContrastIsToldByThePalette()
    {
        QPalette palette(Qt::black);
        for (const auto role : {QPalette::Window, QPalette::Base, QPalette::Button})
            palette.setColor(role, Qt::black);
        palette.setColor(QPalette::Text, Qt::white);
        QVERIFY(ui::isHighContrast(palette));
        QCOMPARE(ui::Inks(palette).colour(report::ColorRole::Bad), QColor(Qt::white));
        palette.setColor(QPalette::Button, QColor(0x30, 0x30, 0x30));
        QVERIFY(!ui::isHighContrast(palette)); // a dark theme as others are
    }
};

LAPWING_TEST(TaskBarTest)
#include "tst_taskbar.moc"
