// SPDX-License-Identifier: MIT
#include "demo/course.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace std::chrono_literals;

class TestCourse : public QObject {
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
        QCOMPARE(demo::courseFor(line + "\r\nHost: x").has_value(), served);
    }

    void figures()
    {
        const auto course = demo::courseFor("GET /wait-500/meal-5000/size-77/A.bin HTTP/1.1\r\n");
        QCOMPARE(course->wait, 500ms);
        QCOMPARE(course->meal, 5000ms);
        QCOMPARE(course->size, qint64(77));
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

LAPWING_TEST(TestCourse)
#include "tst_course.moc"
