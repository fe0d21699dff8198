// SPDX-License-Identifier: MIT
#include "plan/lists/formats.h"
#include "plan/lists/sources.h"
#include "support/testmain.h"
#include "told.h"

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::plan;
using lapwing::test::refusedLines;
using lapwing::test::told;

namespace {

/// The example of RFC 5854 section 1.1 in short, with the white space that it has around links.
const QByteArray version4 =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<metalink xmlns=\"urn:ietf:params:xml:ns:metalink\">\n"
    "  <published>2009-05-15T12:23:23Z</published>\n"
    "  <file name=\"dir/example.ext\">\n"
    "    <size>14471447</size>\n"
    "    <hash type=\"sha-1\">80bc95fd391772fa61c91ed68567f0980bb45fd9</hash>\n"
    "    <hash "
    "type=\"sha-256\">f0ad929cd259957e160ea442eb80986b5f2a2a0d0b2a6d2b3a9d5c5a4a4d1e3f</hash>\n"
    "    <pieces length=\"1048576\" type=\"sha-1\">\n"
    "      <hash>80bc95fd391772fa61c91ed68567f0980bb45fd9</hash>\n"
    "      <hash>a8fbfa3b3d9f4b1bd5ab6e1e3cb1d2f1f6f0a0f2</hash>\n"
    "    </pieces>\n"
    "    <url location=\"de\" priority=\"2\">ftp://ftp.example.com/example.ext</url>\n"
    "    <url location=\"fr\" priority=\"3\">\n"
    "      http://example.com/example.ext\n"
    "    </url>\n"
    "    <url priority=\"1\" location=\"jp\">http://best.example.com/example.ext</url>\n"
    "    <url>http://last.example.com/example.ext</url>\n"
    "    <metaurl mediatype=\"torrent\" "
    "priority=\"1\">http://example.com/example.ext.torrent</metaurl>\n"
    "    <signature mediatype=\"application/pgp-signature\">x</signature>\n"
    "  </file>\n"
    "</metalink>\n";

const QByteArray version3 =
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    "<metalink version=\"3.0\" xmlns=\"http://www.metalinker.org/\">\n"
    "  <files>\n"
    "    <file name=\"a.iso\">\n"
    "      <verification><hash "
    "type=\"md5\">d41d8cd98f00b204e9800998ecf8427e</hash></verification>\n"
    "      <resources maxconnections=\"1\">\n"
    "        <url type=\"http\" location=\"us\" preference=\"10\">http://us.example/a.iso</url>\n"
    "        <url type=\"http\" location=\"de\" preference=\"100\">http://de.example/a.iso</url>\n"
    "      </resources>\n"
    "    </file>\n"
    "  </files>\n"
    "</metalink>\n";

} // namespace

class ReadingMetalink : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsVersion4();
    void readsVersion3();
    void aTorrentIsNotTheFile();
    void aFileThatIsWrongCostsItself();
    void aDoctypeIsRefused_data();
    void aDoctypeIsRefused();
    void whatIsCutOffIsSaid();
    void ofManyHashesAndAddressesSomeAreEnough();
};

void ReadingMetalink::readsVersion4()
{
    QCOMPARE(formatOf(version4).id.toString(), u"metalink"_s);
    const Links links = linksFromContents(version4);
    QCOMPARE(
        told(links),
        QStringList{
            u"http://best.example.com/example.ext name=example.ext "
            "checksum=sha-256=f0ad929cd259957e160ea442eb80986b5f2a2a0d0b2a6d2b3a9d5c5a4a4d1e3f "
            "also=sha-1=80bc95fd391772fa61c91ed68567f0980bb45fd9 size=14471447 dir=dir "
            "mirror=http://example.com/example.ext@fr mirror=http://last.example.com/example.ext "
            "pieces=1048576x80bc95fd391772fa61c91ed68567f0980bb45fd9"
            "a8fbfa3b3d9f4b1bd5ab6e1e3cb1d2f1f6f0a0f2"_s});
    QCOMPARE(links.details.at(0).extras->location, u"jp"_s);
    QVERIFY(links.rejects.empty());
    for (const QString &name : {u"signature"_s, u"metaurl"_s, u"pieces"_s})
        QVERIFY2(links.unused.contains(name), qPrintable(name));
}

