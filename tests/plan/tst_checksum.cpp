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
    QTest::addColumn<QString>("part"); // of the sentence that a person reads

    const QString hex(64, u'a');
    const auto row = [](const char *name, const QString &text, const QString &part) {
        QTest::newRow(name) << text << part;
    };
    row("empty", {}, u"type and its digits"_s);
    row("no type", hex, u"type and its digits"_s);
    row("a colon", u"sha-256:"_s + hex, u"type and its digits"_s);
    row("an empty type", u"="_s + hex, u"md5, sha-1"_s);
    row("an unknown type", u"sha3-256="_s + hex, u"md5, sha-1"_s);
    row("a dash too many", u"s-ha256="_s + hex, u"md5, sha-1"_s);
    row("another dash", u"md-5="_s + QString(32, u'a'), u"md5, sha-1"_s);
    row("no digits", u"sha-256="_s, u"64 hexadecimal digits; this one has 0"_s);
    row("one less", u"sha-256="_s + hex.mid(1), u"64 hexadecimal digits; this one has 63"_s);
    row("one more", u"sha-256="_s + hex + u'a', u"64 hexadecimal digits; this one has 65"_s);
    row("of another type", u"md5="_s + hex, u"32 hexadecimal digits; this one has 64"_s);
    row("no digit", u"sha-256=g"_s + hex.mid(1), u"0 to 9"_s);
    row("0x", u"sha-256=0x"_s + hex.mid(2), u"0 to 9"_s);
    row("a blank inside", u"sha-256=aa aa"_s + hex.mid(5), u"0 to 9"_s);
    row("another =", u"sha-256=="_s + hex.mid(1), u"0 to 9"_s);
    row("digits of another script", u"sha-256=\u0663"_s + hex.mid(1), u"0 to 9"_s);
    row("NUL", u"sha-256="_s + hex.mid(1) + QChar(), u"0 to 9"_s);
    row("Base64", u"sha-256=n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg="_s, u"this one has 44"_s);
}

void ReadingChecksums::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, part);
    const auto checksum = checksumFrom(text);
    QVERIFY(!checksum);
    QVERIFY2(checksum.error().contains(part), qPrintable(checksum.error()));
}

LAPWING_TEST(ReadingChecksums)
#include "tst_checksum.moc"
