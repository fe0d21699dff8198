// SPDX-License-Identifier: MIT
#include "input/linksedit.h"
#include "support/testmain.h"

#include <QMimeData>
#include <QSignalSpy>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;
using lapwing::ui::LinksEdit;

class LinksEditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsDroppedBeginsALine()
    {
        LinksEdit edit;
        edit.setPlainText(u"http://one.example/a"_s);
        QMimeData data;
        data.setText(u"http://one.example/b"_s);
        QVERIFY(edit.takes(data));
        edit.take(data);
        QCOMPARE(edit.toPlainText(), u"http://one.example/a\nhttp://one.example/b");
    }

    void filesAreHandedOn()
    {
        LinksEdit edit;
        const QSignalSpy files(&edit, &LinksEdit::filesGiven);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(u"/tmp/a.txt"_s), QUrl(u"http://one.example/"_s)});
        edit.take(data);
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.front().front().toStringList(), QStringList{u"/tmp/a.txt"_s});
        QVERIFY(edit.toPlainText().isEmpty());
    }

    void moreThanIsReadIsHandedOn()
    {
        LinksEdit edit;
        const QSignalSpy texts(&edit, &LinksEdit::longTextGiven);
        QMimeData data;
        data.setText(QString(LinksEdit::mostText + 1, u'x'));
        edit.take(data);
        QCOMPARE(texts.size(), 1);
        QVERIFY(edit.toPlainText().isEmpty());
    }
};

LAPWING_TEST(LinksEditTest)
#include "tst_linksedit.moc"
