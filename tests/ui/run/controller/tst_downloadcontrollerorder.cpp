// SPDX-License-Identifier: MIT
#include "session/storage.h"
#include "store/load.h"
#include "support/testmain.h"
#include "ui/controllertest.h"

#include <QSignalSpy>

using namespace lapwing;
using plan::Move;
using plan::Priority;
using record::TaskState;
using ui::DownloadController;
using Ids = std::vector<int>;

/// In which order the list stands and is downloaded, also while it runs, and what is kept of it.
class DownloadControllerOrderTest : public test::ControllerTest {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        makeServerAndFolder();
        m_raw->route("/*", test::ok("x"));
        makeController();
        m_controller->setAtOnce(1);
    }

    void cleanup() { takeDown(); }

    void theListIsDownloadedInItsOrder()
    {
        add({"/a", "/b", "/c", "/d"});
        m_controller->move({4, 3}, Move::Top, {});
        m_controller->move({1}, Move::Down, shown());
        QCOMPARE(numbers(), (Ids{4, 3, 1, 2}));
        m_controller->setPriority({2}, Priority::High);
        runToTheEnd();
        QCOMPARE(asked(), (QByteArrayList{"/b", "/c", "/d", "/a"}));
        const auto tasks = m_controller->document().runs.front().tasks;
        QCOMPARE(tasks.front()->id, 1); // a run has its own order, and keeps the ids
    }

    void itCanBeChangedWhileItRuns()
    {
        add({"/held", "/b", "/c", "/d", "/e"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_raw->requests(), 1, longestWait);
        m_controller->move({5}, Move::Top, {});
        m_controller->setPriority({2}, Priority::Low);
        m_controller->setPriority({4}, Priority::High);
        add({"/f"}); // joins, behind all
        m_controller->move({6}, Move::Up, shown());
        m_raw->release("gate");
        untilIdle();
        QCOMPARE(asked(), (QByteArrayList{"/held", "/d", "/e", "/c", "/f", "/b"}));
    }

    void aMoveIsUndoneAlsoWhileItRuns()
    {
        add({"/held", "/b", "/c"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_raw->requests(), 1, longestWait);
        const QSignalSpy offered(m_controller.get(), &DownloadController::undoOffered);
        m_controller->move({3}, Move::Top, {});
        QCOMPARE(offered.size(), 1);
        QCOMPARE(numbers(), (Ids{2, 3, 1}));
        m_controller->undo();
        QCOMPARE(numbers(), (Ids{1, 2, 3}));
        m_raw->release("gate");
        untilIdle();
        QCOMPARE(asked(), (QByteArrayList{"/held", "/b", "/c"}));
        m_controller->redo();
        QCOMPARE(numbers(), (Ids{2, 3, 1}));
    }

    /// Else holding a key would cost all other undos.
    void stepsOfTheSameRowsAreUndoneTogether()
    {
        add({"/a", "/b", "/c", "/d"});
        m_controller->remove({4});
        for (int step = 0; step < 30; ++step)
            m_controller->move({3}, step < 10 ? Move::Up : Move::Down, shown());
        m_controller->move({1}, Move::Down, shown());
        QCOMPARE(numbers(), (Ids{2, 1, 3}));
        m_controller->undo();
        m_controller->undo();
        QCOMPARE(numbers(), (Ids{1, 2, 3}));
        m_controller->undo();
        QCOMPARE(m_controller->count(), 4);
    }

    void aPriorityIsUndoneAndSaysWhatItIs()
    {
        add({"/a", "/b"});
        const QSignalSpy offered(m_controller.get(), &DownloadController::undoOffered);
        m_controller->setPriority({1, 2}, Priority::Low);
        QCOMPARE(offered.at(0).at(0).toString(), u"Priority of 2 downloads: Low");
        QCOMPARE(priority(1), Priority::Low);
        m_controller->setPriority({1, 2}, Priority::Low); // it is so already
        QCOMPARE(offered.size(), 1);
        m_controller->undo();
        QCOMPARE(priority(1), Priority::Normal);
        QVERIFY(!m_controller->canUndo());
    }

    void whatIsRemovedComesBackToItsPlace()
    {
        add({"/a", "/b", "/c"});
        m_controller->move({3}, Move::Top, {});
        m_controller->setPriority({3}, Priority::High);
        m_controller->remove({3});
        QCOMPARE(numbers(), (Ids{1, 2}));
        add({"/d"});
        m_controller->undo();
        QCOMPARE(numbers(), (Ids{2, 3, 1, 4}));
        QCOMPARE(priority(3), Priority::High);
        m_controller->clear();
        m_controller->undo();
        QCOMPARE(numbers(), (Ids{2, 3, 1, 4}));
    }

    void itComesBackInTheNextSession()
    {
        const QTemporaryDir data;
        {
            const ui::Storage storage(data.path(), *m_controller);
            QTRY_VERIFY(storage.isRead());
            add({"/a", "/b", "/c"});
            m_controller->move({3}, Move::Top, {});
            m_controller->setPriority({2}, Priority::Low);
        }
        DownloadController next;
        next.restore(store::load(data.path()).state);
        QCOMPARE(numbers(next), (Ids{2, 3, 1}));
        QCOMPARE(next.tasks().order().priorityOf(2), Priority::Low);
        next.add({{m_raw->url("/d")}, {}});
        QCOMPARE(numbers(next), (Ids{2, 3, 1, 4}));
    }

    void aMeasurementKeepsTheOrderThatTheRunHadAtItsEnd()
    {
        add({"/held", "/b", "/c"});
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_raw->requests(), 1, longestWait);
        m_controller->move({3}, Move::Top, {});
        m_raw->release("gate");
        untilIdle();
        m_controller->measure();
        QCOMPARE(m_controller->activity(), Activity::Measuring);
        QVERIFY(!m_controller->canReorder());
        m_controller->move({1}, Move::Top, {});
        QCOMPARE(numbers(), (Ids{2, 3, 1}));
        untilIdle();
        QCOMPARE(asked().mid(3), (QByteArrayList{"/c", "/held", "/b"}));
    }

private:
    [[nodiscard]] Ids shown() const { return m_controller->ids(); }

    /// Of each row, by id.
    [[nodiscard]] static Ids numbers(DownloadController &controller)
    {
        Ids numbers;
        for (int row = 0; row < controller.tasks().rowCount(); ++row)
            numbers.push_back(controller.tasks().rowAt(row).number);
        return numbers;
    }
    [[nodiscard]] Ids numbers() const { return numbers(*m_controller); }
    [[nodiscard]] Priority priority(int id) const
    {
        return m_controller->tasks().order().priorityOf(id);
    }

    /// The paths that the server was asked for, in their order.
    [[nodiscard]] QByteArrayList asked() const
    {
        QByteArrayList paths;
        for (const test::Request &request : m_raw->log())
            paths << request.path();
        return paths;
    }
};

LAPWING_TEST(DownloadControllerOrderTest)
#include "tst_downloadcontrollerorder.moc"
