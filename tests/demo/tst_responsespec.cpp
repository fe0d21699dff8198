// SPDX-License-Identifier: MIT
#include "demo/responsespec.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace std::chrono_literals;

class TestResponseSpec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void paths_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("served");
        QTest::newRow("all parts")
            << QByteArray("GET /wait-500/meal-5000/size-77/A.bin HTTP/1.1") << true;
        QTest::newRow("a name alone") << QByteArray("GET /A.bin HTTP/1.1") << true;
        QTest::newRow("with a query") << QByteArray("HEAD /A.bin?x=1 HTTP/1.1") << true;
        QTest::newRow("no name") << QByteArray("GET /size-77/ HTTP/1.1") << false;
        QTest::newRow("root") << QByteArray("GET / HTTP/1.1") << false;
        QTest::newRow("unknown part") << QByteArray("GET /salt-1/A HTTP/1.1") << false;
        QTest::newRow("negative") << QByteArray("GET /size--1/A HTTP/1.1") << false;
        QTest::newRow("POST") << QByteArray("POST /A HTTP/1.1") << false;
        QTest::newRow("no version") << QByteArray("GET /A") << false;
        QTest::newRow("garbage") << QByteArray("\x16\x03\x01") << false;
    }
    void paths()
    {
        QFETCH(QByteArray, line);
        QFETCH(bool, served);
        QCOMPARE(demo::parseRequest(line + "\r\nHost: x").has_value(), served);
    }

    void figures()
    {
        const auto response =
            demo::parseRequest("GET /wait-500/meal-5000/size-77/A.bin HTTP/1.1\r\n");
        QCOMPARE(response->wait, 500ms);
        QCOMPARE(response->meal, 5000ms);
        QCOMPARE(response->size, qint64(77));
    }

    void theBodyIsTheSameHoweverItIsCut()
    {
        QByteArray pieces;
        for (const qint64 count : {1, 25, 100'000, 7})
            pieces += demo::bodyOf(pieces.size(), count);
        QCOMPARE(pieces, demo::bodyOf(0, 100'033));
        QVERIFY(pieces.startsWith("abcdefghijklmnopqrstuvwxyzabc"));
    }
};

LAPWING_TEST(TestResponseSpec)
#include "tst_responsespec.moc"
