// SPDX-License-Identifier: MIT
#include "list/taskmodel.h"
#include "mainwindow.h"
#include "measure/recordbuilder.h"
#include "support/testmain.h"
#include "timeline/timeline.h"
#include "ui/rows.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace lapwing;
using namespace lapwing::test;
using Follow = ui::TimeRange::Follow;

namespace {

/// A table of `count` tasks and the timeline beside it, 400 pixels high. All ran from 0 to 5 s.
class Beside : public QWidget {
public:
    explicit Beside(int count)
    {
        model.append(someEntries(count));
        record::Batch batch;
        for (int id = 1; id <= std::min(count, 100); ++id)
            batch.changed.push_back(doneTask(id, 5));
        model.apply(batch);
        proxy.setSourceModel(&model);
        table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        table.setModel(&proxy);
        timeline = new ui::Timeline(
            &table,
            [this](const QModelIndex &index) {
                ++asked;
                const bool isMapped = index.model() == &proxy;
                return &*model.ledger().at((isMapped ? proxy.mapToSource(index) : index).row());
            },
            [this]() -> const std::vector<record::SharedRecord> & {
                return model.ledger().records();
            },
            this);
        auto *line = new QHBoxLayout(this);
        line->addWidget(&table);
        line->addWidget(timeline, 1);
        resize(1400, 400);
        record::RunFacts facts;
        facts.elapsed = ms(5000);
        timeline->setFacts(facts);
        timeline->setNow(ms(5000));
        show();
    }

    [[nodiscard]] QWidget *rows() const
    {
        return timeline->findChild<QWidget *>(QStringLiteral("rows"));
    }
    [[nodiscard]] QWidget *axis() const
    {
        return timeline->findChild<QWidget *>(QStringLiteral("axis"));
    }
    [[nodiscard]] QLabel *sums() const
    {
        return timeline->findChild<QLabel *>(QStringLiteral("sums"));
    }
    [[nodiscard]] const ui::TimeRange &range() const { return timeline->state().range; }
    [[nodiscard]] QPoint onAxis(double milliseconds) const
    {
        return {static_cast<int>(range().x(ms(milliseconds))), axis()->height() / 2};
    }

