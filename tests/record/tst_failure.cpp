// SPDX-License-Identifier: MIT
#include "record/failure.h"
#include "support/testmain.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::record;

class Failures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void haveStableCodes_data();
    void haveStableCodes();
    void sayTheStatus_data();
    void sayTheStatus();
    void sayHowToGetIn_data();
    void sayHowToGetIn();
    void ofRangesAreTrueOfAllOfThem();
    void ofAFileLargerThanTheDiskNameBothFigures();
};

void Failures::ofAFileLargerThanTheDiskNameBothFigures()
{
    const Failure failure = makeLargerThanDisk(std::numeric_limits<qint64>::max(), 63'000'000'000);
    QCOMPARE(
        failure.text,
        u"The file is larger than the whole disk: it needs 9.2 EB; the disk holds 63.0 GB in total."_s);
    QCOMPARE(failure.detail, u"9.2 EB needed, 63.0 GB in all"_s);
    QVERIFY(!failure.isLocal());
}

void Failures::haveStableCodes_data()
{
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("local");

    const auto row = [](Cause cause, const char *code, bool local = false) {
        QTest::newRow(code) << cause << QString::fromLatin1(code) << local;
    };
    row(Cause::HostNotFound, "host-not-found");
    row(Cause::ConnectionRefused, "connection-refused");
    row(Cause::Unreachable, "unreachable");
    row(Cause::ConnectionCut, "connection-cut");
    row(Cause::ConnectTimeout, "connect-timeout");
    row(Cause::FirstByteTimeout, "first-byte-timeout");
    row(Cause::Stalled, "stalled");
    row(Cause::TlsFailed, "tls-failed");
    row(Cause::NoContent, "no-content");
    row(Cause::MalformedResponse, "malformed-response");
    row(Cause::NotHttp, "not-http");
    row(Cause::UnexpectedRange, "unexpected-range");
    row(Cause::EncodedBody, "encoded-body");
    row(Cause::LengthMismatch, "length-mismatch");
    row(Cause::TooManyRedirects, "too-many-redirects");
    row(Cause::BadRedirect, "bad-redirect");
    row(Cause::UnsafeRedirect, "unsafe-redirect");
    row(Cause::ProxyFailed, "proxy-failed");
    row(Cause::ProxyLogin, "proxy-login");
    row(Cause::LoginUnknown, "login-unknown");
    row(Cause::TooSlow, "too-slow");
    row(Cause::TooLarge, "too-large");
    row(Cause::ChecksumMismatch, "checksum-mismatch");
    row(Cause::NotProven, "not-proven");
    row(Cause::DiskFull, "disk-full", true);
    row(Cause::FolderIsFile, "folder-is-file", true);
    row(Cause::FolderBelowFile, "folder-below-file", true);
    row(Cause::NameIsFolder, "name-is-folder", true);
    row(Cause::LargerThanDisk, "larger-than-disk");
    row(Cause::NoPermission, "no-permission", true);
    row(Cause::WriteFailed, "write-failed", true);
    row(Cause::Cancelled, "cancelled");
    row(Cause::Internal, "internal");
}

void Failures::haveStableCodes()
{
    QFETCH(Cause, cause);
    const Failure failure = make(cause, u"raw %1"_s);
    QTEST(failure.code, "code");
    QCOMPARE(failure.cause, cause);
    QCOMPARE(failure.status, 0);
    QTEST(failure.isLocal(), "local");
    QCOMPARE(failure.detail, u"raw %1"_s);
    QVERIFY(failure.text.endsWith(u'.') && !failure.text.contains(u'%'));
    QVERIFY(failure.advice.endsWith(u'.') && failure.advice != failure.text);
}

void Failures::sayTheStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("says");

    QTest::newRow("400") << 400 << u"understand"_s;
    QTest::newRow("401") << 401 << u"password"_s;
    QTest::newRow("403") << 403 << u"allow"_s;
    QTest::newRow("404") << 404 << u"does not exist"_s;
    QTest::newRow("407") << 407 << u"proxy"_s;
    QTest::newRow("408") << 408 << u"waiting"_s;
    QTest::newRow("410") << 410 << u"gone"_s;
    QTest::newRow("416") << 416 << u"part"_s;
    QTest::newRow("418") << 418 << u"answered with an error"_s;
    QTest::newRow("429") << 429 << u"too many"_s;
    QTest::newRow("500") << 500 << u"The server failed"_s;
    QTest::newRow("502") << 502 << u"behind"_s;
    QTest::newRow("503") << 503 << u"overloaded"_s;
    QTest::newRow("504") << 504 << u"behind"_s;
    QTest::newRow("599") << 599 << u"The server failed"_s;
    QTest::newRow("600") << 600 << u"answered with an error"_s;
}

void Failures::sayTheStatus()
{
    QFETCH(int, status);
    QFETCH(QString, says);
    const Failure failure = make(Cause::HttpStatus, u"Teapot"_s, status);
    QCOMPARE(failure.code, u"http-%1"_s.arg(status));
    QCOMPARE(failure.cause, Cause::HttpStatus);
    QCOMPARE(failure.status, status);
    QVERIFY2(failure.text.contains(says), qPrintable(failure.text));
    QVERIFY2(failure.text.endsWith(u"(HTTP %1)."_s.arg(status)), qPrintable(failure.text));
    QVERIFY(failure.advice.endsWith(u'.'));
    QCOMPARE(failure.detail, u"Teapot"_s);
    QVERIFY(!failure.isLocal());
}

void Failures::sayHowToGetIn_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QStringList>("ways");

    QTest::newRow("401") << 401 << QStringList{u"name:password@"_s, u"--netrc"_s, u"--header"_s};
    QTest::newRow("403") << 403 << QStringList{u"--load-cookies"_s, u"--netrc"_s, u"--header"_s};
    QTest::newRow("407") << 407 << QStringList{u"--proxy"_s, u"name:password@"_s};
}

/// On the command line, and in the window, which has no options.
void Failures::sayHowToGetIn()
{
    QFETCH(int, status);
    QFETCH(QStringList, ways);
    const QString advice = make(Cause::HttpStatus, {}, status).advice;
    for (const QString &way : ways << u"settings"_s)
        QVERIFY2(advice.contains(way), qPrintable(way + u": "_s + advice));
}

/// A 206 comes unasked, or is not the part that was asked for.
void Failures::ofRangesAreTrueOfAllOfThem()
{
    const QString text = make(Cause::UnexpectedRange).text;
    QVERIFY2(!text.contains(u"all of it"), qPrintable(text));
}

LAPWING_TEST(Failures)
#include "tst_failure.moc"
