// SPDX-License-Identifier: MIT
#include "statusline.h"
#include "support/testmain.h"
#include "text/catalogue.h"

#include <QAction>
#include <QDir>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

using namespace lapwing;

class StatusLineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFolderIsShortAndHasItsMenu()
    {
        ui::StatusLine line;
        QAction open(QStringLiteral("Open"));
        line.setFolderActions({&open});
        line.setFolder(QDir::homePath() + QStringLiteral("/Downloads"));
        auto *folder = line.findChild<QToolButton *>(QStringLiteral("folder"));
        QCOMPARE(folder->text(), u"Saving in ~/Downloads ▾");
        line.show();
        folder->click();
        auto *menu = line.findChild<QMenu *>();
        QVERIFY(menu->isVisible());
        QCOMPARE(menu->actions(), QList<QAction *>{&open});
        menu->close();
        QVERIFY(folder->focusPolicy() & Qt::TabFocus);
        line.setFolder(QDir::homePath() + QStringLiteral("s/Downloads"));
        QVERIFY2(!folder->text().contains(u'~'), "that is somebody else's");
        line.setFolder(u'/' + QString(300, u'x') + QStringLiteral("/end"));
        QVERIFY(folder->text().size() < 100);
        QVERIFY(folder->accessibleName().endsWith(u"/end"));
        line.setDemo(true);
        QCOMPARE(folder->text(), u"Demo: nothing is saved ▾");
        QCOMPARE(folder->accessibleName(), u"Demo: nothing is saved");
    }

    void aMessageIsNoStopUnlessItHasALink()
    {
        ui::StatusLine line;
        line.showMessage(QStringLiteral("Stopped."));
        QCOMPARE(message(line)->text(), u"Stopped.");
        QCOMPARE(message(line)->focusPolicy(), Qt::NoFocus);
        QVERIFY(link(line)->isHidden());
        int undone = 0;
        line.showMessage([] { return QStringLiteral("3 removed."); },
                         [] { return QStringLiteral("Undo"); }, [&undone] { ++undone; });
        QVERIFY(!link(line)->isHidden());
        QVERIFY(link(line)->focusPolicy() & Qt::TabFocus);
        link(line)->click();
        QCOMPARE(undone, 1);
        line.showMessage(QStringLiteral("Something else"));
        QVERIFY(link(line)->isHidden());
        link(line)->click();
        QCOMPARE(undone, 1);
    }

    void theActionMayShowTheNextMessage()
    {
        ui::StatusLine line;
        line.showMessage([] { return QStringLiteral("3 removed."); },
                         [] { return QStringLiteral("Undo"); },
                         [&line] { line.showMessage(QStringLiteral("3 restored.")); });
        link(line)->click();
        QCOMPARE(message(line)->text(), u"3 restored.");
    }

    void aMessageThatWasWithdrawnTakesNoLaterOneAway()
    {
        ui::StatusLine line;
        const int first = line.showMessage(QStringLiteral("3 removed."));
        const int second = line.showMessage(QStringLiteral("3 removed."));
        QVERIFY(!line.withdraw(first));
        QCOMPARE(message(line)->text(), u"3 removed.");
        QVERIFY(line.withdraw(second));
        QCOMPARE(message(line)->text(), QString());
    }

    void inAnotherLanguageAMessageIsSaidAgainOrGoes()
    {
        ui::StatusLine line;
        int times = 0;
        line.showMessage([&times] { return QString(u'm') + QString::number(++times); },
                         [&times] { return QString(u'l') + QString::number(times); },
                         [&times] { times = 10; });
        QCOMPARE(message(line)->text(), u"m1");
        text::speak(QStringLiteral("en"));
        QCOMPARE(message(line)->text(), u"m2");
        QCOMPARE(link(line)->text(), u"l2");
        link(line)->click();
        QCOMPARE(times, 10);
        line.showMessage([&times] { return times == 10 ? QStringLiteral("10") : QString(); },
                         [] { return QStringLiteral("Undo"); }, [] {});
        QVERIFY(!link(line)->isHidden());
        times = 0; // it is no longer so
        text::speak(QStringLiteral("en"));
        QCOMPARE(message(line)->text(), QString());
        QVERIFY(link(line)->isHidden());
        line.showMessage(QStringLiteral("Stopped."));
        text::speak(QStringLiteral("en"));
        QCOMPARE(message(line)->text(), QString());
    }

    void fromRightToLeftFiguresKeepTheirOrder()
    {
        ui::StatusLine line;
        line.setLayoutDirection(Qt::RightToLeft);
        line.setAmounts(QStringLiteral("48.0 MB, 1.6 MB/s"));
        QCOMPARE(line.findChild<QLabel *>(QStringLiteral("amounts"))->text(),
                 u"\u206848.0 MB, 1.6 MB/s\u2069");
    }

private:
    static QLabel *message(const ui::StatusLine &line)
    {
        return line.findChild<QLabel *>(QStringLiteral("message"));
    }
    static QToolButton *link(const ui::StatusLine &line)
    {
        return line.findChild<QToolButton *>(QStringLiteral("link"));
    }
};

LAPWING_TEST(StatusLineTest)
#include "tst_statusline.moc"
