// SPDX-License-Identifier: MIT
#include "details/entrydialog.h"
#include "settings/fielderror.h"
#include "support/testmain.h"
#include "ui/rows.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

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

private:
    static bool isAccepting(const EntryDialog &dialog)
    {
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled();
    }
};

LAPWING_TEST(EntryDialogTest)
#include "tst_entrydialog.moc"
