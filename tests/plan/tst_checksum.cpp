// SPDX-License-Identifier: MIT
#include "plan/checksum.h"
#include "support/testmain.h"

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::plan;
using Hash = QCryptographicHash;

class ReadingChecksums : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

void ReadingChecksums::reads_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Hash::Algorithm>("algorithm");
    QTest::addColumn<QString>("canonical");

    const auto row = [](const QString &name, Hash::Algorithm algorithm, const QString &canonical) {
        QTest::newRow(qPrintable(name)) << name << algorithm << canonical;
    };
    row(u"md5"_s, Hash::Md5, u"md5"_s);
    row(u"MD5"_s, Hash::Md5, u"md5"_s);
    row(u"sha-1"_s, Hash::Sha1, u"sha-1"_s);
    row(u"sha1"_s, Hash::Sha1, u"sha-1"_s);
    row(u"sha-224"_s, Hash::Sha224, u"sha-224"_s);
    row(u"sha224"_s, Hash::Sha224, u"sha-224"_s);
    row(u"sha-256"_s, Hash::Sha256, u"sha-256"_s);
    row(u"SHA256"_s, Hash::Sha256, u"sha-256"_s);
    row(u" Sha-256 "_s, Hash::Sha256, u"sha-256"_s);
    row(u"sha-384"_s, Hash::Sha384, u"sha-384"_s);
    row(u"sha384"_s, Hash::Sha384, u"sha-384"_s);
    row(u"sha-512"_s, Hash::Sha512, u"sha-512"_s);
    row(u"sha512"_s, Hash::Sha512, u"sha-512"_s);
}

void ReadingChecksums::reads()
{
    QFETCH(QString, name);
    QFETCH(Hash::Algorithm, algorithm);
    const QByteArray digest = Hash::hash("lapwing", algorithm);
    const QString hex = QString::fromLatin1(digest.toHex());
    const auto checksum = checksumFrom(name + u'=' + hex);
    QVERIFY(checksum);
    QCOMPARE(checksum->algorithm, algorithm);
    QCOMPARE(checksum->digest, digest);
    QTEST(nameOf(*checksum), "canonical");
    QVERIFY(checksumFrom(name + u"= "_s + hex.toUpper() + u'\n') == *checksum);
}

void ReadingChecksums::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ChecksumError>("error");

    const QString hex(64, u'a');
    const auto row = [](const char *name, const QString &text, const ChecksumError &error) {
        QTest::newRow(name) << text << error;
    };
    row("empty", {}, {ChecksumFault::NotTypeAndHex});
    row("no type", hex, {ChecksumFault::NotTypeAndHex});
    row("a colon", u"sha-256:"_s + hex, {ChecksumFault::NotTypeAndHex});
    row("an empty type", u"="_s + hex, {ChecksumFault::UnknownType});
    row("an unknown type", u"sha3-256="_s + hex, {ChecksumFault::UnknownType});
    row("a dash too many", u"s-ha256="_s + hex, {ChecksumFault::UnknownType});
    row("another dash", u"md-5="_s + QString(32, u'a'), {ChecksumFault::UnknownType});
    row("no digits", u"sha-256="_s, {ChecksumFault::DigitCount, u"sha-256"_s, 64, 0});
    row("one less", u"sha-256="_s + hex.mid(1), {ChecksumFault::DigitCount, u"sha-256"_s, 64, 63});
    row("one more", u"sha-256="_s + hex + u'a', {ChecksumFault::DigitCount, u"sha-256"_s, 64, 65});
    row("of another type", u"md5="_s + hex, {ChecksumFault::DigitCount, u"md5"_s, 32, 64});
    row("no digit", u"sha-256=g"_s + hex.mid(1), {ChecksumFault::NotHex});
    row("0x", u"sha-256=0x"_s + hex.mid(2), {ChecksumFault::NotHex});
    row("a blank inside", u"sha-256=aa aa"_s + hex.mid(5), {ChecksumFault::NotHex});
    row("another =", u"sha-256=="_s + hex.mid(1), {ChecksumFault::NotHex});
    row("digits of another script", u"sha-256=\u0663"_s + hex.mid(1), {ChecksumFault::NotHex});
    row("NUL", u"sha-256="_s + hex.mid(1) + QChar(), {ChecksumFault::NotHex});
    row("Base64", u"sha-256=n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg="_s,
        {ChecksumFault::DigitCount, u"sha-256"_s, 64, 44});
}

void ReadingChecksums::refuses()
{
    QFETCH(QString, text);
    QFETCH(ChecksumError, error);
    const auto checksum = checksumFrom(text);
    QVERIFY(!checksum);
    QVERIFY(checksum.error() == error);
}

LAPWING_TEST(ReadingChecksums)
#include "tst_checksum.moc"