    QTableView table;
    ui::TaskModel model;
    QSortFilterProxyModel proxy;
    ui::Timeline *timeline = nullptr;
    int asked = 0; ///< for records
};

void turnWheel(QWidget *over, const QPoint &at, int angle, Qt::KeyboardModifiers modifiers = {})
{
    QWheelEvent event(at, over->mapToGlobal(at), {}, {0, angle}, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(over, &event);
}

void dragOverAxis(const Beside &window, double from, double to)
{
    QTest::mousePress(window.axis(), Qt::LeftButton, {}, window.onAxis(from));
    QTest::mouseMove(window.axis(), window.onAxis((from + to) / 2));
    QTest::mouseMove(window.axis(), window.onAxis(to));
    QTest::mouseRelease(window.axis(), Qt::LeftButton, {}, window.onAxis(to));
}

} // namespace

class TimelineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// A hundred thousand rows cost those that are in sight.
    void onlyVisibleRowsArePainted()
    {
        Beside window(100'000);
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.asked = 0;
        window.rows()->repaint();
        const int fit = window.rows()->height() / window.table.rowHeight(0) + 1;
        QVERIFY(window.asked > 5);
        QVERIFY2(window.asked <= fit, qPrintable(QString::number(window.asked)));
    }

    void aChangeOutOfSightPaintsNothing()
    {
        Beside window(1000);
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.rows()->repaint();
        window.asked = 0;
        record::Batch batch;
        batch.changed = {doneTask(900)};
        window.model.apply(batch);
        QTest::qWait(0);
        QApplication::processEvents();
        QCOMPARE(window.asked, 0);
        batch.changed = {doneTask(2)};
        window.model.apply(batch);
        QTRY_VERIFY(window.asked > 0);
        QVERIFY(window.asked <= 2); // one row alone
    }

    void rowsStandBesideThoseOfTheTable()
    {
        Beside window(1000);
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const int top = window.table.viewport()->mapTo(&window, QPoint()).y();
        QCOMPARE(window.rows()->mapTo(&window, QPoint()).y(), top);
        window.table.verticalScrollBar()->setValue(50);
        QCOMPARE(window.table.rowAt(0), 50);
        window.table.clearSelection();
        QTest::mouseClick(window.rows(), Qt::LeftButton, {}, QPoint(20, 3));
        QCOMPARE(window.table.currentIndex().row(), 50);
        QVERIFY(window.table.selectionModel()->isRowSelected(50));
    }

    void theOrderIsThatOfTheTable()
    {
        Beside window(50);
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        auto *rows = static_cast<ui::TimelineRows *>(window.rows());
        const int second = window.table.rowHeight(0) + 3;
        QVERIFY(rows->tipAt({50, second}).startsWith(u"2.bin"));
        window.proxy.setFilterRegularExpression(QStringLiteral("^7\\.bin"));
        window.proxy.setFilterKeyColumn(1);
        QVERIFY(rows->tipAt({50, 3}).startsWith(u"7.bin"));
        QVERIFY(rows->tipAt({50, second}).isEmpty());
    }

    void aWheelOverRowsScrollsBoth()
    {
        Beside window(1000);
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const ui::TimeRange before = window.range();
        turnWheel(window.rows(), {50, 50}, -120);
        QVERIFY(window.table.verticalScrollBar()->value() > 0);
        QCOMPARE(window.range(), before);
    }

    void wheelsZoomAndMoveAlong()
    {
        Beside window(10);
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const record::Stamp scale = window.range().perPixel();
        turnWheel(window.axis(), {50, 5}, 120);
        QVERIFY(window.range().perPixel() < scale);
        turnWheel(window.rows(), {50, 50}, -60, Qt::ControlModifier);
        QVERIFY(window.range().perPixel() < scale); // half a step
        turnWheel(window.rows(), {50, 50}, -60, Qt::ControlModifier);
        QCOMPARE(window.range().perPixel(), scale);
        turnWheel(window.rows(), {50, 50}, 480, Qt::ControlModifier);
        turnWheel(window.rows(), {50, 50}, -120, Qt::ShiftModifier);
        QVERIFY(window.range().from() > record::Stamp{});
    }

    void theMiddleButtonDrags()
    {
        Beside window(10);
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.timeline->zoomAt(0, 5);
        QTest::mousePress(window.rows(), Qt::MiddleButton, {}, {300, 50});
        QTest::mouseMove(window.rows(), {200, 50});
        QTest::mouseRelease(window.rows(), Qt::MiddleButton, {}, {200, 50});
        QVERIFY(std::abs(window.range().x(record::Stamp{}) + 100) < 1e-3);
    }

    void keysDoAllOfIt()
    {
        Beside window(10);
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const ui::TimeRange fitted = window.range();
        QTest::keyClick(window.timeline, Qt::Key_Plus);
        QTest::keyClick(window.timeline, Qt::Key_Plus);
        QTest::keyClick(window.timeline, Qt::Key_Minus);
        QVERIFY(window.range().perPixel() < fitted.perPixel());
        QTest::keyClick(window.timeline, Qt::Key_Home);
        QTest::keyClick(window.timeline, Qt::Key_Right);
        const record::Stamp later = window.range().from();
        QVERIFY(later > record::Stamp{});
        QTest::keyClick(window.timeline, Qt::Key_Left);
        QVERIFY(window.range().from() < later);
        QTest::keyClick(window.timeline, Qt::Key_End);
        QCOMPARE(window.range().following(), Follow::End);
        QTest::keyClick(window.timeline, Qt::Key_F);
        QCOMPARE(window.range(), fitted);
        QTest::keyClick(window.timeline, Qt::Key_Down);
        QCOMPARE(window.table.currentIndex().row(), 0);
    }

    void itFollowsUntilItIsMoved()
    {
        Beside window(10);
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.timeline->setRunning(true, 2);
        window.timeline->setNow(ms(60'000));
        QVERIFY(window.range().to() >= ms(60'000));
        QTest::keyClick(window.timeline, Qt::Key_Plus);
        const record::Stamp to = window.range().to();
        window.timeline->setNow(ms(600'000));
        QCOMPARE(window.range().to(), to);
        QTest::keyClick(window.timeline, Qt::Key_F);
        QVERIFY(window.range().to() >= ms(600'000));
    }

    void aDragOverTheAxisChooses()
    {
        Beside window(10);
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QSignalSpy chosen(window.timeline, &ui::Timeline::stretchChosen);
        dragOverAxis(window, 1000, 3000);
        QCOMPARE(chosen.size(), 1);
        const std::optional<ui::Stretch> stretch = window.timeline->stretch();
        QVERIFY(stretch);
        const record::Stamp pixel = window.range().perPixel();
        QVERIFY(std::chrono::abs(stretch->from - ms(1000)) <= pixel);
        QVERIFY(std::chrono::abs(stretch->to - ms(3000)) <= pixel);
        QTRY_VERIFY(window.sums()->text().contains(u"10 downloads active"));
        QVERIFY(window.sums()->isVisible());
        QTest::mouseClick(window.axis(), Qt::LeftButton, {}, window.onAxis(500));
        QCOMPARE(chosen.size(), 2);
        QVERIFY(!window.timeline->stretch());
        QVERIFY(!window.sums()->isVisible());
    }

    void theStretchEndsWithTheRun()
    {
        Beside window(10);
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        dragOverAxis(window, 4000, 5300);
        QCOMPARE(window.timeline->stretch()->to, ms(5000));
    }

    void keysChooseAndClear()
    {
        Beside window(10);
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QSignalSpy chosen(window.timeline, &ui::Timeline::stretchChosen);
        QTest::keyClick(window.timeline, Qt::Key_S);
        QCOMPARE(window.timeline->stretch(), (ui::Stretch{ms(0), ms(5000)}));
        QTest::keyClick(window.timeline, Qt::Key_Escape);
        QVERIFY(!window.timeline->stretch());
        QTest::keyClick(window.timeline, Qt::Key_Escape); // is somebody else's now
        QCOMPARE(chosen.size(), 2);
    }

    /// Nothing else in the window says why rows are missing, or clears it.
    void theListIsFilteredWhileTheStretchCanBeSeen()
    {
        QSettings().clear();
        const QTemporaryDir folder;
        ui::MainWindow::Conditions conditions;
        conditions.folder = folder.path();
        ui::MainWindow window(conditions);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.controller().add(someLinks(5));
        const QSize wide(window.fontMetrics().averageCharWidth() * 200, window.height());
        window.resize(wide);
        auto *timeline = window.findChild<ui::Timeline *>();
        QTRY_VERIFY(timeline->isVisible());
        const auto rows = [&window] {
            return window.findChild<QTableView *>(QStringLiteral("table"))->model()->rowCount();
        };
        timeline->chooseInSight(); // no run was active in it
        QTRY_COMPARE(rows(), 0);
        auto *show = window.findChild<QAction *>(QStringLiteral("actionTimeline"));
        show->trigger();
        QVERIFY(!timeline->isVisible());
        QTRY_COMPARE(rows(), 5);
        show->trigger();
        QVERIFY(timeline->isVisible() && timeline->stretch());
        QTRY_COMPARE(rows(), 0);
        window.resize(window.minimumSizeHint()); // which hides it too
        QTRY_VERIFY(!timeline->isVisible());
        QTRY_COMPARE(rows(), 5);
        window.resize(wide);
        QTRY_VERIFY(timeline->isVisible());
        QTRY_COMPARE(rows(), 0);
        timeline->clearStretch();
        QTRY_COMPARE(rows(), 5);
    }

    void theLineOfAtOnceIsBelowTheTimes()
    {
        Beside window(10);
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        record::RunFacts facts;
        facts.elapsed = ms(5000);
        facts.atOnce = 6;
        window.timeline->setFacts(facts);
        const QImage axis = window.axis()->grab().toImage();
        const int x = window.onAxis(2600).x();
        const auto isLine = [&axis, x](int y) {
            const QColor colour = axis.pixelColor(x, y);
            return colour.blue() - colour.red() > 80;
        };
        int top = 0;
        while (top < axis.height() && !isLine(top))
            ++top;
        QVERIFY(top < axis.height());
        QVERIFY2(top >= window.axis()->fontMetrics().ascent(), qPrintable(QString::number(top)));
    }

    void aReaderHearsWhatIsInSight()
    {
        Beside window(10);
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.timeline->setRunning(true, 6);
        const auto heard = [&] {
            return window.timeline->accessibleDescription()
                .remove(QChar(0x2068))
                .remove(QChar(0x2069));
        };
        QTRY_COMPARE(heard(), u"From 0.0 s to 5.0 s, 6 running");
        QCOMPARE(window.timeline->accessibleName(), u"Timeline");
        window.timeline->setOfOneFile(true);
        QCOMPARE(window.timeline->accessibleName(), u"Timeline of the one file tried last");
        window.timeline->setOfOneFile(false);
        QCOMPARE(window.timeline->accessibleName(), u"Timeline");
    }

    /// Time runs the other way, and the figures can be read.
    void rightToLeftIsMirrored()
    {
        Beside window(10);
        window.setLayoutDirection(Qt::RightToLeft);
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(window.range().isMirrored());
        QCOMPARE(window.range().x({}), static_cast<double>(window.timeline->width()));
        auto *rows = static_cast<ui::TimelineRows *>(window.rows());
        const int x = static_cast<int>(window.range().x(ms(4000)));
        QVERIFY(rows->tipAt({x, 3}).contains(u"Receive"));
        QVERIFY(rows->tipAt({x, 3}).contains(QStringLiteral("\u20684.99 s\u2069")));
    }

    void anotherModelIsTaken()
    {
        Beside window(10);
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.table.setModel(&window.model);
        window.table.viewport()->repaint();
        QSignalSpy changed(window.timeline, &ui::Timeline::recordsChanged);
        record::Batch batch;
        batch.changed = {doneTask(2)};
        window.model.apply(batch);
        QCOMPARE(changed.size(), 1); // of the proxy nothing is heard any more
        window.table.setModel(&window.proxy);
    }
};

LAPWING_TEST(TimelineTest)
#include "tst_timeline.moc"
