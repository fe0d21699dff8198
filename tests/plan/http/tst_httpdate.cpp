// SPDX-License-Identifier: MIT
#include "plan/http/httpdate.h"
#include "support/testmain.h"

#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::plan;

namespace {

/// What the tests call now; the two-digit years depend on it.
const QDateTime now(QDate(2024, 2, 29), QTime(12, 0), QTimeZone::utc());

} // namespace

class ReadingHttpDates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void knowsTheTimeByItself();
    void isWrittenAsItIsSent();
};

void ReadingHttpDates::reads_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("expected");

    const QString rfc = u"1994-11-06T08:49:37Z"_s;
    const auto row = [](const QByteArray &value, const QString &expected) {
        QTest::newRow(value.constData()) << value << expected;
    };
    row("Sun, 06 Nov 1994 08:49:37 GMT", rfc);
    row("Sunday, 06-Nov-94 08:49:37 GMT", rfc);
    row("Sun Nov  6 08:49:37 1994", rfc);
    row("Wed Nov 16 08:49:37 1994", u"1994-11-16T08:49:37Z"_s);
    row("Thu, 29 Feb 2024 00:00:00 GMT", u"2024-02-29T00:00:00Z"_s);
    row("Sat, 31 Dec 2016 23:59:60 GMT", u"2017-01-01T00:00:00Z"_s);
    row("Tue, 19 Jan 2038 03:14:08 GMT", u"2038-01-19T03:14:08Z"_s);
    row("Fri, 31 Dec 9999 23:59:59 GMT", u"9999-12-31T23:59:59Z"_s);
    row("Thu, 01 Jan 1970 00:00:00 GMT", u"1970-01-01T00:00:00Z"_s);
    row("Monday, 01-Jan-24 00:00:00 GMT", u"2024-01-01T00:00:00Z"_s);
    row("Tuesday, 02-Jan-24 00:00:00 GMT", u"2024-01-02T00:00:00Z"_s);
    row("Wednesday, 03-Jan-24 00:00:00 GMT", u"2024-01-03T00:00:00Z"_s);
    row("Thursday, 04-Jan-24 00:00:00 GMT", u"2024-01-04T00:00:00Z"_s);
    row("Friday, 05-Jan-24 00:00:00 GMT", u"2024-01-05T00:00:00Z"_s);
    row("Saturday, 06-Jan-24 00:00:00 GMT", u"2024-01-06T00:00:00Z"_s);
    row("Monday, 31-Dec-74 00:00:00 GMT", u"2074-12-31T00:00:00Z"_s);    // 50 years on
    row("Wednesday, 01-Jan-75 00:00:00 GMT", u"1975-01-01T00:00:00Z"_s); // 51 would be too many
    row("Saturday, 01-Jan-00 00:00:00 GMT", u"2000-01-01T00:00:00Z"_s);
}

void ReadingHttpDates::reads()
{
    QFETCH(QByteArray, value);
    const auto date = httpDate(value, now);
    QVERIFY(date);
    QTEST(date->toString(Qt::ISODate), "expected");
}

void ReadingHttpDates::refuses_data()
{
    QTest::addColumn<QByteArray>("value");

    const auto row = [](const char *name, const QByteArray &value) {
        QTest::newRow(name) << value;
    };
    row("empty", "");
    row("null", {});
    row("another day of the week", "Mon, 06 Nov 1994 08:49:37 GMT");
    row("no such day", "Thu, 30 Feb 2023 00:00:00 GMT");
    row("no leap year", "Wed, 29 Feb 2023 00:00:00 GMT");
    row("day 0", "Mon, 00 Nov 1994 08:49:37 GMT");
    row("year 0", "Sat, 01 Jan 0000 00:00:00 GMT");
    row("hour 24", "Sun, 06 Nov 1994 24:00:00 GMT");
    row("minute 60", "Sun, 06 Nov 1994 08:60:00 GMT");
    row("second 61", "Sun, 06 Nov 1994 08:49:61 GMT");
    row("no zone", "Sun, 06 Nov 1994 08:49:37");
    row("UTC", "Sun, 06 Nov 1994 08:49:37 UTC");
    row("an offset", "Sun, 06 Nov 1994 08:49:37 +0000");
    row("lower case", "sun, 06 nov 1994 08:49:37 gmt");
    row("one digit", "Sun, 6 Nov 1994 08:49:37 GMT");
    row("two blanks", "Sun,  06 Nov 1994 08:49:37 GMT");
    row("no comma", "Sun 06 Nov 1994 08:49:37 GMT");
    row("no day", "06 Nov 1994 08:49:37 GMT");
    row("short day, second form", "Sun, 06-Nov-94 08:49:37 GMT");
    row("long day, first form", "Sunday, 06 Nov 1994 08:49:37 GMT");
    row("a day of two days", "Monnesday, 07-Nov-94 08:49:37 GMT");
    row("a stump of a day", "Wedday, 09-Nov-94 08:49:37 GMT");
    row("four digits, second form", "Sunday, 06-Nov-1994 08:49:37 GMT");
    row("asctime without padding", "Sun Nov 6 08:49:37 1994");
    row("asctime with a zone", "Sun Nov  6 08:49:37 1994 GMT");
    row("blank before", " Sun, 06 Nov 1994 08:49:37 GMT");
    row("blank after", "Sun, 06 Nov 1994 08:49:37 GMT ");
    row("line feed after", "Sun, 06 Nov 1994 08:49:37 GMT\n");
    row("two dates", "Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT");
    row("NUL inside", QByteArray("Sun, 06 Nov 1994\0 08:49:37 GMT", 30));
    row("ISO", "1994-11-06T08:49:37Z");
    row("a number", "784111777");
    row("other digits", "Sun, \xB2\xB3 Nov 1994 08:49:37 GMT");
    row("very long", QByteArray(1'000'000, 'S'));
}

void ReadingHttpDates::refuses()
{
    QFETCH(QByteArray, value);
    QVERIFY(!httpDate(value, now));
}

void ReadingHttpDates::isWrittenAsItIsSent()
{
    const QDateTime moment =
        QDateTime::fromString(QStringLiteral("1994-11-06T09:49:37.9+01:00"), Qt::ISODateWithMs);
    QCOMPARE(httpDateOf(moment), QByteArray("Sun, 06 Nov 1994 08:49:37 GMT"));
    QVERIFY(httpDate(httpDateOf(moment)).has_value());
}

void ReadingHttpDates::knowsTheTimeByItself()
{
    const QDateTime recent = QDateTime::currentDateTimeUtc().addDays(-1);
    const QString text = QLocale::c().toString(recent, u"dddd, dd-MMM-yy hh:mm:ss 'GMT'"_s);
    QCOMPARE(httpDate(text.toLatin1())->toSecsSinceEpoch(), recent.toSecsSinceEpoch());
}

LAPWING_TEST(ReadingHttpDates)
#include "tst_httpdate.moc"

#include <QTimeZone>
