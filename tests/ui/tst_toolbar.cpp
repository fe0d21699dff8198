// SPDX-License-Identifier: MIT
#include "mainwindow.h"
#include "support/korean.h"
#include "support/rawserver.h"
#include "support/testmain.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolBar>
#include <QToolButton>

using namespace lapwing;
using ui::MainWindow;
using Activity = ui::DownloadController::Activity;

/// Six things keep their place and their words, however narrow the window is and whatever goes on.
class ToolBarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QSettings().clear();
        m_folder = std::make_unique<QTemporaryDir>();
        open();
    }
    void cleanup()
    {
        m_window.reset();
        m_folder.reset();
    }

    void allSixAreWholeAtAnyWidth_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("wide") << 1100;
        QTest::newRow("640x480") << 640;
        QTest::newRow("as narrow as it can be") << 1;
    }
    void allSixAreWholeAtAnyWidth()
    {
        QFETCH(int, width);
        m_window->resize(width, 480);
        QTRY_VERIFY2(outOfSight().isEmpty(), qPrintable(outOfSight().join(u' ')));
        QVERIFY2(m_window->width() <= std::max(width, 640), "it would not fit on a small screen");
        for (const char *name : {"addButton", "runButton", "stopButton", "retryButton"})
            QCOMPARE(button(name)->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    }

    void allSixAreWholeInEachLanguage()
    {
        {
            const test::Korean korean;
            open();
            m_window->resize(1, 480);
            QTRY_VERIFY2(outOfSight().isEmpty(), qPrintable(outOfSight().join(u' ')));
            QVERIFY2(m_window->width() <= 640, qPrintable(QString::number(m_window->width())));
        }
        m_window->resize(1, 480);
        QTRY_VERIFY2(outOfSight().isEmpty(), qPrintable(outOfSight().join(u' ')));
    }

    void nothingMovesWhileItRuns()
    {
        m_window->resize(800, 480);
        const QList<QRect> before = places();
        fail(12);
        QCOMPARE(button("retryButton")->text(), u"Retry failed 12");
        QCOMPARE(places(), before);
        m_server.route("/slow", test::withLength(1000, test::filler(10)).hold());
        start({QStringLiteral("/slow")});
        QTRY_COMPARE(button("runButton")->text(), u"Pause all");
        QCOMPARE(places(), before);
        m_window->controller().stop();
        QTRY_COMPARE(m_window->controller().activity(), Activity::Idle);
    }

    void oneButtonStartsPausesAndResumes()
    {
        QVERIFY(!button("runButton")->isEnabled());
        QCOMPARE(button("runButton")->text(), u"Start");
        m_server.route("/slow", test::withLength(1000, test::filler(10)).hold());
        m_window->addInputs({m_server.url("/slow").toString()});
        QTRY_VERIFY(button("runButton")->isEnabled());
        button("runButton")->click();
        QTRY_COMPARE(button("runButton")->text(), u"Pause all");
        QTRY_COMPARE(m_window->controller().tasks().ledger().totals().running(), 1);
        button("runButton")->click();
        QTRY_COMPARE(button("runButton")->text(), u"Resume all");
        button("runButton")->click();
        QTRY_COMPARE(button("runButton")->text(), u"Pause all");
        button("stopButton")->click();
        QTRY_COMPARE(m_window->controller().activity(), Activity::Idle);
        QCOMPARE(m_window->controller().tasks().ledger().totals().in(record::TaskState::Paused), 1);
        QCOMPARE(button("runButton")->text(), u"Start"); // as the status line says
    }

    void aPressOfSpaceKeepsTheFocus()
    {
        m_server.route("/slow", test::withLength(1000, test::filler(10)).hold());
        m_window->addInputs({m_server.url("/slow").toString()});
        QTRY_VERIFY(button("runButton")->isEnabled());
        button("runButton")->setFocus();
        QTest::keyClick(button("runButton"), Qt::Key_Space);
        QTRY_COMPARE(button("runButton")->text(), u"Pause all");
        QVERIFY2(!button("stopButton")->hasFocus(), "the next press would stop it");
        QTRY_VERIFY(button("runButton")->hasFocus());
        m_window->controller().stop();
        QTRY_COMPARE(m_window->controller().activity(), Activity::Idle);
    }

    void retryIsAlwaysThere()
    {
        QVERIFY(button("retryButton")->isVisible());
        QVERIFY(!button("retryButton")->isEnabled());
        QCOMPARE(button("retryButton")->text(), u"Retry failed");
        fail(1);
        QVERIFY(button("retryButton")->isEnabled());
    }

    void tabReachesAllOfIt()
    {
        fail(1); // so that all but Stop can be used
        auto *first = button("addButton");
        first->setFocus();
        QStringList reached;
        for (int step = 0; step < 5; ++step) {
            reached << m_window->focusWidget()->objectName();
            QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(reached,
                 (QStringList{QStringLiteral("addButton"), QStringLiteral("runButton"),
                              QStringLiteral("retryButton"), QStringLiteral("atOnce"),
                              QStringLiteral("search")}));
    }

    void addHasAMenuForTheKeyboardToo()
    {
        button("addButton")->setFocus();
        QTest::keyClick(button("addButton"), Qt::Key_Down);
        QMenu *menu = button("addButton")->menu();
        QTRY_VERIFY(menu->isVisible());
        QStringList names;
        for (const QAction *action : menu->actions())
            names << action->objectName();
        QCOMPARE(names,
                 (QStringList{QStringLiteral("actionPaste"), QStringLiteral("actionAdd"),
                              QStringLiteral("actionOpen")}));
        menu->close();
    }

    void linksArePastedWhileAtOnceHasTheFocus()
    {
        auto *atOnce = m_window->findChild<QSpinBox *>(QStringLiteral("atOnce"));
        atOnce->setFocus();
        QGuiApplication::clipboard()->setText(QStringLiteral("http://one.example/1\n"));
        QTest::keyClick(atOnce, Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(m_window->controller().count(), 1);
        QGuiApplication::clipboard()->setText(QStringLiteral("7"));
        atOnce->setFocus();
        atOnce->selectAll();
        QTest::keyClick(atOnce, Qt::Key_V, Qt::ControlModifier);
        QTest::keyClick(atOnce, Qt::Key_Return);
        QCOMPARE(atOnce->value(), 7);
        QCOMPARE(m_window->controller().count(), 1);
    }

    void findGoesToTheSearch()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(m_window->findChild<QLineEdit *>(QStringLiteral("search"))->hasFocus());
    }

    void whatIsNotInItIsInAMenu()
    {
        QSet<const QAction *> reachable;
        QList<QAction *> left = m_window->menuBar()->actions();
        while (!left.isEmpty()) {
            const QAction *action = left.takeFirst();
            reachable << action;
            if (action->menu())
                left << action->menu()->actions();
        }
        for (QAction *action : m_window->findChildren<QAction *>()) {
            if (action->objectName().startsWith(u"action"))
                QVERIFY2(reachable.contains(action), qPrintable(action->objectName()));
        }
    }

private:
    void open()
    {
        MainWindow::Conditions conditions;
        conditions.folder = m_folder->path();
        m_window = std::make_unique<MainWindow>(conditions);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    QToolBar *bar() const { return m_window->findChild<QToolBar *>(QStringLiteral("toolBar")); }
    QToolButton *button(const char *name) const
    {
        return m_window->findChild<QToolButton *>(QLatin1String(name));
    }

    void start(const QStringList &targets)
    {
        QStringList links;
        for (const QString &target : targets)
            links << m_server.url(target.toLatin1().constData()).toString();
        const int before = m_window->controller().count();
        m_window->addInputs(links);
        QTRY_COMPARE(m_window->controller().count(), before + static_cast<int>(links.size()));
        m_window->controller().start();
    }

    void fail(int count)
    {
        QStringList targets;
        for (int number = 1; number <= count; ++number)
            targets << QStringLiteral("/gone-%1").arg(number);
        start(targets);
        QTRY_COMPARE(m_window->controller().tasks().ledger().totals().in(record::TaskState::Failed),
                     count);
        QTRY_COMPARE(m_window->controller().activity(), Activity::Idle);
    }

    QList<QRect> places() const
    {
        QList<QRect> found;
        for (QAction *each : bar()->actions())
            found << bar()->widgetForAction(each)->geometry();
        return found;
    }

    QStringList outOfSight() const
    {
        QStringList names;
        for (QAction *each : bar()->actions()) {
            const QWidget *widget = bar()->widgetForAction(each);
            const bool whole = widget->isVisible() && bar()->rect().contains(widget->geometry())
                && widget->width() >= widget->minimumSizeHint().width();
            if (!whole && !widget->objectName().isEmpty())
                names << widget->objectName();
        }
        return names;
    }

    test::RawServer m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

LAPWING_TEST(ToolBarTest)
#include "tst_toolbar.moc"
