// SPDX-License-Identifier: MIT
#include "list/columns/columns.h"
#include "list/listpage.h"
#include "list/taskorder.h"
#include "mainwindow.h"
#include "support/rawserver.h"
#include "support/testmain.h"
#include "ui/longestwait.h"
#include "ui/rows.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>

using namespace lapwing;
using ui::ColumnId;
using ui::MainWindow;
using Activity = ui::DownloadController::Activity;
using test::longestWait;

/// The order of the list and the priorities, by keys and menus of the window.
class QueueActionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QSettings().clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<test::RawServer>();
        m_server->route("/held", test::ok("held").afterRelease("gate"));
        m_server->route("/*", test::ok("x"));
        MainWindow::Conditions conditions;
        conditions.folder = m_folder->path();
        conditions.askToQuit = [](QWidget *, const MainWindow::Answer &answer) -> QDialog * {
            answer(true);
            return nullptr;
        };
        m_window = std::make_unique<MainWindow>(conditions);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_server.reset();
        m_folder.reset();
    }

    void withoutARowNothingIsOffered()
    {
        m_window->controller().add(test::someLinks(2));
        for (const char *name : {"actionMoveTop", "actionMoveUp", "actionMoveDown",
                                 "actionMoveBottom", "actionCheckAgain", "actionTrash"})
            QVERIFY2(!action(name)->isEnabled(), name);
        QVERIFY(!child<QMenu>("priorityMenu")->isEnabled());
        QVERIFY(!child<QMenu>("openWithMenu")->isEnabled());
    }

    void keysMoveTheSelectedRows()
    {
        m_window->controller().add(test::someLinks(5));
        choose({3, 4});
        key(Qt::Key_Up);
        QCOMPARE(shown(), u"1 3 4 2 5");
        key(Qt::Key_Home);
        QCOMPARE(shown(), u"3 4 1 2 5");
        key(Qt::Key_Down);
        QCOMPARE(shown(), u"1 3 4 2 5");
        key(Qt::Key_End);
        QCOMPARE(shown(), u"1 2 5 3 4");
        QCOMPARE(numberShown(0), u"1");
        QCOMPARE(numberShown(4), u"5");
        QTest::keyClick(table(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(shown(), u"1 2 3 4 5"); // all of it was of the same rows
    }

    /// What starts next is what stands first, and what is wanted sooner.
    void theRowThatWasMovedStartsFirst()
    {
        add({"/held", "/b", "/c", "/d", "/e"});
        m_window->controller().setAtOnce(1);
        m_window->controller().start();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->requests(), 1, longestWait);
        choose({5});
        key(Qt::Key_Home);
        choose({2});
        priority(plan::Priority::Low)->trigger();
        choose({4});
        priority(plan::Priority::High)->trigger();
        m_server->release("gate");
        QTRY_COMPARE_WITH_TIMEOUT(m_window->controller().activity(), Activity::Idle, longestWait);
        QByteArrayList asked;
        for (const test::Request &request : m_server->log())
            asked << request.path();
        QCOMPARE(asked, (QByteArrayList{"/held", "/d", "/e", "/c", "/b"}));
    }

    void theMenuMarksWhatTheSelectedHave()
    {
        m_window->controller().add(test::someLinks(3));
        choose({1, 2});
        priority(plan::Priority::High)->trigger();
        auto *menu = child<QMenu>("priorityMenu");
        Q_EMIT menu->aboutToShow();
        QVERIFY(priority(plan::Priority::High)->isChecked());
        QVERIFY(!priority(plan::Priority::Normal)->isChecked());
        priority(plan::Priority::High)->trigger(); // which it is already
        QVERIFY(priority(plan::Priority::High)->isChecked());
        choose({2, 3});
        Q_EMIT menu->aboutToShow();
        for (const plan::Priority each :
             {plan::Priority::High, plan::Priority::Normal, plan::Priority::Low})
            QVERIFY(!priority(each)->isChecked());
    }

    /// In another order a step would be none, or one that is not seen.
    void stepsAreForTheListsOwnOrder()
    {
        m_window->controller().add(test::someLinks(3));
        choose({2});
        QVERIFY(action("actionMoveUp")->isEnabled());
        table()->sortByColumn(static_cast<int>(ColumnId::Name), Qt::AscendingOrder);
        QTRY_VERIFY(!action("actionMoveUp")->isEnabled());
        QVERIFY(action("actionMoveUp")->toolTip().contains(u"List order"));
        key(Qt::Key_Down);
        QCOMPARE(shown(), u"1 2 3");
        QVERIFY(action("actionMoveTop")->isEnabled());
        key(Qt::Key_Home);
        table()->sortByColumn(static_cast<int>(ColumnId::Number), Qt::AscendingOrder);
        QCOMPARE(shown(), u"2 1 3");
        QTRY_VERIFY(action("actionMoveUp")->isEnabled());
        QVERIFY(!action("actionMoveUp")->toolTip().contains(u"List order"));
    }

    /// A step is one past the next row that is shown.
    void aStepIsAmongWhatIsShown()
    {
        m_window->controller().add(test::someLinks(5));
        child<QLineEdit>("search")->setText(QStringLiteral("-2.bin -3.bin -4.bin"));
        QTRY_COMPARE(shown(), u"1 5");
        choose({5});
        key(Qt::Key_Up);
        QCOMPARE(shown(), u"5 1");
        child<QLineEdit>("search")->clear();
        QTRY_COMPARE(shown(), u"5 2 3 4 1");
    }

    void theOrderAndThePriorityAreAColumn()
    {
        QHeaderView *header = table()->horizontalHeader();
        QVERIFY(header->isSectionHidden(static_cast<int>(ColumnId::Priority)));
        m_window->controller().add(test::someLinks(2));
        m_window->controller().setPriority({2}, plan::Priority::High);
        const QAbstractItemModel *model = table()->model();
        QCOMPARE(model->index(1, static_cast<int>(ColumnId::Priority)).data().toString(), u"High");
    }

    /// Columns that were kept before there was this one keep their places, and it stays hidden.
    void columnsKeptByAnEarlierVersionStay()
    {
        QHeaderView earlier(Qt::Horizontal);
        QStandardItemModel model(0, static_cast<int>(ColumnId::Priority));
        earlier.setModel(&model);
        earlier.hideSection(static_cast<int>(ColumnId::Size));
        earlier.moveSection(1, 3);
        QSettings().setValue(QStringLiteral("list/columns"), earlier.saveState());
        const MainWindow window({1.0, m_folder->path(), {}, {}});
        const QHeaderView *header =
            window.findChild<QTableView *>(QStringLiteral("table"))->horizontalHeader();
        QCOMPARE(header->count(), static_cast<int>(ui::columns().size()));
        QVERIFY(header->isSectionHidden(static_cast<int>(ColumnId::Size)));
        QCOMPARE(header->visualIndex(1), 3);
        QVERIFY(header->isSectionHidden(static_cast<int>(ColumnId::Priority)));
    }

private:
    template<typename Widget>
    Widget *child(const char *name) const
    {
        return m_window->findChild<Widget *>(QLatin1String(name));
    }

    QAction *action(const char *name) const { return child<QAction>(name); }
    QTableView *table() const { return child<QTableView>("table"); }
    QAction *priority(plan::Priority priority) const
    {
        return m_window->findChild<QAction *>(
            QStringLiteral("actionPriority%1").arg(static_cast<int>(priority)));
    }
    const ui::TaskOrder &order() const
    {
        return *static_cast<const ui::TaskOrder *>(table()->model());
    }

    void key(Qt::Key key) const { QTest::keyClick(table(), key, Qt::AltModifier); }

    void add(std::initializer_list<const char *> paths)
    {
        plan::Links links;
        for (const char *path : paths)
            links.urls.push_back(m_server->url(path));
        m_window->controller().add(links);
    }

    /// The rows with these ids, wherever they are.
    void choose(const QList<int> &ids)
    {
        table()->setFocus();
        QTRY_VERIFY(table()->hasFocus());
        table()->clearSelection();
        const auto flags = QItemSelectionModel::Select | QItemSelectionModel::Rows;
        for (int row = 0; row < order().rowCount(); ++row) {
            if (ids.contains(order().taskAt(row).id))
                table()->selectionModel()->select(order().index(row, 0), flags);
        }
    }

    QString shown() const
    {
        QStringList ids;
        for (int row = 0; row < order().rowCount(); ++row)
            ids << QString::number(order().taskAt(row).id);
        return ids.join(u' ');
    }

    QString numberShown(int row) const
    {
        return order().index(row, static_cast<int>(ColumnId::Number)).data().toString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::RawServer> m_server;
    std::unique_ptr<MainWindow> m_window;
};

LAPWING_TEST(QueueActionsTest)
#include "tst_queueactions.moc"
