// SPDX-License-Identifier: MIT
#include "input/linksdialog.h"
#include "support/testmain.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

using lapwing::ui::LinksDialog;

class LinksDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatItBeginsWithIsCounted()
    {
        const LinksDialog dialog(QStringLiteral("http://one.example/a\nhttp://one.example/b\n"));
        QTRY_COMPARE(countIn(dialog), u"2 links");
        QVERIFY(addButton(dialog)->isEnabled());
    }

    void theCountFollowsTheText()
    {
        const LinksDialog dialog{QString()};
        QTRY_COMPARE(countIn(dialog), u"0 links");
        QVERIFY(!addButton(dialog)->isEnabled());
        auto *text = dialog.findChild<QPlainTextEdit *>();
        text->setPlainText(QStringLiteral("http://one.example/a"));
        text->appendPlainText(QStringLiteral("no link")); // while the first count is made
        QTRY_COMPARE(countIn(dialog), u"1 link, 1 line is not a link");
        QVERIFY(addButton(dialog)->isEnabled());
    }

    void goingAwayWhileItCountsIsFine()
    {
        LinksDialog(QStringLiteral("http://one.example/a"));
        QTest::qWait(10);
    }

private:
    static QString countIn(const LinksDialog &dialog)
    {
        return dialog.findChild<QLabel *>(QStringLiteral("count"))->text();
    }

    static QPushButton *addButton(const LinksDialog &dialog)
    {
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }
};

LAPWING_TEST(LinksDialogTest)
#include "tst_linksdialog.moc"
