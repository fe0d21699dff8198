// SPDX-License-Identifier: MIT
#include "commandline.h"
#include "demo/server.h"
#include "details/detailspane.h"
#include "help/helpwindow.h"
#include "history/historywindow.h"
#include "input/rejectspanel.h"
#include "isolateddelegate.h"
#include "letterwidth.h"
#include "mainwindow.h"
#include "primer/primerwindow.h"
#include "report/sample.h"
#include "results/reportwindow.h"
#include "settings/settingsdialog.h"
#include "store/history.h"
#include "store/writer.h"
#include "support/edited.h"
#include "support/rawserver.h"
#include "support/smalldisk.h"
#include "support/testmain.h"
#include "ui/desktop/windowonbus.h"
#include "ui/longestwait.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace lapwing;
using ui::MainWindow;
using Activity = ui::DownloadController::Activity;
using test::longestWait;

class MainWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QSettings().clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_questions = 0;
        MainWindow::Conditions conditions;
        conditions.demoScale = 0.2;
        conditions.folder = m_folder->path();
        conditions.askToQuit = [this](QWidget *, const MainWindow::Answer &answer) -> QDialog * {
            ++m_questions;
            m_answer = answer;
            return nullptr;
        };
        m_window = std::make_unique<MainWindow>(conditions);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_folder.reset();
    }

    void theEmptyPageInvites()
    {
        QCOMPARE(child<QStackedWidget>("pages")->currentWidget()->objectName(), u"emptyPage");
        QCOMPARE(child<QLabel>("invitation")->text(),
                 u"Drop links or a text file here, or press Ctrl+V.");
        QVERIFY(!action("actionStart")->isEnabled());
        QVERIFY(!action("actionMeasure")->isEnabled());
        QVERIFY(!child<QTableView>("table")->accessibleName().isEmpty());
        QVERIFY2(child<QWidget>("card")->isHidden(),
                 "there is nothing to be said of an empty list");
        QCOMPARE(m_window->windowTitle(), u"Lapwing");
    }

    void pastedLinksAreCounted()
    {
        paste("http://one.example/1\nhttp://one.example/2\n");
        QTRY_COMPARE(message(), u"2 links added");
        QCOMPARE(child<QStackedWidget>("pages")->currentWidget()->objectName(), u"listPage");
        paste("http://one.example/2\nhttp://one.example/3\nnot a link\n");
        QTRY_COMPARE(
            message(),
            u"1 link added, 1 duplicate, 1 line refused (It does not start with http:// or "
            u"https://.)");
        QCOMPARE(m_window->controller().tasks().rowCount(), 3);
    }

    void rejectsAreShownInTheWindow()
    {
        paste("http://one.example/1\nnot a link\n");
        QTRY_VERIFY(!child<QToolButton>("link")->isHidden());
        auto *panel = child<QWidget>("rejects");
        QVERIFY(panel->isHidden());
        QCOMPARE(child<QToolButton>("link")->text(), u"Show");
        child<QToolButton>("link")->click();
        QVERIFY(!panel->isHidden());
        const QAbstractItemModel *rejects = panel->findChild<QTreeView *>()->model();
        QCOMPARE(rejects->rowCount(), 1);
        QCOMPARE(rejects->index(0, 0).data().toString(), u"2");
        QCOMPARE(rejects->index(0, 1).data().toString(), u"not a link");
        QVERIFY(!rejects->index(0, 2).data().toString().isEmpty());
        paste("http://one.example/2\n");
        QTRY_COMPARE(message(), u"1 link added");
        QVERIFY2(!panel->isHidden(), "they stay until somebody has seen enough of them");
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(panel->isHidden());
    }

    void rejectsAreShownAgain()
    {
        QVERIFY(!action("actionRefused")->isEnabled());
        paste("http://one.example/1\nnot a link\n");
        QTRY_VERIFY(action("actionRefused")->isEnabled());
        paste("http://one.example/2\n");
        QTRY_COMPARE(message(), u"1 link added"); // and nothing else leads to them
        const auto *panel = child<QWidget>("rejects");
        for (int time = 0; time < 2; ++time) {
            action("actionRefused")->trigger();
            QVERIFY(!panel->isHidden());
            QCOMPARE(panel->findChild<QTreeView *>()->model()->rowCount(), 1);
            panel->findChild<QToolButton *>(QStringLiteral("hide"))->click();
            QVERIFY(panel->isHidden());
        }
    }

    void refusedLinesAreKeptUntilTheyAreCleared()
    {
        const auto refusedIn = [](const MainWindow &window) {
            return window.findChild<QAction *>(QStringLiteral("actionRefused"));
        };
        for (const char *text : {"one", "two"}) {
            MainWindow window({1.0, m_folder->path(), {}, dataFolder()});
            window.controller().add({{}, {{1, QLatin1String(text), {plan::ListFault::NotHttp}}}});
            QTRY_VERIFY_WITH_TIMEOUT(!window.controller().isAwaited(), longestWait);
            QVERIFY(refusedIn(window)->isEnabled());
        }
        {
            MainWindow window({1.0, m_folder->path(), {}, dataFolder()});
            window.show();
            QTRY_VERIFY_WITH_TIMEOUT(refusedIn(window)->isEnabled(), longestWait);
            refusedIn(window)->trigger();
            const auto *panel = window.findChild<ui::RejectsPanel *>();
            const QAbstractItemModel *rejects = panel->findChild<QTreeView *>()->model();
            const QModelIndex group = rejects->index(0, 0);
            QCOMPARE(rejects->rowCount(group), 2);
            QCOMPARE(rejects->index(1, 1, group).data().toString(), u"two");
            panel->findChild<QToolButton *>(QStringLiteral("clear"))->click();
            QVERIFY(panel->isHidden() && !refusedIn(window)->isEnabled());
        }
        MainWindow window({1.0, m_folder->path(), {}, dataFolder()});
        QTRY_VERIFY_WITH_TIMEOUT(!window.controller().isAwaited(), longestWait);
        QVERIFY(!refusedIn(window)->isEnabled());
    }

    void noMessageLeadsToRefusedLinesThatWereCleared()
    {
        auto *panel = child<QWidget>("rejects");
        auto *link = child<QToolButton>("link");
        paste("http://one.example/1\nnot a link\n");
        QTRY_COMPARE(link->text(), u"Show");
        link->click();
        panel->findChild<QToolButton *>(QStringLiteral("clear"))->click();
        QVERIFY2(link->isHidden(), qPrintable(message()));

        child<QToolButton>("filter4")->click(); // what failed
        paste("http://one.example/2\nnot a link\n");
        QTRY_COMPARE(link->text(), u"Show them");
        action("actionRefused")->trigger();
        panel->findChild<QToolButton *>(QStringLiteral("clear"))->click();
        link->click();
        QCOMPARE(child<QTableView>("table")->model()->rowCount(), 2);
        QVERIFY(panel->isHidden());
        QTRY_VERIFY2(link->isHidden(), qPrintable(message()));
    }

    void refusedLinesThatAreShownAgainStayWithTheNext()
    {
        const auto refuse = [](MainWindow &window, const char *text) {
            QTRY_VERIFY_WITH_TIMEOUT(!window.controller().isAwaited(), longestWait);
            window.controller().add({{}, {{1, QLatin1String(text), {plan::ListFault::NotHttp}}}});
        };
        const auto press = [](const MainWindow &window, const char *name) {
            window.findChild<ui::RejectsPanel *>()
                ->findChild<QToolButton *>(QLatin1String(name))
                ->click();
        };
        const auto show = [](const MainWindow &window) {
            window.findChild<QAction *>(QStringLiteral("actionRefused"))->trigger();
            return window.findChild<ui::RejectsPanel *>()->findChild<QTreeView *>()->model();
        };
        {
            MainWindow window({1.0, m_folder->path(), {}, dataFolder()});
            window.show();
            refuse(window, "one");
            show(window);
            press(window, "hide");
            const QAbstractItemModel *shown = show(window);
            refuse(window, "two");
            QCOMPARE(shown->rowCount(shown->index(0, 0)), 2);
        }
        MainWindow window({1.0, m_folder->path(), {}, dataFolder()});
        window.show();
        QTRY_VERIFY_WITH_TIMEOUT(!window.controller().isAwaited(), longestWait);
        const QAbstractItemModel *shown = show(window);
        QCOMPARE(shown->rowCount(shown->index(0, 0)), 2);
        press(window, "hide");
        refuse(window, "three");
        show(window);
        QCOMPARE(shown->index(0, 1).data().toString(), u"three");
    }

    /// Beside the list there is room for one of them.
    void detailsAndRefusedLinesTakeTurns()
    {
        QAction *details = action("actionDetails");
        const auto *pane = child<ui::DetailsPane>("DetailsPane");
        const auto *panel = child<QWidget>("rejects");
        paste("http://one.example/1\nnot a link\n");
        QTRY_VERIFY(action("actionRefused")->isEnabled());
        details->trigger();
        QVERIFY(pane->isVisible());
        action("actionRefused")->trigger();
        QVERIFY(panel->isVisible() && pane->isHidden() && !details->isChecked());
        m_window->close(); // and they would be open again
        QVERIFY(QSettings().value(QStringLiteral("list/details")).toBool());
        m_window->show();
        panel->findChild<QToolButton *>(QStringLiteral("hide"))->click();
        QVERIFY2(panel->isHidden() && pane->isVisible(), "as it was before");

        action("actionRefused")->trigger();
        details->trigger();
        QVERIFY(panel->isHidden() && pane->isVisible());
        details->trigger();
        action("actionRefused")->trigger();
        panel->findChild<QToolButton *>(QStringLiteral("hide"))->click();
        QVERIFY2(pane->isHidden(), "they were closed before");
    }

    void refusedLinesStayWhenTheDetailsTakeTheirPlace()
    {
        paste("http://one.example/1\nnot a link\n");
        QTRY_VERIFY(action("actionRefused")->isEnabled());
        action("actionRefused")->trigger();
        action("actionDetails")->trigger();
        paste("http://one.example/2\nnot a link either\n");
        QTRY_COMPARE(m_window->controller().count(), 2);
        action("actionRefused")->trigger();
        const QAbstractItemModel *rejects =
            child<QWidget>("rejects")->findChild<QTreeView *>()->model();
        QTRY_COMPARE(rejects->rowCount(rejects->index(0, 0)), 2);
    }

    void refusedLinesAreNoHigherThanTheyNeed()
    {
        paste("http://one.example/1\nnot a link\n");
        QTRY_VERIFY(action("actionRefused")->isEnabled());
        action("actionRefused")->trigger();
        const auto *lines = child<QWidget>("rejects")->findChild<QTreeView *>();
        QTRY_VERIFY(lines->isVisible() && lines->height() < 5 * lines->fontMetrics().height());
        QVERIFY(lines->viewport()->height() >= lines->sizeHintForRow(0));
        QVERIFY2(dynamic_cast<ui::IsolatedDelegate *>(lines->itemDelegate()) != nullptr,
                 "from right to left full stops would stand before their sentences");
    }

    void theLinesOfAReasonHaveRoomWhenTheyAreExpanded()
    {
        paste("http://one.example/1\nnot a link\nnot a link either\n");
        QTRY_VERIFY(action("actionRefused")->isEnabled());
        action("actionRefused")->trigger();
        auto *lines = child<QWidget>("rejects")->findChild<QTreeView *>();
        const int row = lines->sizeHintForRow(0);
        QTRY_VERIFY(lines->viewport()->height() >= row);
        const QModelIndex group = lines->model()->index(0, 0);
        lines->expand(group);
        QTRY_VERIFY2(lines->viewport()->height() >= 3 * row,
                     "its own row and the two of the lines");
        lines->collapse(group);
        QTRY_VERIFY(lines->viewport()->height() < 3 * row);
    }

    void whatIsPastedUnderAFilterCanBeShown()
    {
        paste("http://one.example/1\n");
        QTRY_COMPARE(message(), u"1 link added");
        child<QToolButton>("filter4")->click(); // what failed
        paste("http://one.example/2\n");
        QTRY_COMPARE(message(), u"1 link added; the filter hides new downloads");
        QCOMPARE(child<QTableView>("table")->model()->rowCount(), 0);
        QCOMPARE(child<QToolButton>("link")->text(), u"Show them");
        child<QToolButton>("link")->click();
        QCOMPARE(child<QTableView>("table")->model()->rowCount(), 2);
        child<QLineEdit>("search")->setText(QStringLiteral("/2"));
        paste("http://one.example/3\nnot a link\n");
        QTRY_VERIFY(message().contains(u"refused"));
        QCOMPARE(child<QToolButton>("link")->text(), u"Show them");
        child<QToolButton>("link")->click();
        QTRY_COMPARE(child<QTableView>("table")->model()->rowCount(), 3);
        QVERIFY(child<QLineEdit>("search")->text().isEmpty());
        QVERIFY2(!child<QWidget>("rejects")->isHidden(), "nothing else leads to them");
    }

    void thatTheyAreHiddenIsSaidOnlyWhileTheyAre()
    {
        paste("http://one.example/1\n");
        QTRY_COMPARE(message(), u"1 link added");
        child<QToolButton>("filter4")->click();
        paste("http://one.example/2\nnot a link\n");
        QTRY_VERIFY(message().contains(u"hides"));
        child<QToolButton>("filter0")->click();
        QVERIFY2(message().startsWith(u"1 link added, 1 line refused"), qPrintable(message()));
        QVERIFY2(!message().contains(u"hides"), qPrintable(message()));
        QCOMPARE(child<QToolButton>("link")->text(), u"Show"); // what was refused
    }

    void whatIsAddedWhileTheListIsMeasuredCanBeShownToo()
    {
        paste("http://one.example/1\n");
        QTRY_COMPARE(message(), u"1 link added");
        child<QToolButton>("filter4")->click();
        action("actionCompare")->trigger();
        paste("http://one.example/2\n");
        QTRY_COMPARE(child<QToolButton>("link")->text(), u"Show them");
        child<QToolButton>("link")->click();
        QCOMPARE(child<QStackedWidget>("pages")->currentWidget()->objectName(), u"listPage");
        QCOMPARE(child<QTableView>("table")->model()->rowCount(), 2);
    }

    void nothingPastedIsSaidToo()
    {
        QGuiApplication::clipboard()->clear();
        paste("");
        QTRY_COMPARE(message(), u"No links found.");
    }

    void onWaylandItPastesOnceItHasTheKeyboard()
    {
        m_window.reset();
        QTRY_VERIFY(QGuiApplication::focusWindow() == nullptr);
        MainWindow::Conditions conditions;
        conditions.folder = m_folder->path();
        conditions.platform = QStringLiteral("wayland");
        MainWindow window(conditions);
        ui::CommandLineRequest request;
        request.pastes = true;
        QGuiApplication::clipboard()->setText(QStringLiteral("what it cannot see yet"));
        window.carryOut(request);
        QGuiApplication::clipboard()->setText(
            QStringLiteral("http://one.example/1\nhttp://one.example/2\n"));
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_COMPARE(window.controller().tasks().rowCount(), 2);
    }

    void aListOnTheCommandLineIsRead()
    {
        QFile list(m_folder->filePath(QStringLiteral("list.txt")));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("http://one.example/1\nhttp://one.example/2\n");
        list.close();
        m_window->addInputs({list.fileName(), QStringLiteral("http://one.example/3"),
                             QStringLiteral("/no/such/file")});
        QTRY_COMPARE(message(),
                     u"3 links added, 1 line refused (There is no such file, and it does not start "
                     u"with http:// or https://.)");
    }

    void theDemoIsRunMeasuredAndExported()
    {
        action("actionDemo")->trigger();
        QTRY_COMPARE(m_window->controller().activity(), Activity::Running);
        QVERIFY(!action("actionClear")->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(m_window->controller().activity(), Activity::Idle, longestWait);
        QCOMPARE(m_window->windowTitle(), u"Finished: 3 files – Lapwing");
        QVERIFY2(child<QLabel>("amounts")->text().isEmpty(), "it saves none");
        QVERIFY(child<QPushButton>("measure")->text().contains(u"3.1 MB"));
        QTRY_VERIFY2(child<QLabel>("sentence")->text().contains(u"limit"),
                     qPrintable(child<QLabel>("sentence")->text()));
        action("actionMeasure")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->controller().activity(), Activity::Idle, longestWait);
        QVERIFY(child<QLabel>("ground")->text().contains(u"measured once"));

        const QJsonObject run = exported();
        QCOMPARE(run.value(QStringLiteral("runs")).toArray().size(), 2);
        QCOMPARE(run.value(QStringLiteral("baseline"))
                     .toObject()
                     .value(QStringLiteral("kind"))
                     .toString(),
                 u"measured");
    }

    /// Which has other figures once it was measured.
    void theReportOfTheLastRunIsOneWindow()
    {
        const auto opened = [this] { return m_window->findChildren<ui::ReportWindow *>(); };
        const auto summary = [&opened] {
            return opened()
                .value(0)
                ->findChild<QPlainTextEdit *>(QStringLiteral("summary"))
                ->toPlainText();
        };
        action("actionDemo")->trigger();
        QTRY_COMPARE(m_window->controller().activity(), Activity::Running);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->controller().activity(), Activity::Idle, longestWait);
        action("actionReport")->trigger();
        QTRY_COMPARE(opened().size(), 1);
        QVERIFY2(summary().contains(u"(estimated)"), qPrintable(summary()));
        action("actionMeasure")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->controller().activity(), Activity::Idle, longestWait);
        opened().value(0)->showMinimized();
        action("actionReport")->trigger();
        QTRY_VERIFY2(summary().contains(u"(measured)"), qPrintable(summary()));
        QCOMPARE(opened().size(), 1);
        QVERIFY(!opened().value(0)->isMinimized());
    }

    void windowsThatAreMinimizedComeBackAsTheyWere()
    {
        const auto showAll = [this] {
            action("actionHelp")->trigger();
            action("actionPrimer")->trigger();
            m_window->takeOver({});
        };
        m_window->showMaximized();
        showAll();
        const QList<QWidget *> windows{windowOf<ui::HelpWindow>(), windowOf<ui::PrimerWindow>(),
                                       m_window.get()};
        for (QWidget *window : windows)
            window->setWindowState(window->windowState() | Qt::WindowMinimized);
        showAll();
        for (const QWidget *window : windows)
            QVERIFY2(!window->isMinimized(), window->metaObject()->className());
        QVERIFY(m_window->isMaximized());
    }

    void anExportThatFailsIsSaid()
    {
        action("actionDemo")->trigger();
        QTRY_COMPARE(m_window->controller().activity(), Activity::Running);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->controller().activity(), Activity::Idle, longestWait);
        m_window->exportTo(QStringLiteral("/no/such/folder/run.json"));
        QTRY_VERIFY(message().startsWith(u"Export failed"));
        m_window->exportTo(QStringLiteral("/tmp/run.xml"));
        QVERIFY2(message().contains(u"run.xml") && message().contains(u".json, ")
                     && message().contains(u".prom"),
                 qPrintable(message()));
    }

    void theStatusLineTellsTheEndAndWhereItIs()
    {
        test::RawServer server;
        server.route("/a", test::okFilled(2000));
        m_window->addInputs({server.url("/a").toString(), server.url("/none").toString()});
        QTRY_VERIFY(action("actionStart")->isEnabled());
        QCOMPARE(m_window->windowTitle(), u"2 links – Lapwing");
        action("actionStart")->trigger();
        QTRY_VERIFY2(message().startsWith(u"1 file, 1 failed, 2.0 kB in "), qPrintable(message()));
        QVERIFY2(message().endsWith(u". Double-click a failed download to see why."),
                 qPrintable(message()));
        QCOMPARE(child<QToolButton>("link")->text(), u"Open folder");
        QCOMPARE(child<QLabel>("amounts")->text(), u"All files: 2.0 kB");
        QCOMPARE(m_window->windowTitle(), u"Finished: 1 failed – Lapwing");
    }

    void theFolderOfTheRunIsShownAndOpenedWhateverIsChosenForTheNext()
    {
        test::Openings openings;
        const QTemporaryDir other;
        test::RawServer server;
        server.route("/a", test::ok("a").afterRelease("gate"));
        m_window->controller().add({{server.url("/a")}, {}});
        action("actionStart")->trigger();
        QTRY_COMPARE(m_window->controller().activity(), Activity::Running);
        m_window->controller().setFolder(other.path());
        QVERIFY2(message().contains(other.path()), qPrintable(message()));
        QVERIFY(child<QToolButton>("folder")->accessibleName().endsWith(m_folder->path()));
        action("actionOpenFolder")->trigger();
        QCOMPARE(openings.paths(), QStringList{m_folder->path()});
        m_window->controller().add({{server.url("/b")}, {}});
        QVERIFY2(message().startsWith(u"1 link added. ") && message().contains(other.path()),
                 qPrintable(message()));
        server.release("gate");
        QTRY_COMPARE(child<QToolButton>("link")->text(), u"Open folder");
        QVERIFY(child<QToolButton>("folder")->accessibleName().endsWith(other.path()));
        child<QToolButton>("link")->click();
        QCOMPARE(openings.paths(), (QStringList{m_folder->path(), m_folder->path()}));
    }

    void theStatusLineTellsWhatIsLeft()
    {
        test::RawServer server;
        const QByteArray whole = test::filler(10'000'000);
        server.route("/a",
                     test::withLength(whole.size(), whole.left(5'000'000))
                         .hold("gate")
                         .send(whole.mid(5'000'000)));
        m_window->resize(ui::letterWidth(m_window->fontMetrics()) * 150, m_window->height());
        m_window->controller().add({{server.url("/a")}, {}});
        action("actionStart")->trigger();
        auto *amounts = child<QLabel>("amounts");
        QTRY_VERIFY_WITH_TIMEOUT(amounts->text().endsWith(u" left"), longestWait);
        QVERIFY2(amounts->text().startsWith(u"5.0 MB, "), qPrintable(amounts->text()));
        m_window->resize(m_window->minimumSizeHint());
        QTRY_VERIFY_WITH_TIMEOUT(!amounts->text().contains(u"left"), longestWait);
        server.release("gate");
        QTRY_COMPARE_WITH_TIMEOUT(m_window->controller().activity(), Activity::Idle, longestWait);
    }

    void theTitleTellsHowFarItIs()
    {
        startSlowly();
        QTRY_COMPARE(m_window->windowTitle(), u"0% – 0 of 1 – Lapwing");
    }

    void theTitleDoesNotCallFinishedWhatWasStopped()
    {
        test::RawServer server;
        server.route("/a", test::ok("a"));
        server.route("/b", test::ok("b").afterRelease("gate"));
        m_window->controller().add({{server.url("/a"), server.url("/b")}, {}});
        action("actionStart")->trigger();
        QTRY_COMPARE(m_window->controller().tasks().ledger().totals().finished(), 1);
        action("actionStop")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->controller().activity(), Activity::Idle, longestWait);
        QCOMPARE(m_window->windowTitle(), u"Paused – 1 of 2 – Lapwing");
        server.release("gate");
    }

    void theTitleTellsThatAllIsPausedBesideWhatDoesNotStartByItself()
    {
        const QTemporaryDir elsewhere;
        startSlowly();
        const std::vector<int> begun = m_window->controller().ids();
        m_window->controller().setFolder(elsewhere.path());
        m_window->controller().add({{QUrl(QStringLiteral("http://one.example/next"))}, {}});
        m_window->controller().perform(ui::TaskAction::Pause, begun);
        QTRY_COMPARE(m_window->windowTitle(), u"Paused – 0 of 2 – Lapwing");
    }

    void itFitsASmallScreen()
    {
        action("actionDemo")->trigger();
        QTRY_COMPARE(m_window->controller().activity(), Activity::Running);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->controller().activity(), Activity::Idle, longestWait);
        const QSize least = m_window->minimumSizeHint().expandedTo(m_window->minimumSize());
        QVERIFY2(least.width() <= 640 && least.height() <= 480,
                 qPrintable(QStringLiteral("%1x%2").arg(least.width()).arg(least.height())));
    }

    void closingWhileItRunsAsksOnceAndStops()
    {
        const QSignalSpy quitting(m_window.get(), &MainWindow::quitting);
        startSlowly();
        m_window->close();
        m_window->close();
        QCOMPARE(m_questions, 1);
        QVERIFY(m_window->isVisible());
        QCOMPARE(quitting.size(), 0);
        m_answer(true);
        QCOMPARE(quitting.size(), 1); // what comes from now on is for the next window
        QVERIFY(quitting.front().front().toBool());
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), longestWait);
        QCOMPARE(m_window->controller().activity(), Activity::Idle);
        QCOMPARE(m_questions, 1);
    }

    void closingWhileTheDemoRunsAsksNothing()
    {
        action("actionDemo")->trigger();
        QTRY_COMPARE(m_window->controller().activity(), Activity::Running);
        m_window->close();
        QCOMPARE(m_questions, 0);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), longestWait);
    }

    /// What was to start after it is there for the next session.
    void closingWhileItIsMeasuredStartsNothing()
    {
        test::RawServer server;
        server.route("/a", test::ok("a"));
        server.route("/b", test::ok("b").afterRelease("gate"));
        ui::Settings settings;
        settings.startAfterAdding = true;
        m_window->controller().setSettings(settings);
        m_window->controller().add({{server.url("/a")}, {}});
        QTRY_VERIFY_WITH_TIMEOUT(m_window->controller().canMeasure(), longestWait);
        server.route("/a", test::ok("a").afterRelease("gate"));
        m_window->controller().measure();
        QTRY_COMPARE_WITH_TIMEOUT(server.requests(), 2, longestWait);
        m_window->controller().add({{server.url("/b")}, {}});
        m_window->close();
        QCOMPARE(m_questions, 1);
        m_answer(true);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), longestWait);
        QCOMPARE(m_window->controller().count(), 2);
        QCOMPARE(server.requests(), 2);
        server.release("gate");
    }

    void closingCanBeTakenBack()
    {
        startSlowly();
        m_window->close();
        m_answer(false);
        QVERIFY(m_window->isVisible());
        QCOMPARE(m_window->controller().activity(), Activity::Running);
    }

    void closingGoesOnOnceTheDownloadsHaveEnded()
    {
        test::RawServer server;
        server.route("/a", test::ok("a").afterRelease("gate"));
        MainWindow window({1.0, m_folder->path(), {}, {}});
        window.show();
        window.controller().add({{server.url("/a")}, {}});
        window.controller().start();
        QTRY_COMPARE_WITH_TIMEOUT(server.requests(), 1, longestWait);
        window.close();
        const QPointer<QMessageBox> question = window.findChild<QMessageBox *>();
        QVERIFY(question && question->isVisible());
        QVERIFY(window.isVisible());
        server.release("gate");
        QTRY_VERIFY_WITH_TIMEOUT(!window.isVisible(), longestWait);
        QTRY_VERIFY(question.isNull());
        QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("a"))));
    }

    void theQuestionStaysWhileAnotherRunFollows()
    {
        const QTemporaryDir other;
        test::RawServer server;
        server.route("/a", test::ok("a").afterRelease("first"));
        server.route("/b", test::ok("b").afterRelease("second"));
        m_window->controller().add({{server.url("/a")}, {}});
        m_window->controller().start();
        QTRY_COMPARE_WITH_TIMEOUT(server.requests(), 1, longestWait);
        m_window->controller().setFolder(other.path()); // from the next run on
        m_window->controller().add({{server.url("/b")}, {}});
        m_window->controller().startAdded();
        m_window->close();
        server.release("first");
        QTRY_COMPARE_WITH_TIMEOUT(server.requests(), 2, longestWait);
        QVERIFY(m_window->isVisible());
        server.release("second");
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), longestWait);
        QCOMPARE(m_questions, 1);
        QVERIFY(QFile::exists(other.filePath(QStringLiteral("b"))));
    }

    void closingAsksWhereTheListCouldNotBeSaved()
    {
        MainWindow window({1.0, m_folder->path(), {}, dataFolder()});
        showUnsaved(window);
        QPointer<QMessageBox> question = window.findChild<QMessageBox *>();
        QVERIFY(question && question->isVisible());
        QVERIFY2(question->text().contains(u"could not be saved"), qPrintable(question->text()));
        question->defaultButton()->click();
        QTRY_VERIFY(question.isNull());
        QVERIFY(window.isVisible());
        window.close();
        question = window.findChild<QMessageBox *>();
        for (QAbstractButton *button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        }
        QVERIFY(!window.isVisible());
    }

    void whatIsWrongWithTheListIsSaidStillOnceNothingIsLeftToResume()
    {
        const test::SmallDisk disk;
        if (!disk.isThere())
            QSKIP("nothing can be mounted here");
        test::RawServer server;
        server.route("/a", test::ok("a").afterRelease("gate"));
        {
            store::Writer writer(disk.folder());
            plan::Listing listing;
            listing.add({{server.url("/a")}, {}});
            record::TaskRecord paused = record::queued(listing.entries().front());
            paused.state = record::TaskState::Paused;
            writer.write(store::PutEntries{listing.entries()});
            writer.write(store::PutRecords{{paused}});
            QVERIFY(writer.flush(std::chrono::minutes(1)));
        }
        QVERIFY(disk.makeReadOnly());
        MainWindow window({1.0, m_folder->path(), {}, disk.folder()});
        window.show();
        const auto *message = window.findChild<QLabel *>(QStringLiteral("message"));
        QTRY_VERIFY_WITH_TIMEOUT(message->text().contains(u"unfinished"), longestWait);
        QVERIFY(message->text().contains(u"cannot be written to"));
        QStringList said; // before the run says that it is not saved
        const QObject listening;
        connect(&window.controller(), &ui::DownloadController::changed, &listening,
                [&said, message] { said << message->text(); });
        window.controller().perform(ui::TaskAction::Resume, {1});
        QTRY_COMPARE_WITH_TIMEOUT(server.requests(), 1, longestWait);
        const auto isSaid = [](const QString &text) {
            return text.contains(u"cannot be written to: changes") && !text.contains(u"unfinished");
        };
        QVERIFY2(std::ranges::any_of(said, isSaid), qPrintable(said.join(u'\n')));
        server.release("gate");
        QTRY_COMPARE_WITH_TIMEOUT(window.controller().activity(), Activity::Idle, longestWait);
    }

    void closingGoesOnOnceTheListIsSaved()
    {
        MainWindow window({1.0, m_folder->path(), {}, dataFolder()});
        showUnsaved(window);
        QVERIFY(window.isVisible());
        QVERIFY(QFile::remove(dataFolder()));
        QTRY_VERIFY_WITH_TIMEOUT(!window.isVisible(), longestWait);
    }

    void theListOfAKeptRunIsAddedLikeAnyOther()
    {
        {
            record::Run run = test::wholeRun(plan::Mode::Together, 1000);
            for (record::TaskRecord &task : test::edited(run.tasks))
                task.url = QUrl(QStringLiteral("http://one.example/%1").arg(task.id));
            store::Writer writer(dataFolder());
            writer.write(store::KeepDocument{[run] { return test::sampleDocument({run}); }});
            QVERIFY(writer.flush(std::chrono::minutes(1)));
        }
        MainWindow window({1.0, m_folder->path(), {}, dataFolder()});
        window.show();
        QTRY_VERIFY_WITH_TIMEOUT(!window.controller().isAwaited(), longestWait);
        window.findChild<QAction *>(QStringLiteral("actionHistory"))->trigger();
        auto *add =
            windowOf<ui::HistoryWindow>()->findChild<QAction *>(QStringLiteral("actionAdd"));
        QTRY_VERIFY_WITH_TIMEOUT(add->isEnabled(), longestWait);
        add->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(window.controller().ids().size(), std::size_t{2}, longestWait);
        const auto *said = window.findChild<QLabel *>(QStringLiteral("message"));
        QTRY_VERIFY(said->text().contains(u"2 links added"));
        add->trigger();
        QTRY_VERIFY2(said->text().contains(u"2 duplicates"), qPrintable(said->text()));
        QCOMPARE(window.controller().ids().size(), std::size_t{2});
    }

    void fewerRunsAreKeptAtOnce()
    {
        {
            store::Writer writer(dataFolder());
            report::Document run =
                test::sampleDocument({test::wholeRun(plan::Mode::Together, 1000)});
            for (const int links : {1, 2, 3}) {
                run.plan.entries = links; // or they are one run
                writer.write(store::KeepDocument{[run] { return run; }});
            }
            QVERIFY(writer.flush(std::chrono::minutes(1)));
        }
        MainWindow window({1.0, m_folder->path(), {}, dataFolder()});
        window.show();
        QTRY_VERIFY_WITH_TIMEOUT(!window.controller().isAwaited(), longestWait);
        QCOMPARE(keptRuns(), 3);
        window.findChild<QAction *>(QStringLiteral("actionSettings"))->trigger();
        auto *settings = window.findChild<ui::SettingsDialog *>();
        settings->findChild<QSpinBox *>(QStringLiteral("maxKeptRuns"))->setValue(1);
        settings->accept();
        QTRY_COMPARE_WITH_TIMEOUT(keptRuns(), 1, longestWait);
    }

    void choicesAreRemembered()
    {
        child<QSpinBox>("atOnce")->setValue(11);
        m_window->close();
        const MainWindow next(MainWindow::Conditions{});
        QCOMPARE(next.findChild<QSpinBox *>(QStringLiteral("atOnce"))->value(), 11);
    }

    void helpStandsBesideTheWindowAndEndsWithIt()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F1);
        QVERIFY(QTest::qWaitForWindowExposed(help()));
        QVERIFY(!help()->isModal());
        QVERIFY(m_window->isActiveWindow() || help()->isActiveWindow());
        m_window->close();
        QVERIFY2(help() == nullptr, "or the program would go on behind the help");
    }

    void aboutTellsTheVersions()
    {
        action("actionAbout")->trigger();
        auto *box = m_window->findChild<QMessageBox *>();
        QVERIFY(box != nullptr && box->isVisible());
        QVERIFY2(box->text().contains(QStringLiteral(LAPWING_VERSION)), qPrintable(box->text()));
        const int title = box->fontMetrics().horizontalAdvance(box->windowTitle());
        QVERIFY2(box->width() > title + 20 * box->fontMetrics().averageCharWidth(),
                 "its title is cut by the buttons of the frame");
        for (const QString &word : {QStringLiteral("MIT"), QString::fromLatin1(qVersion())})
            QVERIFY2(box->informativeText().contains(word), qPrintable(box->informativeText()));
    }

    void whatIsUndoneIsSaidHoweverLongAgoItWas()
    {
        paste("http://one.example/a.bin\nhttp://one.example/b.bin");
        QTRY_COMPARE(m_window->controller().count(), 2);
        action("actionClear")->trigger();
        QCOMPARE(action("actionUndo")->text(), u"&Undo: Clear list of 2 downloads");
        paste("http://one.example/c.bin"); // its message takes the place of the offer
        QTRY_COMPARE(m_window->controller().count(), 1);
        action("actionUndo")->trigger();
        QCOMPARE(m_window->controller().count(), 3);
        QCOMPARE(message(), u"Undone: Clear list of 2 downloads.");
        QCOMPARE(child<QToolButton>("link")->text(), u"Redo");
        child<QToolButton>("link")->click();
        QCOMPARE(m_window->controller().count(), 1);
        QCOMPARE(message(), u"Redone: Clear list of 2 downloads.");
    }

    /// A step up or a checksum says nothing, and would be what the link undoes.
    void theOfferToUndoGoesOnceItWouldBeOfSomethingElse()
    {
        ui::DownloadController &controller = m_window->controller();
        paste("http://one.example/a\nhttp://one.example/b\nhttp://one.example/c");
        QTRY_COMPARE(controller.count(), 3);
        controller.remove({1});
        QVERIFY2(message().contains(u"removed"), qPrintable(message()));
        QCOMPARE(child<QToolButton>("link")->text(), u"Undo");
        controller.move({3}, plan::Move::Up, controller.ids());
        QCOMPARE(message(), QString());
        QVERIFY(child<QToolButton>("link")->isHidden());

        controller.remove({3});
        QVERIFY2(message().contains(u"removed"), qPrintable(message()));
        controller.setChecksum(
            2, *plan::checksumFrom(QStringLiteral("md5=d41d8cd98f00b204e9800998ecf8427e")));
        QCOMPARE(message(), QString());
        action("actionUndo")->trigger();
        QCOMPARE(child<QToolButton>("link")->text(), u"Redo");
        controller.remove({2});
        QVERIFY2(message().contains(u"removed"), qPrintable(message()));
        child<QToolButton>("link")->click();
        QCOMPARE(controller.count(), 1);
        controller.move({2}, plan::Move::Top, {}); // it is there already
        QVERIFY2(message().startsWith(u"Undone"), qPrintable(message()));
    }

    void noToolTipHoldsAnAmpersand()
    {
        for (const QAction *each : m_window->findChildren<QAction *>())
            QVERIFY2(!each->toolTip().contains(u'&'), qPrintable(each->toolTip()));
    }

