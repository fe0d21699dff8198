// SPDX-License-Identifier: MIT
#include "help/shortcuts.h"
#include "mainwindow.h"
#include "support/testmain.h"

#include <QAction>
#include <QDialog>
#include <QMap>
#include <QScreen>
#include <QTableWidget>
#include <QTemporaryDir>

using namespace lapwing;
using ui::Shortcut;

class ShortcutsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyActionWithAKeyIsThereOnce()
    {
        const QTemporaryDir folder;
        const ui::MainWindow window({0.1, folder.path(), {}, {}});
        QMap<QString, QString> keys;
        for (const Shortcut &shortcut : ui::shortcutsOf(window)) {
            QVERIFY2(!keys.contains(shortcut.command), qPrintable(shortcut.command));
            keys.insert(shortcut.command, shortcut.keys);
        }
        QCOMPARE(keys.value(QStringLiteral("Undo")), u"Ctrl+Z");
        QCOMPARE(keys.value(QStringLiteral("Cancel")), u"Ctrl+Del");
        QCOMPARE(keys.value(QStringLiteral("Add links")), u"Ctrl+N");
        QCOMPARE(keys.value(QStringLiteral("Timeline: all of it")), u"F");
        QCOMPARE(keys.value(QStringLiteral("Timeline: all of it, and one at a time")), u"Shift+F");
        QCOMPARE(keys.value(QStringLiteral("Timeline: move left, move right")), u"Left, Right");
        QCOMPARE(keys.value(QStringLiteral("Timeline: start, end")), u"Home, End");
        QCOMPARE(keys.value(QStringLiteral("First row, last row")), u"Home, End");
        QCOMPARE(keys.value(QStringLiteral("Add links: select or deselect rows")), u"Space");
    }

    /// One key for two commands of one window would do neither.
    void noKeyIsTakenTwice()
    {
        const QTemporaryDir folder;
        const ui::MainWindow window({0.1, folder.path(), {}, {}});
        // Each table copies what is chosen in it, while it has the focus.
        const QList<QKeySequence> copy{QKeySequence(QKeySequence::Copy)};
        QMap<QString, QString> commands;
        for (const QAction *action : window.findChildren<QAction *>()) {
            const bool isOfOneWidget = action->shortcutContext() == Qt::WidgetShortcut;
            if (action->text().isEmpty() || (isOfOneWidget && action->shortcuts() == copy))
                continue;
            for (const QKeySequence &keys : action->shortcuts()) {
                QVERIFY2(!commands.contains(keys.toString()),
                         qPrintable(keys.toString() + u' ' + action->text()));
                commands.insert(keys.toString(), action->text());
            }
        }
        QVERIFY(commands.size() > 20);
    }

    void theyAreShown()
    {
        const QTemporaryDir folder;
        ui::MainWindow window({0.1, folder.path(), {}, {}});
        window.findChild<QAction *>(QStringLiteral("actionShortcuts"))->trigger();
        auto *dialog = window.findChild<QDialog *>(QStringLiteral("shortcuts"));
        QVERIFY(dialog);
        const auto *table = dialog->findChild<QTableWidget *>();
        QCOMPARE(table->rowCount(), static_cast<int>(ui::shortcutsOf(window).size()));
        const QSize room = dialog->screen()->availableSize();
        QVERIFY(dialog->width() < room.width() && dialog->height() < room.height());
        dialog->close();
    }
};

LAPWING_TEST(ShortcutsTest)
#include "tst_shortcuts.moc"
