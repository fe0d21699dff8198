// SPDX-License-Identifier: MIT
#include "mainwindow.h"
#include "plan/lists/sources.h"
#include "support/rawserver.h"
#include "support/testmain.h"
#include "ui/longestwait.h"
#include "ui/rows.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;
using record::TaskState;
using ui::MainWindow;
using Activity = ui::DownloadController::Activity;
using test::longestWait;

class RowActionsTest : public QObject {
    Q_OBJECT

public:
    Q_INVOKABLE void take(const QUrl &url) { m_opened << url; }

private Q_SLOTS:
    void init()
    {
        QSettings().clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<test::RawServer>();
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

    void nothingIsOfferedWithoutARow()
    {
        for (const char *name :
             {"actionPause", "actionResume", "actionCancel", "actionRetry", "actionPauseAll",
              "actionResumeAll", "actionCopyLink", "actionCopyError", "actionOpenFile",
              "actionShowInFolder", "actionChecksum", "actionRemove", "actionExportAll",
              "actionExportFailed", "actionExportSelected"})
            QVERIFY2(!action(name)->isEnabled(), name);
        QVERIFY(!action("actionRetryFailed")->isEnabled());
    }

    void aRowIsPausedAndResumed()
    {
        startHeld();
        table()->selectRow(0);
        QTRY_VERIFY(action("actionPause")->isEnabled());
        QVERIFY(!action("actionResume")->isEnabled());
        action("actionPause")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(state(0), TaskState::Paused, longestWait);
        QTRY_VERIFY(m_window->windowTitle().startsWith(u"Paused"));
        QTRY_VERIFY(action("actionResume")->isEnabled());
        m_server->release();
        action("actionResume")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(state(0), TaskState::Done, longestWait);
    }

    void allArePausedAndResumed()
    {
        startHeld();
        QTRY_VERIFY(action("actionPauseAll")->isEnabled());
        action("actionPauseAll")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(state(0), TaskState::Paused, longestWait);
        m_server->release();
        QTRY_VERIFY(action("actionResumeAll")->isEnabled());
        action("actionResumeAll")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(state(0), TaskState::Done, longestWait);
    }

    void cancelHasItsOwnKeyAndEscapeDestroysNothing()
    {
        startHeld();
        chooseRow(0);
        QTRY_VERIFY(action("actionCancel")->isEnabled());
        QTest::keyClick(table(), Qt::Key_Escape);
        QVERIFY(!table()->selectionModel()->hasSelection());
        QCOMPARE(state(0), TaskState::Downloading);
        chooseRow(0);
        QTest::keyClick(table(), Qt::Key_Delete, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(state(0), TaskState::Cancelled, longestWait);
        QVERIFY(action("actionUndo")->isEnabled());
    }

    void whatFailedIsOfferedAgainWithItsNumber()
    {
        m_server->route("/a", {test::status(404), test::ok("a")});
        m_server->route("/b", {test::status(404), test::ok("b")});
        run({"/a", "/b"});
        QTRY_VERIFY(action("actionRetryFailed")->isEnabled());
        QCOMPARE(action("actionRetryFailed")->iconText(), u"Retry failed 2");
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(totals().in(TaskState::Done), 2, longestWait);
        QTRY_VERIFY(!action("actionRetryFailed")->isEnabled());
        QCOMPARE(action("actionRetryFailed")->iconText(), u"Retry failed");
    }

    void linksAndErrorsAreCopied()
    {
        m_server->route("/a", test::status(404));
        run({"/a?key=hunter2"});
        table()->setFocus();
        table()->selectAll();
        QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(copied(), m_server->url("/a?key=hunter2").toString());
        action("actionCopyError")->trigger();
        QVERIFY2(copied().contains(u"404") && copied().contains(u"[http-404]"),
                 qPrintable(copied()));
        QVERIFY2(!copied().contains(u"hunter2"), "an error is shown to others");
    }

    void theLinksOfALongListAreCopiedToo()
    {
        m_window->controller().add(test::someLinks(1200));
        QTRY_COMPARE(m_window->controller().count(), 1200);
        QGuiApplication::clipboard()->clear();
        table()->setFocus();
        table()->selectAll();
        QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(copied().count(u'\n'), 1199);
        QVERIFY(copied().endsWith(u"/1200.bin"));
    }

    void selectedLinksAreCopiedAsAListWithoutSecrets()
    {
        addListed();
        chooseRow(0);
        copyAs("aria2 input file");
        QTRY_COMPARE(copied(), u"http://one.example/a\n dir=docs\n out=b.iso\n split=4\n");
        QCOMPARE(message(), u"1 link copied, without passwords, cookies and headers");
        table()->selectAll();
        copyAs("CSV table");
        QTRY_COMPARE(copied(),
                     u"url,name,folder\r\nhttp://one.example/a,b.iso,docs\r\n"
                     "http://one.example/c,,\r\n");
        QCOMPARE(message(),
                 u"2 links copied, without passwords, cookies and headers. This format cannot "
                 "contain everything the list says of 1 link.");
    }

    void aFileHasAllThatTheListSays()
    {
        addListed();
        const QByteArray all = exported("actionExportAll", "all.jsonl");
        QCOMPARE(all.count('\n'), 2);
        for (const char *part : {"name:hunter2@one", "X-Token: hunter2", "docs", "b.iso", "split"})
            QVERIFY2(all.contains(part), all.constData());
        QTRY_COMPARE(message(), u"2 links exported to %1"_s.arg(path("all.jsonl")));
        QVERIFY(exported("actionExportAll", "all.csv").startsWith("url,name,folder\r\n"));
        QTRY_COMPARE(message(),
                     u"2 links exported to %1. This format cannot contain everything the list "
                     "says of 1 link."_s.arg(path("all.csv")));
    }

    void linksAreExportedInTheOrderOfTheList()
    {
        m_window->controller().add(test::someLinks(3));
        chooseRow(1);
        QCOMPARE(exported("actionExportSelected", "one.txt"), "http://one.example/2.bin\n");
        QVERIFY(!action("actionExportFailed")->isEnabled());
        m_window->controller().move({3}, plan::Move::Top, {1, 2, 3});
        QCOMPARE(exported("actionExportAll", "all.txt"),
                 "http://one.example/3.bin\nhttp://one.example/1.bin\n"
                 "http://one.example/2.bin\n");
    }

    void whatFailedIsExported()
    {
        m_server->route("/a", test::status(404));
        m_server->route("/b", test::ok("b"));
        run({"/a", "/b"});
        QTRY_VERIFY(action("actionExportFailed")->isEnabled());
        QCOMPARE(exported("actionExportFailed", "failed.txt"),
                 m_server->url("/a").toEncoded() + '\n');
    }

    void anExportOfLinksThatFailsIsSaid()
    {
        m_window->controller().add(test::someLinks(1));
        QTRY_VERIFY(action("actionExportAll")->isEnabled());
        action("actionExportAll")->trigger();
        Q_EMIT m_window->findChild<QFileDialog *>()->fileSelected(u"/no/such/folder/all.txt"_s);
        QTRY_VERIFY2(message().startsWith(u"Export failed"), qPrintable(message()));
    }

    void returnOpensTheFile()
    {
        QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "take");
        m_server->route("/a.txt", test::ok("a"));
        run({"/a.txt"});
        chooseRow(0);
        QTest::keyClick(table(), Qt::Key_Return);
        QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
        const QUrl file = QUrl::fromLocalFile(m_folder->filePath(QStringLiteral("a.txt")));
        QCOMPARE(m_opened, QList<QUrl>{file});
        QVERIFY(action("actionShowInFolder")->isEnabled());
        QVERIFY(!action("actionChecksum")->isEnabled());
    }

    void theMenuComesByMouseAndByKeys()
    {
        m_window->controller().add(test::someLinks(3));
        chooseRow(1);
        auto *menu = m_window->findChild<QMenu *>(QStringLiteral("rowMenu"));
        QTest::keyClick(table(), Qt::Key_F10, Qt::ShiftModifier);
        QTRY_VERIFY(menu->isVisible());
        QVERIFY(action("actionChecksum")->isEnabled());
        menu->close();
        QContextMenuEvent key(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QApplication::sendEvent(table(), &key);
        QTRY_VERIFY(menu->isVisible());
        menu->close();
        const QPoint place = table()->viewport()->mapToGlobal(QPoint(5, 5));
        QContextMenuEvent click(QContextMenuEvent::Mouse, QPoint(5, 5), place);
        QApplication::sendEvent(table()->viewport(), &click);
        QTRY_VERIFY(menu->isVisible());
        menu->close();
    }

    void deleteTakesTheSelectedRowsOff()
    {
        m_window->controller().add(test::someLinks(3));
        chooseRow(1);
        QTest::keyClick(table(), Qt::Key_Delete);
        QCOMPARE(m_window->controller().ids(), (std::vector{1, 3}));
    }

private:
    template<typename Widget>
    Widget *child(const char *name) const
    {
        return m_window->findChild<Widget *>(QLatin1String(name));
    }

    QAction *action(const char *name) const { return child<QAction>(name); }
    QTableView *table() const { return child<QTableView>("table"); }
    QString copied() const { return QGuiApplication::clipboard()->text(); }
    const record::Totals &totals() const
    {
        return m_window->controller().tasks().ledger().totals();
    }
    TaskState state(int row) const
    {
        return m_window->controller().tasks().ledger().at(row)->state;
    }

    void add(std::initializer_list<const char *> targets)
    {
        plan::Links links;
        for (const char *target : targets)
            links.urls.push_back(m_server->url(target));
        m_window->controller().add(links);
    }

    void run(std::initializer_list<const char *> targets)
    {
        add(targets);
        m_window->controller().start();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->controller().activity(), Activity::Idle, longestWait);
    }

    QString message() const { return child<QLabel>("message")->text(); }
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

    /// One of the two says all that a list can say.
    void addListed()
    {
        m_window->controller().add(
            plan::linksFromContents("http://name:hunter2@one.example/a\n dir=docs\n out=b.iso\n"
                                    " header=X-Token: hunter2\n split=4\nhttp://one.example/c\n"));
    }

    void copyAs(const char *format)
    {
        for (QAction *each : child<QMenu>("copyAsMenu")->actions()) {
            if (each->text() == QLatin1String(format))
                each->trigger();
        }
    }

    /// What the file of this name has then.
    QByteArray exported(const char *name, const char *fileName)
    {
        [&] { QTRY_VERIFY(action(name)->isEnabled()); }();
        action(name)->trigger();
        const std::unique_ptr<QFileDialog> dialog(m_window->findChild<QFileDialog *>());
        Q_EMIT dialog->fileSelected(path(fileName));
        QFile file(path(fileName));
        [&] { QTRY_VERIFY(file.exists()); }();
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void chooseRow(int row)
    {
        table()->setFocus();
        QTRY_VERIFY(table()->hasFocus());
        // Not by selectRow(), which minds a Shift that a key of an earlier test may have left.
        table()->selectionModel()->setCurrentIndex(table()->model()->index(row, 0),
                                                   QItemSelectionModel::ClearAndSelect
                                                       | QItemSelectionModel::Rows);
    }

    /// Half of it comes, and the rest when it is released; asked again, all of it.
    void startHeld()
    {
        m_server->route(
            "/held",
            {test::withLength(1000, test::filler(500)).hold().send(test::filler(500, 500)),
             test::ok(test::filler(1000))});
        add({"/held"});
        m_window->controller().start();
        QTRY_COMPARE_WITH_TIMEOUT(state(0), TaskState::Downloading, longestWait);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::RawServer> m_server;
    std::unique_ptr<MainWindow> m_window;
    QList<QUrl> m_opened;
};

LAPWING_TEST(RowActionsTest)
#include "tst_rowactions.moc"
