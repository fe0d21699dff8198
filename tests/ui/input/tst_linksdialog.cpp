// SPDX-License-Identifier: MIT
#include "input/linksdialog.h"
#include "input/previewtable.h"
#include "support/testmain.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace lapwing;
using ui::LinksDialog;

namespace {

QString manyLinks(int count)
{
    QString text;
    for (int number = 0; number < count; ++number)
        text += u"http://one.example/file-%1.iso\n"_s.arg(number);
    return text;
}

} // namespace

class LinksDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatItBeginsWithIsShown()
    {
        const LinksDialog dialog({u"http://one.example/a\nhttp://one.example/b\n"_s});
        QTRY_COMPARE(countIn(dialog), u"2 new");
        QCOMPARE(label(dialog, "sources"), u"plain text, 2 links");
        QCOMPARE(rowsOf(dialog).rowCount(), 2);
        QVERIFY(addButton(dialog)->isEnabled());
        QVERIFY(startButton(dialog)->isEnabled());
    }

    void theCountFollowsTheText()
    {
        const LinksDialog dialog({});
        QTRY_COMPARE(countIn(dialog), u"0 new");
        QVERIFY(!addButton(dialog)->isEnabled());
        auto *text = dialog.findChild<QPlainTextEdit *>();
        text->setPlainText(u"http://one.example/a"_s);
        text->appendPlainText(u"no link"_s); // while the first count is made
        QTRY_COMPARE(countIn(dialog), u"1 new, 1 refused");
        QVERIFY(addButton(dialog)->isEnabled());
    }

    void goingAwayWhileItCountsIsFine()
    {
        LinksDialog({u"http://one.example/a"_s});
        QTest::qWait(10);
    }

    void whatIsChosenIsHandedOver()
    {
        LinksDialog dialog({u"http://one.example/a\nhttp://one.example/b"_s,
                            std::make_shared<ui::KnownEntries>(), u"/tmp/before"_s, 3});
        QTRY_COMPARE(countIn(dialog), u"2 new");
        rowsOf(dialog).setData(rowsOf(dialog).index(0, 0), Qt::Unchecked, Qt::CheckStateRole);
        QCOMPARE(countIn(dialog), u"2 new, 1 selected");
        dialog.findChild<QLineEdit *>(u"folder"_s)->setText(u"../other"_s);
        QCOMPARE(dialog.findChild<QSpinBox *>(u"atOnce"_s)->value(), 3);
        dialog.findChild<QSpinBox *>(u"atOnce"_s)->setValue(9);
        const QSignalSpy accepted(&dialog, &QDialog::accepted);
        startButton(dialog)->click();
        QTRY_COMPARE(accepted.size(), 1);
        QCOMPARE(dialog.choice().links.urls, std::vector{QUrl(u"http://one.example/b"_s)});
        QCOMPARE(dialog.choice().folder, u"/tmp/other");
        QCOMPARE(dialog.choice().atOnce, 9);
        QVERIFY(dialog.choice().starts);
    }

    void addingWaitsForWhatWasTypedLast()
    {
        LinksDialog dialog({u"http://one.example/a"_s});
        QTRY_COMPARE(countIn(dialog), u"1 new");
        const QSignalSpy accepted(&dialog, &QDialog::accepted);
        dialog.findChild<QPlainTextEdit *>()->setPlainText(manyLinks(3));
        addButton(dialog)->click();
        QTRY_COMPARE(accepted.size(), 1);
        QCOMPARE(dialog.choice().links.urls.size(), 3U);
        QVERIFY(!dialog.choice().starts);
    }

    void rangesAreOfferedAndShown()
    {
        const LinksDialog dialog({u"http://one.example/[01:20]"_s});
        auto *expand = dialog.findChild<QCheckBox *>(u"expand"_s);
        QTRY_VERIFY(!expand->isHidden());
        QCOMPARE(expand->text(), u"Expand ranges (20 links)");
        QCOMPARE(dialog.findChild<QLineEdit *>(u"ranges"_s)->text(),
                 u"http://one.example/01, 02, 03, … 20");
        QCOMPARE(countIn(dialog), u"1 new");
        expand->setChecked(true);
        QTRY_COMPARE(countIn(dialog), u"20 new");
        dialog.findChild<QPlainTextEdit *>()->setPlainText(u"http://one.example/[1:2000000]"_s);
        QTRY_VERIFY(expand->text().contains(u"2,000,000"));
        QTRY_COMPARE(countIn(dialog), u"0 new, 1 refused");
        expand->setChecked(false);
        QTRY_COMPARE(countIn(dialog), u"1 new");
        QVERIFY(!expand->isEnabled());
    }

    void filesAreDroppedAndOpened()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"list.txt"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("http://one.example/a\n  out=b\nno link\n");
        file.close();
        LinksDialog dialog({});
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&dialog, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&dialog, &drop);
        QTRY_COMPARE(countIn(dialog), u"1 new, 1 refused");
        QCOMPARE(label(dialog, "sources"), u"list.txt: aria2 list, 1 link");
        auto *clear = dialog.findChild<QPushButton *>(u"clear"_s);
        QVERIFY(!clear->isHidden());
        clear->click();
        QTRY_COMPARE(countIn(dialog), u"0 new");
    }

    void refusedLinesAreShownOnRequest()
    {
        const LinksDialog dialog({u"http://one.example/a\nno link\nneither"_s});
        auto *button = dialog.findChild<QPushButton *>(u"showRejects"_s);
        QTRY_VERIFY(!button->isHidden());
        auto *panel = dialog.findChild<QWidget *>(u"rejects"_s);
        QVERIFY(panel->isHidden());
        button->click();
        QVERIFY(!panel->isHidden());
    }

    void theFilterShowsFewer()
    {
        const LinksDialog dialog({manyLinks(20)});
        QTRY_COMPARE(rowsOf(dialog).rowCount(), 20);
        dialog.findChild<QLineEdit *>(u"filter"_s)->setText(u"file-1"_s);
        QTRY_COMPARE(rowsOf(dialog).rowCount(), 11);
        dialog.findChild<QPushButton *>(u"tickNone"_s)->click();
        QCOMPARE(countIn(dialog), u"20 new, 9 selected");
    }

    void whatIsUntickedWhileItReadsStaysSo()
    {
        const LinksDialog dialog({manyLinks(2)});
        QTRY_COMPARE(countIn(dialog), u"2 new");
        dialog.findChild<QPlainTextEdit *>()->setPlainText(manyLinks(3));
        rowsOf(dialog).setData(rowsOf(dialog).index(0, 0), Qt::Unchecked, Qt::CheckStateRole);
        QTRY_COMPARE(countIn(dialog), u"3 new, 2 selected");
    }

    /// Else "Select none" would mean rows that are not looked for.
    void whatIsLookedForWhileItReadsIsShown()
    {
        const LinksDialog dialog({manyLinks(2)});
        QTRY_COMPARE(countIn(dialog), u"2 new");
        dialog.findChild<QPlainTextEdit *>()->setPlainText(manyLinks(3));
        dialog.findChild<QLineEdit *>(u"filter"_s)->setText(u"file-2"_s);
        QTRY_COMPARE(countIn(dialog), u"3 new");
        QTRY_COMPARE(rowsOf(dialog).rowCount(), 1);
    }

    void settingsThatAreIgnoredAreNamed()
    {
        const LinksDialog dialog(
            {u"http://one.example/a\n  dir=sub\n  split=3\n  seed-time=0\n"_s});
        QTRY_COMPARE(label(dialog, "unused"), u"Not used: seed-time, split");
    }

    void foldersElsewhereNeedATick()
    {
        LinksDialog dialog({u"http://one.example/a\n dir=/elsewhere\nhttp://one.example/b\n"
                            " dir=sub\nhttp://one.example/c\n dir=/chosen/sub\n"_s,
                            std::make_shared<ui::KnownEntries>(), u"/chosen"_s});
        QTRY_COMPARE(countIn(dialog), u"3 new");
        auto *allow = dialog.findChild<QCheckBox *>(u"allowFolders"_s);
        QVERIFY(!allow->isHidden() && !allow->isChecked());
        QVERIFY2(allow->text().contains(u"outside the folder"), qPrintable(allow->text()));
        allow->setChecked(true);
        const QSignalSpy accepted(&dialog, &QDialog::accepted);
        addButton(dialog)->click();
        QTRY_COMPARE(accepted.size(), 1);
        QVERIFY(dialog.choice().links.details.at(0).extras->mayLeave);
    }

    void withoutATickFoldersElsewhereStayRefused()
    {
        LinksDialog dialog({u"http://one.example/a\n dir=/elsewhere\n"_s,
                            std::make_shared<ui::KnownEntries>(), u"/chosen"_s});
        QTRY_COMPARE(countIn(dialog), u"1 new");
        auto *folder = dialog.findChild<QLineEdit *>(u"folder"_s);
        folder->setText(u"/elsewhere"_s); // which is the chosen one now
        Q_EMIT folder->editingFinished();
        const auto *allow = dialog.findChild<QCheckBox *>(u"allowFolders"_s);
        QTRY_VERIFY(allow->isHidden());
        const QSignalSpy accepted(&dialog, &QDialog::accepted);
        addButton(dialog)->click();
        QTRY_COMPARE(accepted.size(), 1);
        QVERIFY(!dialog.choice().links.details.at(0).extras->mayLeave);
    }

    void longListsStayOutOfTheField()
    {
        const LinksDialog dialog({manyLinks(100'000)});
        QVERIFY(dialog.findChild<QPlainTextEdit *>()->toPlainText().isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(rowsOf(dialog).rowCount(), 100'000, 60'000);
        QTRY_COMPARE(label(dialog, "sources"), u"Pasted text: plain text, 100,000 links");
        QCOMPARE(countIn(dialog), u"100,000 new");
    }

    void everythingHasANameAndFitsASmallWindow()
    {
        LinksDialog dialog({u"http://one.example/[1-3]\nno link"_s});
        dialog.show();
        QTRY_COMPARE(countIn(dialog), u"1 new, 1 refused");
        dialog.findChild<QPushButton *>(u"showRejects"_s)->click();
        for (const QWidget *field : dialog.findChildren<QWidget *>()) {
            const bool isStop = (field->focusPolicy() & Qt::TabFocus) != 0 && field->isVisible()
                && field->focusProxy() == nullptr;
            const auto *button = qobject_cast<const QAbstractButton *>(field);
            const bool isNamed = !field->accessibleName().isEmpty()
                || (button != nullptr && !button->text().isEmpty());
            if (isStop)
                QVERIFY2(isNamed, qPrintable(field->objectName()));
        }
        QVERIFY(dialog.minimumSizeHint().width() <= 640);
        QVERIFY2(dialog.minimumSizeHint().height() <= 480,
                 qPrintable(QString::number(dialog.minimumSizeHint().height())));
    }

private:
    static QString label(const LinksDialog &dialog, const char *name)
    {
        return dialog.findChild<QLabel *>(QLatin1String(name))->text();
    }

    static QString countIn(const LinksDialog &dialog) { return label(dialog, "count"); }

    static ui::PreviewModel &rowsOf(const LinksDialog &dialog)
    {
        return dialog.findChild<ui::PreviewTable *>()->rows();
    }

    static QPushButton *addButton(const LinksDialog &dialog)
    {
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }

    static QPushButton *startButton(const LinksDialog &dialog)
    {
        return dialog.findChild<QPushButton *>(u"start"_s);
    }
};

LAPWING_TEST(LinksDialogTest)
#include "tst_linksdialog.moc"
