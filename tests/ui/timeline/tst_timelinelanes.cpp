// SPDX-License-Identifier: MIT
#include "list/taskmodel.h"
#include "measure/recordbuilder.h"
#include "support/testmain.h"
#include "timeline/lane.h"
#include "timeline/timelinelanes.h"
#include "ui/rows.h"

#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace lapwing;
using namespace lapwing::test;

namespace {

/// Two tasks, one after the other, beside a table and over lanes.
class Under : public QWidget {
public:
    Under()
    {
        model.append(someEntries(2));
        record::Batch batch;
        batch.changed = {simpleTask(1, 0, 100, 1000, 1'000'000),
                         simpleTask(2, 1000, 1100, 2000, 1'000'000)};
        model.apply(batch);
        table.setModel(&model);
        const auto all = [this]() -> const std::vector<record::SharedRecord> & {
            ++looks;
            return model.ledger().records();
        };
        timeline = new ui::Timeline(
            &table, [this](const QModelIndex &index) { return &*model.ledger().at(index.row()); },
            all);
        lanes = new ui::TimelineLanes(timeline, all);
        auto *line = new QHBoxLayout;
        line->addWidget(&table);
        line->addWidget(timeline, 1);
        auto *column = new QVBoxLayout(this);
        column->addLayout(line);
        column->addWidget(lanes);
        resize(1200, 600);
        facts.elapsed = ms(2000);
        facts.atOnce = 1;
        timeline->setFacts(facts);
        timeline->setNow(ms(2000));
        show();
    }

    [[nodiscard]] QToolButton *title(const char *key) const
    {
        return lanes->findChild<QToolButton *>(QString::fromLatin1(key));
    }
    [[nodiscard]] QString words(const char *key) const
    {
        return title(key)->text().remove(QChar(0x2068)).remove(QChar(0x2069));
    }

    QTableView table;
    ui::TaskModel model;
    record::RunFacts facts;
    ui::Timeline *timeline = nullptr;
    ui::TimelineLanes *lanes = nullptr;
    int looks = 0; ///< at the records
};

} // namespace

class TimelineLanesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lanesSayWhatTheyShow()
    {
        Under window;
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTRY_COMPARE(window.words("slots"), u"Slots: 1 at once, up to 1 in use");
        QTRY_COMPARE(window.words("throughput"), u"Throughput: at most 1.0 MB/s over 1.0 s");
        QCOMPARE(window.words("oneAtATime"), u"One at a time");
        window.lanes->setOneAtATime(ui::OneAtATime{{ms(1000), ms(5000)}, false, ms(2000)});
        QCOMPARE(window.words("oneAtATime"),
                 u"One at a time: 1.00 s to 5.00 s, estimated; up to 3.00 s saved, estimated");
        window.lanes->setOneAtATime(ui::OneAtATime{{ms(5000), ms(5000)}, true, ms(2000)});
        QCOMPARE(window.words("oneAtATime"), u"One at a time: 5.00 s, measured; 3.00 s saved");
        window.lanes->setOneAtATime(ui::OneAtATime{{ms(1500), ms(1500)}, true, ms(2000)});
        QVERIFY(window.words("oneAtATime").contains(u"0.500 s"));
        QVERIFY(!window.words("oneAtATime").contains(u"saved"));
    }

    /// A download that failed last makes the run longer, and the comparison no worse.
    void whatWasSavedIsThatOfTheCard()
    {
        Under window;
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.facts.elapsed = ms(4500);
        window.timeline->setFacts(window.facts);
        window.lanes->setOneAtATime(ui::OneAtATime{{ms(5000), ms(5000)}, true, ms(2000)});
        QCOMPARE(window.words("oneAtATime"), u"One at a time: 5.00 s, measured; 3.00 s saved");
    }

    /// So that the rows above keep their room when the run ends.
    void theLoopIsThereFromTheStart()
    {
        Under window;
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(window.title("eventLoop")->isVisible());
        QCOMPARE(window.words("eventLoop"), u"Event loop");
        const int height = window.lanes->sizeHint().height();
        window.facts.loop.emplace();
        window.facts.loop->stills = {{ms(100), ms(200)}};
        window.facts.loop->longestStall = ms(100);
        window.timeline->setFacts(window.facts);
        QCOMPARE(window.words("eventLoop"), u"Event loop: blocked once, for 0.100 s");
        QCOMPARE(window.lanes->sizeHint().height(), height);
    }

    void lanesFoldAway()
    {
        Under window;
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QSignalSpy folded(window.lanes, &ui::TimelineLanes::folded);
        QTest::mouseClick(window.title("slots"), Qt::LeftButton);
        QCOMPARE(folded.size(), 1);
        QCOMPARE(window.lanes->foldedLanes(), QStringList{QStringLiteral("slots")});
        window.lanes->setFoldedLanes({QStringLiteral("throughput"), QStringLiteral("slots"),
                                      QStringLiteral("eventLoop"), QStringLiteral("oneAtATime")});
        const int titles = 4 * window.title("slots")->height();
        QTRY_COMPARE(window.lanes->height(), titles);
        window.lanes->setFoldedLanes({});
        QTRY_VERIFY(window.lanes->height() > titles);
    }

    /// Nothing is computed while nobody looks.
    void foldedLanesCostNothing()
    {
        Under window;
        window.lanes->setFoldedLanes({QStringLiteral("slots"), QStringLiteral("throughput"),
                                      QStringLiteral("eventLoop"), QStringLiteral("oneAtATime")});
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTest::qWait(0);
        window.looks = 0;
        for (int second = 3; second < 100; ++second)
            window.timeline->setNow(ms(second * 1000));
        QApplication::processEvents();
        QCOMPARE(window.looks, 0);
        window.title("slots")->click();
        QTRY_VERIFY(window.looks > 0);
    }

    void manyChangesAreOneLook()
    {
        int looks = 0;
        const std::vector<record::SharedRecord> tasks{simpleTask(1, 0, 100, 1000, 1'000'000)};
        ui::LaneFeed feed([&]() -> const std::vector<record::SharedRecord> & {
            ++looks;
            return tasks;
        });
        QSignalSpy drawn(&feed, &ui::LaneFeed::pictureChanged);
        ui::TimeRange range;
        range.setWidth(1000);
        range.setEnd(ms(1000));
        feed.setView(range);
        feed.touch(ms(1000));
        QCOMPARE(looks, 0); // nobody looks at it
        feed.setActive(true);
        QTRY_COMPARE(drawn.size(), 1);
        QCOMPARE(looks, 1);
        for (int times = 0; times < 50; ++times)
            feed.touch(ms(1000));
        QTRY_COMPARE(drawn.size(), 2); // a moment later
        QCOMPARE(looks, 2);
        QCOMPARE(feed.picture().slotCount, 1);
    }

    void aShortListIsLookedAtAsOftenAsItIsDrawn()
    {
        using namespace std::chrono_literals;
        QCOMPARE(ui::LaneFeed::paceFor(2000), 200ms);
        QCOMPARE(ui::LaneFeed::paceFor(2001), 1000ms);
    }

    void nothingIsSaidOfWhatWasNotLookedAtYet()
    {
        ui::TimelineState state;
        state.range.setWidth(1000);
        state.range.setRunning(state.isRunning = true);
        state.range.setEnd(ms(2000));
        ui::LanePicture picture;
        picture.window = {ms(0), ms(4000)};
        picture.grain = ms(10);
        picture.rates.assign(400, 0.);
        picture.now = ms(1000);
        const std::vector<record::SharedRecord> none;
        const ui::LaneSource source{
            state, picture, [&none]() -> const std::vector<record::SharedRecord> & { return none; },
            std::nullopt};
        const std::unique_ptr<ui::Lane> slotLane = ui::makeSlotLane(source);
        const std::unique_ptr<ui::Lane> throughput = ui::makeThroughputLane(source);
        const QRectF area(0, 0, 1000, 40);
        const auto tips = [&](double milliseconds) {
            const QPointF place(state.range.x(ms(milliseconds)), 5);
            return std::pair(!slotLane->tipAt(place, area).isEmpty(),
                             !throughput->tipAt(place, area).isEmpty());
        };
        picture.highest = {1e6, ms(1000)};
        QVERIFY2(throughput->figures().isEmpty(), "it may still turn out to be less");
        QCOMPARE(tips(900), std::pair(true, true)); // idle, and nothing came
        QCOMPARE(tips(1500), std::pair(false, false));
        picture.now = ms(2000);
        QCOMPARE(tips(1500), std::pair(true, true));
    }

    void lanesAreUnderTheBars_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addRow("left to right") << Qt::LeftToRight;
        QTest::addRow("right to left") << Qt::RightToLeft;
    }

    void lanesAreUnderTheBars()
    {
        QFETCH(Qt::LayoutDirection, direction);
        Under window;
        window.setLayoutDirection(direction);
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const auto place = [&](const QWidget *widget) {
            return QRect(widget->mapTo(&window, QPoint()), widget->size());
        };
        const QWidget *view = nullptr;
        for (const QWidget *child : window.lanes->findChildren<QWidget *>()) {
            if (child->accessibleName() == u"Slots"
                && qobject_cast<const QToolButton *>(child) == nullptr)
                view = child;
        }
        QVERIFY(view != nullptr);
        QTRY_COMPARE(place(view).left(), place(window.timeline).left());
        QTRY_COMPARE(place(view).right(), place(window.timeline).right());
        QTRY_VERIFY(!place(window.title("slots")).intersects(place(view)));
    }
};

LAPWING_TEST(TimelineLanesTest)
#include "tst_timelinelanes.moc"
