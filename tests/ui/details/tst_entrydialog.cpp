// SPDX-License-Identifier: MIT
#include "details/entrydialog.h"
#include "settings/fielderror.h"
#include "support/korean.h"
#include "support/testmain.h"
#include "ui/rows.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

using namespace lapwing;
using namespace Qt::Literals::StringLiterals;
using ui::EntryDialog;

class EntryDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsChangedIsHandedOver()
    {
        const EntryDialog dialog(test::someEntries(1).front());
        dialog.findChild<QLineEdit *>(u"name"_s)->setText(u"other.bin"_s);
        dialog.findChild<QLineEdit *>(u"folder"_s)->setText(u"sub"_s);
        dialog.findChild<QPlainTextEdit *>()->setPlainText(u"X-Mine: yes"_s);
        dialog.findChild<QLineEdit *>(u"max-tries"_s)->setText(u"3"_s);
        QVERIFY(isAccepting(dialog));
        const plan::Entry entry = dialog.entry();
        QCOMPARE(entry.name, u"other.bin");
        QCOMPARE(entry.extras->folder, u"sub");
        QVERIFY(entry.extras->headers == (std::vector<plan::Header>{{"X-Mine", "yes"}}));
        QVERIFY(entry.extras->options
                == (std::vector<plan::ListedOption>{{u"max-tries"_s, u"3"_s}}));
    }

    void whatIsWrongIsSaid()
    {
        const EntryDialog dialog(test::someEntries(1).front());
        QVERIFY(isAccepting(dialog));
        dialog.findChild<QLineEdit *>(u"timeout"_s)->setText(u"soon"_s);
        QVERIFY(!isAccepting(dialog));
        const QString said = dialog.findChild<ui::FieldError *>()->text();
        QVERIFY2(said.contains(u"Timeout: enter 1 to 600 seconds"), qPrintable(said));
    }

    void everyFieldHasAName()
    {
        const EntryDialog dialog(test::someEntries(1).front());
        for (const QLineEdit *field : dialog.findChildren<QLineEdit *>())
            QVERIFY(!field->accessibleName().isEmpty());
        QVERIFY(!dialog.findChild<QPlainTextEdit *>()->accessibleName().isEmpty());
    }

    void withRoomNothingScrolls()
    {
        EntryDialog dialog(test::someEntries(1).front());
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        dialog.findChild<QLineEdit *>(u"timeout"_s)->setText(u"soon"_s);
        QTRY_VERIFY(!dialog.findChild<ui::FieldError *>()->visibleRegion().isEmpty());
        QCOMPARE(dialog.findChild<QScrollArea *>()->verticalScrollBar()->maximum(), 0);
    }

    /// 1366x768 at scale 2, in a language whose lines are high.
    void itFitsASmallScreen()
    {
        const test::Korean korean;
        EntryDialog dialog(test::someEntries(1).front());
        dialog.resize(680, 340);
        dialog.show();
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QVERIFY2(dialog.width() <= 680 && dialog.height() <= 340, "its buttons are off the screen");
        const QList<QLineEdit *> fields = dialog.findChildren<QLineEdit *>();
        fields.constFirst()->setFocus();
        QVERIFY(fields.constLast()->visibleRegion().isEmpty());
        for (int place = 0; place < fields.size(); ++place) // the headers are one of their own
            QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        QVERIFY(fields.constLast()->hasFocus());
        QVERIFY(!fields.constLast()->visibleRegion().isEmpty());
        fields.constLast()->setText(u"x"_s); // what is wrong takes a line more
        QVERIFY(!isAccepting(dialog));
        QTRY_VERIFY(dialog.findChild<ui::FieldError *>()->height() > 0);
        QVERIFY(!fields.constLast()->visibleRegion().isEmpty());
        QVERIFY(fields.constFirst()->visibleRegion().isEmpty());
        fields.constFirst()->setFocus(Qt::TabFocusReason); // as behind the buttons
        QVERIFY(!fields.constFirst()->visibleRegion().isEmpty());
    }

private:
    static bool isAccepting(const EntryDialog &dialog)
    {
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled();
    }
};

LAPWING_TEST(EntryDialogTest)
#include "tst_entrydialog.moc"
