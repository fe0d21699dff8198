// SPDX-License-Identifier: MIT
#include "engine/http/retryafter.h"
#include "support/testmain.h"

#include <QTimeZone>

using namespace lapwing::engine;

class WaitingAsAsked : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asks_data();
    void asks();
    void roundsUp();
};

void WaitingAsAsked::asks_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("seconds"); // -1: absent

    const auto row = [](const QByteArray &value, qint64 seconds) {
        QTest::newRow(value.constData()) << value << seconds;
    };
    row("0", 0);
    row("1", 1);
    row("120", 120);
    row(" 120\t", 120);
    row("599", 599);
    row("600", 600);
    row("601", 601);
    row("315360000", 315360000); // 10 years
    row("9999999999999999999999999", 3155'760'000);
    row("Thu, 29 Feb 2024 12:00:00 GMT", 0);
    row("Thu, 29 Feb 2024 12:00:30 GMT", 30);
    row("Thursday, 29-Feb-24 12:01:00 GMT", 60);
    row("Thu Feb 29 12:02:00 2024", 120);
    row("Wed, 29 Feb 2034 12:00:00 GMT", -1); // no such day
    row("Wed, 01 Mar 2034 12:00:00 GMT", 315619200);
    row("Fri, 31 Dec 9999 23:59:59 GMT", 3155'760'000);
    row("Thu, 29 Feb 2024 11:59:59 GMT", -1);
    row("Thu, 01 Jan 1970 00:00:00 GMT", -1);
    for (const QByteArray garbage :
         {"", "-1", "+5", "1.5", "5s", "0x10", "120, 60", "soon", "tomorrow", "\xFF"})
        row(garbage, -1);
}

void WaitingAsAsked::asks()
{
    QFETCH(QByteArray, value);
    const QDateTime now(QDate(2024, 2, 29), QTime(12, 0), QTimeZone::utc());
    const auto asked = retryAfter(value, now);
    QTEST(asked ? qint64(asked->count()) : -1, "seconds");
}

void WaitingAsAsked::roundsUp()
{
    const QDateTime now(QDate(2024, 2, 29), QTime(12, 0, 0, 1), QTimeZone::utc());
    QCOMPARE(retryAfter("Thu, 29 Feb 2024 12:00:01 GMT", now), std::chrono::seconds(1));
    QVERIFY(!retryAfter("Thu, 29 Feb 2024 12:00:00 GMT", now));
}

LAPWING_TEST(WaitingAsAsked)
#include "tst_retryafter.moc"

#include <QTimeZone>