private:
    QString dataFolder() const { return m_folder->filePath(QStringLiteral("data")); }

    int keptRuns() const
    {
        const auto all = store::summaries(dataFolder());
        return all ? static_cast<int>(all->size()) : -1;
    }

    /// A window that is to close, whose list cannot be written: a file is in the place of its folder.
    void showUnsaved(MainWindow &window)
    {
        window.show();
        QTRY_VERIFY_WITH_TIMEOUT(!window.controller().isAwaited(), longestWait);
        QVERIFY(QFile(dataFolder()).open(QIODevice::WriteOnly));
        window.controller().add({{QUrl(QStringLiteral("http://one.example/a"))}, {}});
        const auto *said = window.findChild<QLabel *>(QStringLiteral("message"));
        QTRY_VERIFY_WITH_TIMEOUT(said->text().contains(u"could not be saved"), longestWait);
        window.close();
    }

    template<typename Widget>
    Widget *child(const char *name) const
    {
        return m_window->findChild<Widget *>(QLatin1String(name));
    }

    template<typename Window>
    static QWidget *windowOf()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (qobject_cast<Window *>(widget) != nullptr)
                return widget;
        }
        return nullptr;
    }

    static QWidget *help() { return windowOf<ui::HelpWindow>(); }

    QAction *action(const char *name) const { return child<QAction>(name); }
    QString message() const { return child<QLabel>("message")->text(); }

    void paste(const char *text)
    {
        QGuiApplication::clipboard()->setText(QLatin1String(text));
        action("actionPaste")->trigger();
    }

    void startSlowly()
    {
        QVERIFY(m_server.address().port() > 0 || m_server.listen());
        m_window->addInputs(
            {m_server.address().toString() + QStringLiteral("/meal-60000/slow.bin")});
        QTRY_VERIFY(action("actionStart")->isEnabled());
        action("actionStart")->trigger();
        QTRY_COMPARE(m_window->controller().tasks().ledger().totals().running(), 1);
    }

    QJsonObject exported()
    {
        QFile file(m_folder->filePath(QStringLiteral("run.json")));
        m_window->exportTo(file.fileName());
        [&] { QTRY_VERIFY(message().startsWith(u"Exported")); }();
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }

    demo::Server m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
    MainWindow::Answer m_answer;
    int m_questions = 0;
};

LAPWING_TEST(MainWindowTest)
#include "tst_mainwindow.moc"