void ReadingMetalink::readsVersion3()
{
    const Links links = linksFromContents(version3);
    QCOMPARE(
        told(links),
        QStringList{
            u"http://de.example/a.iso name=a.iso "
            "checksum=md5=d41d8cd98f00b204e9800998ecf8427e mirror=http://us.example/a.iso@us"_s});
}

/// As openSUSE writes it. The torrent is the best source there, and came under the name of the file.
void ReadingMetalink::aTorrentIsNotTheFile()
{
    QByteArray list = version3;
    list.replace("<url type=\"http\" location=\"us\"",
                 "<url type=\"bittorrent\" preference=\"100\">http://h/a.iso.torrent</url>\n"
                 "<url type=\"http\" location=\"us\"");
    const Links links = linksFromContents(list);
    QCOMPARE(told(links), told(linksFromContents(version3)));
    QVERIFY(links.unused.contains(u"bittorrent"_s));
}

void ReadingMetalink::aFileThatIsWrongCostsItself()
{
    const Links links =
        linksFromContents("<metalink xmlns='urn:ietf:params:xml:ns:metalink'>\n"
                          "<file name='a'><hash type='md5'>12</hash><url>http://h/a</url></file>\n"
                          "<file name='b'></file>\n"
                          "<file name='c'><url>ftp://h/c</url></file>\n"
                          "<file name='../../d'><url>http://h/d</url></file>\n"
                          "<file name='e'><hash type='crc32'>1</hash><url>http://h/e</url></file>\n"
                          "</metalink>");
    QCOMPARE(told(links), (QStringList{u"http://h/d name=d"_s, u"http://h/e name=e"_s}));
    QCOMPARE(refusedLines(links), (QList<int>{2, 3, 4}));
    QVERIFY(links.unused.contains(u"hash crc32"_s));
}

void ReadingMetalink::aDoctypeIsRefused_data()
{
    QTest::addColumn<QByteArray>("doctype");
    QTest::newRow("plain") << QByteArray("<!DOCTYPE metalink>");
    QTest::newRow("entity") << QByteArray("<!DOCTYPE metalink [<!ENTITY a \"http://h/\">]>");
    QTest::newRow("file") << QByteArray(
        "<!DOCTYPE metalink [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>");
}

void ReadingMetalink::aDoctypeIsRefused()
{
    QFETCH(QByteArray, doctype);
    const Links links =
        linksFromContents("<?xml version='1.0'?>\n" + doctype
                          + "\n<metalink><file name='a'><url>http://h/a</url></file></metalink>");
    QVERIFY(links.urls.empty());
    QCOMPARE(links.rejects.size(), 1U);
    QCOMPARE(links.rejects.front().error.fault, ListFault::DocumentType);
}

void ReadingMetalink::whatIsCutOffIsSaid()
{
    const Links links =
        linksFromContents("<metalink>\n<file name='a'><url>http://h/a</url></file>\n<file "
                          "name='b'><url>http://h/b</url>");
    QCOMPARE(told(links), QStringList{u"http://h/a name=a"_s});
    QCOMPARE(links.rejects.size(), 1U);
    QCOMPARE(links.rejects.front().error.fault, ListFault::BadXml);
}

/// Read in a moment, where each used to be compared with all before it; and the engine looks at them one by one.
void ReadingMetalink::ofManyHashesAndAddressesSomeAreEnough()
{
    QByteArray file("<file name='a'>");
    for (int number = 0; number < 100'000; ++number) {
        file += "<hash type='md5'>" + QByteArray::number(number).rightJustified(32, '0')
            + "</hash><url location='de'>http://h/" + QByteArray::number(number) + "</url>";
    }
    const Links links = linksFromContents("<metalink xmlns='urn:ietf:params:xml:ns:metalink'>"
                                          + file + "</file></metalink>");
    QCOMPARE(links.urls.size(), 1U);
    const Extras &extras = *links.details.at(0).extras;
    QCOMPARE(links.details.at(0).checksum->digest, QByteArray(16, '\0'));
    QCOMPARE(extras.checksums.size(), 0U);
    QCOMPARE(extras.mirrors.size(), 1000U);
    QVERIFY(links.unused.contains(u"second md5"_s));
    QVERIFY(links.unused.contains(u"mirrors"_s));
}

LAPWING_TEST(ReadingMetalink)
#include "tst_metalink.moc"
