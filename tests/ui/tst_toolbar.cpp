// SPDX-License-Identifier: MIT
#include "mainwindow.h"
#include "support/rawserver.h"
#include "support/testmain.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QToolBar>
#include <QToolButton>

using namespace lapwing;
using ui::MainWindow;

/// No action slips where nobody looks for it, however narrow the window is and whatever has failed.
class ToolBarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QSettings().clear();
        MainWindow::Conditions conditions;
        conditions.folder = m_folder.path();
        m_window = std::make_unique<MainWindow>(conditions);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void everyActionIsInSight_data()
    {
        QTest::addColumn<int>("percent"); // of the width by default
        QTest::addColumn<bool>("failed");
        for (const int percent : {100, 80, 62, 50}) { // 62: that of a scale of 1.6
            QTest::addRow("%d %%", percent) << percent << false;
            QTest::addRow("%d %%, some failed", percent) << percent << true;
        }
    }
    void everyActionIsInSight()
    {
        QFETCH(int, percent);
        QFETCH(bool, failed);
        setWidth(percent);
        if (failed)
            fail();
        QCOMPARE(action("actionRetryFailed")->isVisible(), failed);
        QTRY_VERIFY2(isInSight(), qPrintable(outOfSight().join(u' ')));
    }

    void withRoomAllHaveTheirWords()
    {
        setWidth(150);
        fail();
        QTRY_VERIFY(isInSight());
        for (const QToolButton *button : bar()->findChildren<QToolButton *>()) {
            if (button->defaultAction() != nullptr)
                QCOMPARE(button->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
        }
    }

    void theWordsComeBackWithTheRoom()
    {
        setWidth(50);
        QTRY_COMPARE(button("actionDemo")->toolButtonStyle(), Qt::ToolButtonIconOnly);
        setWidth(150);
        QTRY_COMPARE(button("actionDemo")->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    }

    void withoutWordsItStillHasAName()
    {
        for (QAction *each : bar()->actions()) {
            if (!each->isSeparator() && !each->iconText().isEmpty())
                QVERIFY2(!each->toolTip().isEmpty(), qPrintable(each->objectName()));
        }
    }

private:
    /// Of the width by default.
    void setWidth(int percent)
    {
        const int all = m_window->fontMetrics().averageCharWidth() * 165;
        m_window->resize(all * percent / 100, m_window->height());
    }

    void fail()
    {
        m_window->addInputs({m_server.url("/gone").toString()});
        QTRY_VERIFY(action("actionStart")->isEnabled());
        action("actionStart")->trigger();
        QTRY_VERIFY(action("actionRetryFailed")->isVisible());
    }

    QToolBar *bar() const { return m_window->findChild<QToolBar *>(QStringLiteral("toolBar")); }
    QAction *action(const char *name) const
    {
        return m_window->findChild<QAction *>(QLatin1String(name));
    }
    QToolButton *button(const char *name) const
    {
        return qobject_cast<QToolButton *>(bar()->widgetForAction(action(name)));
    }

    QStringList outOfSight() const
    {
        QStringList names;
        for (QAction *each : bar()->actions()) {
            const QWidget *widget = bar()->widgetForAction(each);
            const bool whole = widget->isVisible() && bar()->rect().contains(widget->geometry());
            if (each->isVisible() && !each->isSeparator() && !whole)
                names << each->iconText() + widget->objectName();
        }
        return names;
    }
    bool isInSight() const { return outOfSight().isEmpty(); }

    test::RawServer m_server;
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

LAPWING_TEST(ToolBarTest)
#include "tst_toolbar.moc"
