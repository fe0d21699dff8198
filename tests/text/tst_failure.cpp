// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "text/failure.h"

#include <QLocale>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;
using record::Cause;
using record::Failure;
using text::Reader;

class FailureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCauseHasASentenceAndAdvice();
    void statusesAreNamed_data();
    void statusesAreNamed();
    void adviceNamesWhatIsAtHand_data();
    void adviceNamesWhatIsAtHand();
    void aFileLargerThanTheDiskHasBothFigures();
    void aServerIsLeftAloneUntilItsMinute();
    void aCauseOfALaterVersionKeepsItsCode();
    void rangesAreTrueOfAllOfThem();
};

void FailureTest::everyCauseHasASentenceAndAdvice()
{
    for (int cause = 0; cause <= static_cast<int>(Cause::Internal); ++cause) {
        const Failure failure = record::make(static_cast<Cause>(cause), u"raw %1"_s, 418);
        const QString sentence = text::sentence(failure);
        QVERIFY2(sentence.endsWith(u'.') && !sentence.contains(u'%'), qPrintable(sentence));
        for (const Reader reader : {Reader::Document, Reader::Window, Reader::CommandLine}) {
            const QString advice = text::advice(failure, reader);
            QVERIFY2(advice.endsWith(u'.') && advice != sentence, qPrintable(advice));
            QVERIFY2(reader == Reader::CommandLine || !advice.contains(u"--"), qPrintable(advice));
            QVERIFY2(reader == Reader::Window || !advice.contains(u"Settings"), qPrintable(advice));
        }
    }
}

void FailureTest::statusesAreNamed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("says");

    QTest::newRow("400") << 400 << u"understand"_s;
    QTest::newRow("401") << 401 << u"password"_s;
    QTest::newRow("403") << 403 << u"allow"_s;
    QTest::newRow("404") << 404 << u"does not exist"_s;
    QTest::newRow("407") << 407 << u"proxy"_s;
    QTest::newRow("408") << 408 << u"waiting"_s;
    QTest::newRow("410") << 410 << u"removed permanently"_s;
    QTest::newRow("416") << 416 << u"part"_s;
    QTest::newRow("418") << 418 << u"responded with an error"_s;
    QTest::newRow("429") << 429 << u"too many"_s;
    QTest::newRow("500") << 500 << u"internal error"_s;
    QTest::newRow("502") << 502 << u"invalid response from an upstream"_s;
    QTest::newRow("503") << 503 << u"overloaded"_s;
    QTest::newRow("504") << 504 << u"no response in time from an upstream"_s;
    QTest::newRow("599") << 599 << u"internal error"_s;
    QTest::newRow("600") << 600 << u"responded with an error"_s;
}

void FailureTest::statusesAreNamed()
{
    QFETCH(int, status);
    QFETCH(QString, says);
    const QString sentence = text::sentence(record::make(Cause::HttpStatus, u"Teapot"_s, status));
    QVERIFY2(sentence.contains(says), qPrintable(sentence));
    QVERIFY2(sentence.endsWith(u"(HTTP %1)."_s.arg(status)), qPrintable(sentence));
}

void FailureTest::adviceNamesWhatIsAtHand_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QStringList>("options");

    QTest::newRow("401") << 401 << QStringList{u"name:password@"_s, u"--netrc"_s, u"--header"_s};
    QTest::newRow("403") << 403 << QStringList{u"--load-cookies"_s, u"--netrc"_s, u"--header"_s};
    QTest::newRow("407") << 407 << QStringList{u"--proxy"_s, u"name:password@"_s};
}

void FailureTest::adviceNamesWhatIsAtHand()
{
    QFETCH(int, status);
    QFETCH(QStringList, options);
    const Failure failure = record::make(Cause::HttpStatus, {}, status);
    const QString typed = text::advice(failure, Reader::CommandLine);
    for (const QString &option : options)
        QVERIFY2(typed.contains(option), qPrintable(option + u": "_s + typed));
    QVERIFY(text::advice(failure, Reader::Window).contains(u"Settings"));
}

void FailureTest::aFileLargerThanTheDiskHasBothFigures()
{
    QCOMPARE(text::sentence(record::makeLargerThanDisk(9'000'000'000'000, 63'000'000'000)),
             u"The file is larger than the whole disk: it needs 9.0 TB; the disk holds 63.0 GB in "
             "total."_s);
}

/// Never too early.
void FailureTest::aServerIsLeftAloneUntilItsMinute()
{
    Failure failure = record::make(Cause::HttpStatus, {}, 503);
    failure.notBefore = QDateTime(QDate(2026, 11, 5), QTime(14, 30, 1), QTimeZone::utc());
    QCOMPARE(text::sentence(failure),
             u"The server asks Lapwing to wait until 2026-11-05 14:31 (HTTP 503)."_s);
    QVERIFY(text::advice(failure).startsWith(u"Start it again then"));
}

void FailureTest::aCauseOfALaterVersionKeepsItsCode()
{
    Failure failure = record::make(Cause::Internal);
    failure.code = u"moon-full"_s;
    QVERIFY(text::sentence(failure).contains(u"(moon-full)"));
    QVERIFY(!text::advice(failure).contains(u"bug"));
}

/// A 206 comes unasked, or is not the part that was asked for.
void FailureTest::rangesAreTrueOfAllOfThem()
{
    QVERIFY(!text::sentence(record::make(Cause::UnexpectedRange)).contains(u"all of it"));
}

LAPWING_TEST(FailureTest)
#include "tst_failure.moc"
