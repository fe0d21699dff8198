// SPDX-License-Identifier: MIT
#include "engine/disk/checkedrecord.h"
#include "engine/disk/source.h"
#include "support/testmain.h"

using namespace lapwing;
using engine::CheckedRecord;
using engine::Provenance;
using engine::Sidecar;
using engine::Source;

namespace {

Source someSource()
{
    const QUrl url(QStringLiteral("https://a/b?token=secret"));
    return {engine::digestOf(url), engine::senderDigestOf(url), {"\"v1\"", {}}, 5'000'000};
}

/// Closed as Fields closes it, whatever is inside.
QByteArray closed(const QByteArray &lines)
{
    return lines + "check " + QCryptographicHash::hash(lines, QCryptographicHash::Sha256).toHex()
        + '\n';
}

} // namespace

class TestSource : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSidecarReadsAsItWasWritten()
    {
        const Sidecar sidecar{someSource(), 7, 4'194'304};
        const auto read = Sidecar::read(sidecar.toBytes());
        QVERIFY(read);
        QCOMPARE(read->source, sidecar.source);
        QCOMPARE(read->file, sidecar.file);
        QCOMPARE(read->synced, sidecar.synced);
    }

    void aSidecarTellsNoAddress()
    {
        const QByteArray bytes = Sidecar{someSource(), 7, 1}.toBytes();
        QVERIFY(!bytes.contains("secret"));
        QVERIFY(!bytes.contains("token"));
    }

    void everyBitOfASidecarCounts()
    {
        const QByteArray bytes = Sidecar{someSource(), 7, 4'194'304}.toBytes();
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            QByteArray touched = bytes;
            touched[i] = static_cast<char>(touched[i] ^ 1);
            QVERIFY2(!Sidecar::read(touched), qPrintable(QString::number(i)));
            QVERIFY2(!Sidecar::read(bytes.first(i)), "cut");
        }
    }

    void whatContradictsItselfIsNoSidecar_data()
    {
        QTest::addColumn<QByteArray>("lines");
        const QByteArray fine =
            "answerer a\nentry e\netag \"v\"\nfile 7\nlast-modified \nsynced 5\ntotal 9\n";
        const auto with = [&fine](const char *what, const char *instead) {
            return QByteArray(fine).replace(what, instead);
        };
        QTest::newRow("more than there is") << with("synced 5", "synced 10");
        QTest::newRow("negative") << with("synced 5", "synced -5");
        QTest::newRow("over 63 bits") << with("total 9", "total 99999999999999999999");
        QTest::newRow("no validator") << with("\"v\"", "");
        QTest::newRow("a weak one") << with("\"v\"", "W/\"v\"");
        QTest::newRow("one that would break a request") << with("\"v\"", "\"v\"\r\nX: y");
        QTest::newRow("no total") << with("total 9\n", "");
        QTest::newRow("no entry") << with("entry e\n", "");
        QTest::newRow("no file") << with("file 7\n", "");
        QTest::newRow("more than one writes") << with("synced 5", "note x\nsynced 5");
        QTest::newRow("nothing") << QByteArray();
    }
    void whatContradictsItselfIsNoSidecar()
    {
        QFETCH(QByteArray, lines);
        QVERIFY(!Sidecar::read(closed(lines)));
    }

    void whatTheRowsBeforeVaryIsOne()
    {
        QVERIFY(Sidecar::read(closed(
            "answerer a\nentry e\netag \"v\"\nfile 7\nlast-modified \nsynced 5\ntotal 9\n")));
    }

    void aProvenanceReadsAsItWasWritten()
    {
        const Provenance provenance{someSource(), engine::Proof::Proven, "sha-256=00", 123};
        const auto read = Provenance::read(provenance.toBytes());
        QVERIFY(read);
        QCOMPARE(read->source, provenance.source);
        QCOMPARE(read->proof, provenance.proof);
        QCOMPARE(read->checksum, provenance.checksum);
        QCOMPARE(read->modified, provenance.modified);
    }

    void aQuerySignedAnewIsTheSameAnswererButAnotherEntry()
    {
        const QUrl one(QStringLiteral("https://a/b?signature=1"));
        const QUrl two(QStringLiteral("https://a/b?signature=2"));
        QCOMPARE(engine::senderDigestOf(one), engine::senderDigestOf(two));
        QVERIFY(engine::digestOf(one) != engine::digestOf(two));
    }

    /// Which may say in the name of a server what it likes.
    void aProxyOfAListIsAnotherAnswerer()
    {
        const QUrl url(QStringLiteral("http://a/b"));
        plan::Proxy proxy = *plan::proxyFrom(QStringLiteral("proxy"));
        QCOMPARE(engine::senderDigestOf(url, &proxy), engine::senderDigestOf(url));
        proxy.isListed = true;
        QVERIFY(engine::senderDigestOf(url, &proxy) != engine::senderDigestOf(url));
    }
};

LAPWING_TEST(TestSource)
#include "tst_source.moc"
