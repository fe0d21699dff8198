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
    void holdTheStatus();
    void ofAFileLargerThanTheDiskNameBothFigures();
};

void Failures::ofAFileLargerThanTheDiskNameBothFigures()
{
    const Failure failure = makeLargerThanDisk(std::numeric_limits<qint64>::max(), 63'000'000'000);
    QVERIFY(failure.space == (Failure::Space{std::numeric_limits<qint64>::max(), 63'000'000'000}));
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
    row(Cause::SizeMismatch, "size-mismatch");
    row(Cause::NotProven, "not-proven");
    row(Cause::DiskFull, "disk-full", true);
    row(Cause::FolderIsFile, "folder-is-file", true);
    row(Cause::FolderBelowFile, "folder-below-file", true);
    row(Cause::FolderOutside, "folder-outside", true);
    row(Cause::NameIsFolder, "name-is-folder", true);
    row(Cause::LargerThanDisk, "larger-than-disk");
    row(Cause::NoPermission, "no-permission", true);
    row(Cause::WriteFailed, "write-failed", true);
    row(Cause::FileMissing, "file-missing");
    row(Cause::FileChanged, "file-changed");
    row(Cause::LinkChanged, "link-changed");
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
}

void Failures::holdTheStatus()
{
    const Failure failure = make(Cause::HttpStatus, u"Teapot"_s, 418);
    QCOMPARE(failure.code, u"http-418"_s);
    QCOMPARE(failure.cause, Cause::HttpStatus);
    QCOMPARE(failure.status, 418);
    QCOMPARE(failure.detail, u"Teapot"_s);
    QVERIFY(!failure.isLocal());
}

LAPWING_TEST(Failures)
#include "tst_failure.moc"
