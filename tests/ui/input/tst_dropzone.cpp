// SPDX-License-Identifier: MIT
#include "input/dropzone.h"
#include "run/backgroundqueue.h"
#include "support/testmain.h"

#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QTemporaryDir>

using namespace lapwing;

namespace {

const QByteArray twoLinks = "http://one.example/a\nhttp://one.example/b\n";

} // namespace

class DropZoneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_errands = std::make_unique<ui::BackgroundQueue>();
        m_window = std::make_unique<QWidget>();
        m_zone = new ui::DropZone(m_window.get(), *m_errands);
        m_dropped.clear();
        connect(m_zone, &ui::DropZone::dropped, this,
                [this](const plan::Links &links) { m_dropped.push_back(links); });
    }

    void cleanup()
    {
        m_errands.reset();
        m_window.reset();
    }

    void everyKindOfLinkIsCountedAndTaken_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text/uri-list")
            << "text/uri-list" << QByteArray("http://one.example/a\r\nhttp://one.example/b\r\n");
        QTest::newRow("text/plain") << "text/plain" << twoLinks;
        QTest::newRow("text/html")
            << "text/html"
            << QByteArray(
                   "<a href=\"http://one.example/a\">a</a> <a href='http://one.example/b'>b</a>");
    }

    void everyKindOfLinkIsCountedAndTaken()
    {
        QFETCH(QString, format);
        QFETCH(QByteArray, bytes);
        QMimeData data;
        data.setData(format, bytes);
        QVERIFY(enter(data));
        QTRY_COMPARE(m_zone->text(), u"Drop to add 2 links");
        QVERIFY(!m_zone->isHidden());
        QVERIFY(drop(data));
        QVERIFY(m_zone->isHidden());
        QTRY_COMPARE(m_dropped.size(), 1U);
        QCOMPARE(m_dropped.front().urls.size(), 2U);
    }

    void aLocalListStandsForWhatItHolds()
    {
        const QTemporaryDir folder;
        QFile list(folder.filePath(QStringLiteral("list.txt")));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write(twoLinks);
        list.close();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(list.fileName())});
        QVERIFY(enter(data));
        QTRY_COMPARE(m_zone->text(), u"Drop to add 2 links");
        QVERIFY(drop(data));
        QTRY_COMPARE(m_dropped.size(), 1U);
    }

    void aDropDoesNotWaitForTheCount()
    {
        QMimeData data;
        data.setText(QStringLiteral("http://one.example/a"));
        QVERIFY(enter(data));
        QVERIFY(drop(data));
        QTRY_COMPARE(m_dropped.size(), 1U);
        QCOMPARE(m_dropped.front().urls.size(), 1U);
    }

    void oneLinkIsSaidAsOne()
    {
        QMimeData data;
        data.setText(QStringLiteral("http://one.example/a"));
        QVERIFY(enter(data));
        QTRY_COMPARE(m_zone->text(), u"Drop to add 1 link");
    }

    void whatHoldsNoLinkSaysSo()
    {
        QMimeData data;
        data.setText(QStringLiteral("just words"));
        QVERIFY(enter(data));
        QTRY_COMPARE(m_zone->text(), u"No links found in what you are dragging");
    }

    void otherThingsAreRefused()
    {
        QMimeData data;
        data.setData(QStringLiteral("image/png"), "not text");
        QVERIFY(!enter(data));
        QVERIFY(m_zone->isHidden());
    }

    void leavingTakesNothing()
    {
        QMimeData data;
        data.setText(QStringLiteral("http://one.example/a"));
        QVERIFY(enter(data));
        QDragLeaveEvent event;
        QCoreApplication::sendEvent(m_window.get(), &event);
        QVERIFY(m_zone->isHidden());
        QTest::qWait(20);
        QVERIFY(m_dropped.empty());
        QVERIFY(m_zone->isHidden());
    }

private:
    bool enter(const QMimeData &data)
    {
        QDragEnterEvent event(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &event);
        return event.isAccepted();
    }

    bool drop(const QMimeData &data)
    {
        QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &event);
        return event.isAccepted();
    }

    std::unique_ptr<ui::BackgroundQueue> m_errands;
    std::unique_ptr<QWidget> m_window;
    ui::DropZone *m_zone = nullptr;
    std::vector<plan::Links> m_dropped;
};

LAPWING_TEST(DropZoneTest)
#include "tst_dropzone.moc"
