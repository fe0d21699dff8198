// SPDX-License-Identifier: MIT
#include "run/arrivinglinks.h"
#include "run/controller/downloadcontroller.h"
#include "support/testmain.h"
#include "ui/rows.h"

#include <QSignalSpy>

using namespace lapwing;
using ui::ArrivingLinks;
using ui::DownloadController;

namespace {

constexpr int portion = static_cast<int>(ArrivingLinks::maxPortion);
constexpr int many = 3 * portion + 10;

/// https://NAME.example/1.bin and so on.
plan::Links linksOf(const QString &name, int count)
{
    plan::Links links = test::someLinks(count);
    for (QUrl &url : links.urls)
        url.setHost(name + QStringLiteral(".example"));
    return links;
}

} // namespace

/// A long list comes in portions, so that no turn of the event loop is long: no clock is asked here.
class ArrivalsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAndRejectsGoWithTheirPortion()
    {
        plan::Links links = test::someLinks(portion + 2);
        links.details[1].name = QStringLiteral("one");
        links.details[portion + 1].name = QStringLiteral("last");
        links.unused[QStringLiteral("split")] = 2;
        links.rejects.push_back({7, QStringLiteral("no link"), {}});
        ArrivingLinks arrivals;
        arrivals.add(links);
        const plan::Links first = arrivals.take();
        QCOMPARE(first.urls.size(), ArrivingLinks::maxPortion);
        QCOMPARE(first.details.size(), std::size_t(1));
        QCOMPARE(first.details.at(1).name, QStringLiteral("one"));
        QVERIFY(first.rejects.empty());
        QVERIFY(!arrivals.note({portion, 0, {}, {}}));
        const plan::Links last = arrivals.take();
        QCOMPARE(last.urls.size(), std::size_t(2));
        QCOMPARE(last.details.size(), std::size_t(1));
        QCOMPARE(last.details.at(1).name, QStringLiteral("last"));
        const auto whole = arrivals.note({1, 1, last.rejects, last.unused});
        QVERIFY(whole && arrivals.isEmpty());
        QCOMPARE(whole->added, portion + 1);
        QCOMPARE(whole->alreadyThere, 1);
        QCOMPARE(whole->rejects.size(), std::size_t(1));
        QCOMPARE(whole->unused, links.unused);
    }

    void noTurnAddsMoreThanAPortion()
    {
        DownloadController controller;
        const QSignalSpy added(&controller, &DownloadController::added);
        const QSignalSpy inserted(&controller.tasks(), &QAbstractItemModel::rowsInserted);
        controller.add(test::someLinks(many));
        QCOMPARE(controller.count(), portion);
        QVERIFY(!controller.canClear()); // it would leave what is still to come
        QTRY_COMPARE(added.size(), 1);
        QCOMPARE(added.front().front().value<plan::Added>().added, many);
        QCOMPARE(controller.count(), many);
        QCOMPARE(inserted.size(), 4);
        for (const QList<QVariant> &rows : inserted)
            QVERIFY(rows.at(2).toInt() - rows.at(1).toInt() < portion);
        QVERIFY(controller.canClear());
    }

    void nothingThatIsThereIsMovedWhileListsGrow_data()
    {
        QTest::addColumn<bool>("isStored");
        QTest::newRow("a list that came before") << false;
        QTest::newRow("the list of the last session") << true;
    }

    void nothingThatIsThereIsMovedWhileListsGrow()
    {
        QFETCH(bool, isStored);
        DownloadController controller;
        store::State state;
        state.entries = test::someEntries(many);
        state.records = record::queuedRecords(state.entries);
        if (isStored)
            controller.restore(std::move(state));
        else
            controller.add(test::someLinks(many));
        const record::SharedRecord *record = &controller.tasks().ledger().at(0);
        const plan::Entry *entry = controller.entry(1);
        const auto capacity = controller.listing().known().capacity();
        QTRY_COMPARE(controller.count(), many);
        controller.add(linksOf(QStringLiteral("second"), many));
        QTRY_COMPARE(controller.count(), 2 * many);
        QCOMPARE(&controller.tasks().ledger().at(0), record);
        QCOMPARE(controller.entry(1), entry);
        QCOMPARE(controller.listing().known().capacity(), capacity);
    }

    void listsStayInTheOrderInWhichTheyCame()
    {
        DownloadController controller;
        controller.add(linksOf(QStringLiteral("first"), many));
        controller.add(linksOf(QStringLiteral("second"), many));
        controller.add(linksOf(QStringLiteral("third"), 1));
        const QSignalSpy added(&controller, &DownloadController::added);
        QTRY_COMPARE(added.size(), 3);
        QCOMPARE(controller.count(), 2 * many + 1);
        const record::Ledger &ledger = controller.tasks().ledger();
        QCOMPARE(ledger.at(many - 1)->url.host(), u"first.example");
        QCOMPARE(ledger.at(many)->url.host(), u"second.example");
        QCOMPARE(ledger.at(2 * many)->url.host(), u"third.example");
    }

    void theStoreIsToldOfAWholeListAtOnce()
    {
        DownloadController controller;
        std::vector<std::size_t> written;
        controller.setKeeper([&written](const std::vector<store::Change> &changes) {
            std::size_t entries = 0;
            for (const store::Change &change : changes) {
                if (const auto *put = std::get_if<store::PutEntries>(&change))
                    entries += put->entries.size();
            }
            written.push_back(entries);
        });
        controller.add(test::someLinks(many));
        QVERIFY(written.empty());
        controller.addAll(); // as when the window closes
        QCOMPARE(controller.count(), many);
        QCOMPARE(written, std::vector<std::size_t>{many});
    }

    void aDemoGivesWayToALongListToo()
    {
        DownloadController controller(0.1);
        controller.startDemo();
        QTRY_VERIFY(controller.count() > 0);
        controller.add(test::someLinks(many));
        QTRY_COMPARE(controller.count(), many);
        QCOMPARE(controller.tasks().ledger().at(0)->url.host(), u"one.example");
    }

    void nothingBeginsBeforeTheStoredListIsThere()
    {
        DownloadController controller;
        controller.awaitList();
        controller.add(test::someLinks(2));
        QVERIFY(controller.isEmpty() && controller.hasWaitingLinks());
        QVERIFY(!controller.canDemo() && !controller.canStart());
        store::State state;
        state.entries = test::someEntries(3);
        state.records = record::queuedRecords(state.entries);
        controller.restore(std::move(state));
        QCOMPARE(controller.count(), 3);
        controller.addPending();
        QCOMPARE(controller.count(), 3); // they were among them
        controller.add(test::someLinks(4));
        QCOMPARE(controller.count(), 4);
    }

    void theDemoWaitsForTheStoredList_data()
    {
        QTest::addColumn<int>("stored");
        QTest::newRow("which is empty") << 0;
        QTest::newRow("which is not") << 2;
    }

    void theDemoWaitsForTheStoredList()
    {
        QFETCH(int, stored);
        DownloadController controller(0.01);
        controller.awaitList();
        controller.startDemo(); // as `lapwing --demo` does
        store::State state;
        state.entries = test::someEntries(stored);
        state.records = record::queuedRecords(state.entries);
        controller.restore(std::move(state));
        controller.addPending();
        if (stored == 0)
            QTRY_COMPARE(controller.activity(), DownloadController::Activity::Running);
        QCOMPARE(controller.count(), stored == 0 ? 3 : stored);
        QTRY_COMPARE(controller.activity(), DownloadController::Activity::Idle);
    }

    void whoReadsARunKeepsItAsItWas()
    {
        ui::SharedRun run{test::runOf(plan::Mode::Together, 1, {test::queuedTask(1)})};
        const record::Run *before = run.get();
        run.edit().tasks.push_back(test::queuedTask(2));
        QCOMPARE(run.get(), before); // nobody else has it
        const auto read = run.share();
        run.edit().tasks.clear();
        QCOMPARE(read->tasks.size(), std::size_t(2));
        QVERIFY(run->tasks.empty());
    }
};

LAPWING_TEST(ArrivalsTest)
#include "tst_arrivinglinks.moc"
