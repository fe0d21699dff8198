// SPDX-License-Identifier: MIT
#include "input/checksumdialog.h"
#include "settings/fielderror.h"
#include "support/testmain.h"
#include "ui/rows.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>

using namespace lapwing;
using ui::ChecksumDialog;

namespace {

const QString md5 = QStringLiteral("md5=d41d8cd98f00b204e9800998ecf8427e");

} // namespace

class ChecksumDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChecksumIsTaken()
    {
        const ChecksumDialog dialog(test::someEntries(1).front());
        QVERIFY(!dialog.checksum());
        dialog.findChild<QLineEdit *>()->setText(u' ' + md5);
        QVERIFY(isAccepting(dialog));
        QVERIFY(dialog.checksum() == *plan::checksumFrom(md5));
    }

    void digitsAloneAreTakenByTheirNumber()
    {
        const ChecksumDialog dialog(test::someEntries(1).front());
        dialog.findChild<QLineEdit *>()->setText(md5.sliced(4).toUpper());
        QVERIFY(isAccepting(dialog));
        QVERIFY(dialog.checksum() == *plan::checksumFrom(md5));
    }

    void theOneThatIsThereIsShown()
    {
        plan::Entry entry = test::someEntries(1).front();
        entry.checksum = *plan::checksumFrom(md5);
        const ChecksumDialog dialog(entry);
        QCOMPARE(dialog.findChild<QLineEdit *>()->text(), md5);
        dialog.findChild<QLineEdit *>()->clear();
        QVERIFY2(isAccepting(dialog) && !dialog.checksum(), "it can be taken back");
    }

    void whatIsNoneIsSaidBesideIt()
    {
        const ChecksumDialog dialog(test::someEntries(1).front());
        dialog.findChild<QLineEdit *>()->setText(QStringLiteral("md5=12"));
        const QString said = dialog.findChild<ui::FieldError *>()->text();
        QVERIFY2(said.contains(u"32 hexadecimal digits"), qPrintable(said));
        QVERIFY(!isAccepting(dialog));
    }

private:
    static bool isAccepting(const ChecksumDialog &dialog)
    {
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled();
    }
};

LAPWING_TEST(ChecksumDialogTest)
#include "tst_checksumdialog.moc"
