// SPDX-License-Identifier: MIT
#include "details/entrydialog.h"
#include "settings/fielderror.h"
#include "support/korean.h"
#include "support/testmain.h"
#include "ui/rows.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace lapwing;
using namespace Qt::Literals::StringLiterals;
using ui::EntryDialog;

class EntryDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsChangedIsHandedOver()
    {
        const EntryDialog dialog(test::someEntries(1).front());
        dialog.findChild<QLineEdit *>(u"link"_s)->setText(u"http://other.example/x"_s);
        dialog.findChild<QLineEdit *>(u"name"_s)->setText(u"other.bin"_s);
        dialog.findChild<QLineEdit *>(u"folder"_s)->setText(u"sub"_s);
        dialog.findChild<QPlainTextEdit *>()->setPlainText(u"X-Mine: yes"_s);
        dialog.findChild<QLineEdit *>(u"max-tries"_s)->setText(u"3"_s);
        QVERIFY(isAccepting(dialog));
        const plan::Entry entry = dialog.entry();
        QCOMPARE(entry.url, QUrl(u"http://other.example/x"_s));
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
        QVERIFY2(said.contains(u"Response and stall timeout: enter 1 to 600 seconds"),
                 qPrintable(said));
    }

    void aLinkThatIsListedIsRefused()
    {
        const EntryDialog dialog(test::someEntries(1).front(), [](const QUrl &) { return true; });
        QVERIFY(isAccepting(dialog));
        dialog.findChild<QLineEdit *>(u"link"_s)->setText(u"http://other.example/x"_s);
        QVERIFY(!isAccepting(dialog));
        const QString said = dialog.findChild<ui::FieldError *>()->text();
        QVERIFY2(said.contains(u"already in the list"), qPrintable(said));
    }

    void aLinkThatIsListedMeanwhileIsSaidByOk()
    {
        bool isListed = false;
        EntryDialog dialog(test::someEntries(1).front(), [&](const QUrl &) { return isListed; });
        const QSignalSpy accepted(&dialog, &QDialog::accepted);
        dialog.open();
        dialog.findChild<QLineEdit *>(u"link"_s)->setText(u"http://other.example/x"_s);
        QVERIFY(isAccepting(dialog));
        isListed = true;
        okOf(dialog)->click();
        QCOMPARE(accepted.size(), 0);
        QVERIFY2(dialog.isVisible() && !isAccepting(dialog), "what was typed is still there");
        const QString said = dialog.findChild<ui::FieldError *>()->text();
        QVERIFY2(said.contains(u"already in the list"), qPrintable(said));
        dialog.findChild<QLineEdit *>(u"link"_s)->setText(u"http://one.example/1.bin"_s);
        okOf(dialog)->click();
        QCOMPARE(accepted.size(), 1);
    }

    void theFieldThatIsWrongIsMarkedAndFound()
    {
        EntryDialog dialog(test::someEntries(1).front());
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        auto *name = dialog.findChild<QLineEdit *>(u"name"_s);
        auto *timeout = dialog.findChild<QLineEdit *>(u"timeout"_s);
        const auto isMarked = [](const QWidget *field) {
            return field->palette().color(QPalette::Base)
                != field->parentWidget()->palette().color(QPalette::Base);
        };
        timeout->setText(u"soon"_s);
        QVERIFY(isMarked(timeout) && !isMarked(name));
        QVERIFY(timeout->accessibleDescription().contains(u"Response and stall timeout: enter"));
        name->setFocus();
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(dialog.focusWidget(), timeout);
        timeout->setText(u"5"_s);
        QVERIFY(!isMarked(timeout) && isAccepting(dialog));
        QVERIFY(!timeout->accessibleDescription().contains(u"Response and stall timeout: enter"));
    }

    void whatIsYesOrNoIsChosen()
    {
        plan::Entry entry = test::someEntries(1).front();
        const EntryDialog dialog(entry);
        auto *renames = dialog.findChild<QComboBox *>(u"auto-file-renaming"_s);
        QCOMPARE(renames->currentText(), u"as for all downloads");
        QVERIFY(!dialog.entry().extras);
        renames->setCurrentText(u"No"_s);
        QVERIFY(isAccepting(dialog));
        QVERIFY(dialog.entry().extras->options
                == (std::vector<plan::ListedOption>{{u"auto-file-renaming"_s, u"false"_s}}));
        QCOMPARE(dialog.findChild<QComboBox *>(u"allow-overwrite"_s)->findText(u"Yes"_s), -1);
    }

    void whatAListSaysOtherwiseStays()
    {
        plan::Entry entry = test::someEntries(1).front();
        auto extras = std::make_shared<plan::Extras>();
        extras->options = {{u"allow-overwrite"_s, u"true"_s}}; // which no list can
        entry.extras = extras;
        const EntryDialog dialog(entry);
        QCOMPARE(dialog.findChild<QComboBox *>(u"allow-overwrite"_s)->currentText(), u"true");
        QVERIFY(isAccepting(dialog));
        QVERIFY(dialog.entry().extras->options == extras->options);
    }

    void theFolderCanBeChosen()
    {
        const QTemporaryDir folder;
        const EntryDialog dialog(test::someEntries(1).front());
        dialog.findChild<QPushButton *>(u"chooseFolder"_s)->click();
        auto *files = dialog.findChild<QFileDialog *>();
        QVERIFY(files);
        Q_EMIT files->fileSelected(folder.path());
        QCOMPARE(dialog.entry().extras->folder, folder.path());
        files->close();
    }

    void everyFieldHasAName()
    {
        const EntryDialog dialog(test::someEntries(1).front());
        for (const QLineEdit *field : dialog.findChildren<QLineEdit *>())
            QVERIFY(!field->accessibleName().isEmpty());
        for (const QComboBox *choice : dialog.findChildren<QComboBox *>())
            QVERIFY(!choice->accessibleName().isEmpty());
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
        auto *first = dialog.findChild<QLineEdit *>(u"link"_s);
        auto *last = dialog.findChild<QComboBox *>(u"auto-file-renaming"_s);
        first->setFocus();
        QVERIFY(last->visibleRegion().isEmpty());
        constexpr int fieldsAndButton = 15;
        for (int field = 1; field < fieldsAndButton; ++field)
            QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        QVERIFY(last->hasFocus());
        QVERIFY(!last->visibleRegion().isEmpty());
        dialog.findChild<QLineEdit *>(u"timeout"_s)
            ->setText(u"x"_s); // what is wrong takes a line more
        QVERIFY(!isAccepting(dialog));
        QTRY_VERIFY(dialog.findChild<ui::FieldError *>()->height() > 0);
        QVERIFY(!last->visibleRegion().isEmpty());
        QVERIFY(first->visibleRegion().isEmpty());
        first->setFocus(Qt::TabFocusReason); // as behind the buttons
        QVERIFY(!first->visibleRegion().isEmpty());
    }

private:
    static QPushButton *okOf(const EntryDialog &dialog)
    {
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }

    static bool isAccepting(const EntryDialog &dialog) { return okOf(dialog)->isEnabled(); }
};

LAPWING_TEST(EntryDialogTest)
#include "tst_entrydialog.moc"
