// SPDX-License-Identifier: MIT
#include "plan/listing.h"
#include "plan/lists/formats.h"
#include "plan/lists/gathered.h"
#include "plan/lists/input/kind.h"
#include "plan/lists/input/unpack.h"
#include "plan/lists/sources.h"
#include "support/testmain.h"
#include "told.h"

#include <QProcess>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::plan;
using lapwing::test::told;

namespace {

const QByteArray everything =
    "http://u:p%40w@h/a?b=1&c='2'\thttps://m/a\n dir=f/g\n out=x, \"y\".iso\n"
    " checksum=sha-1=da39a3ee5e6b4b0d3255bfef95601890afd80709\n header=X-A: it's \"1\"\n split=4\n"
    "http://h/b\n"
    "http://h/c\n out=z\n";

std::vector<Entry> entriesOf(const QByteArray &list)
{
    Listing listing;
    listing.add(linksFromContents(list));
    return listing.entries();
}

const ListFormat &format(const QString &id)
{
    return *std::ranges::find(formats(), QStringView(id), &ListFormat::id);
}

QByteArray packed(const QString &program, const QByteArray &bytes)
{
    QProcess process;
    process.start(program, {u"-c"_s});
    process.write(bytes);
    process.closeWriteChannel();
    return process.waitForFinished() ? process.readAllStandardOutput() : QByteArray();
}

} // namespace

/// All formats together: out and in again, what is compressed, and what is no list.
class ListFormats : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadAgain_data();
    void whatIsWrittenIsReadAgain();
    void whatGetsLostIsCounted();
    void namesThatLookLikeSizesStayNames_data();
    void namesThatLookLikeSizesStayNames();
    void onlyWhatNeedsThemGetsAngleBrackets();
    void whatAnotherFormatReadsIsCounted();
    void compressedListsAreRead_data();
    void compressedListsAreRead();
    void whatGrowsTooFarIsRefused();
    void brokenArchivesAreRefused();
    void saysWhatAFileIs_data();
    void saysWhatAFileIs();
    void aMailThatIsNotEncodedIsText();
    void whatIsNoTextSaysSoOnce();
    void aDoctypeIsRefusedWhateverItIsCalled();
    void equalReasonsAreGathered();
    void aHundredThousandLinksHaveNoDetails();
};

void ListFormats::whatIsWrittenIsReadAgain_data()
{
    QTest::addColumn<QStringList>("says");
    const QString link = u"http://u:p%40w@h/a?b=1&c=%272%27"_s;
    const QString name = u" name=x, _y_.iso"_s;
    const QString sum = u" checksum=sha-1=da39a3ee5e6b4b0d3255bfef95601890afd80709"_s;
    const QString header = u" header=X-A:it's \"1\""_s;
    QTest::newRow("text") << QStringList{link + name, u"http://h/b"_s, u"http://h/c name=z"_s};
    QTest::newRow("csv") << QStringList{link + name + sum + u" dir=f/g"_s, u"http://h/b"_s,
                                        u"http://h/c name=z"_s};
    QTest::newRow("aria2") << QStringList{link + name + sum + u" dir=f/g mirror=https://m/a"_s
                                              + header + u" split=4"_s,
                                          u"http://h/b"_s, u"http://h/c name=z"_s};
    QTest::newRow("jsonl") << QStringList{link + name + sum + u" dir=f/g mirror=https://m/a"_s
                                              + header + u" split=4"_s,
                                          u"http://h/b"_s, u"http://h/c name=z"_s};
    QTest::newRow("metalink") << QStringList{link + name + sum + u" dir=f/g mirror=https://m/a"_s,
                                             u"http://h/b name=b"_s, u"http://h/c name=z"_s};
    QTest::newRow("curl") << QStringList{link + name + u" dir=f/g"_s + header, u"http://h/b"_s,
                                         u"http://h/c name=z"_s};
}

void ListFormats::whatIsWrittenIsReadAgain()
{
    const QByteArray written =
        format(QString::fromLatin1(QTest::currentDataTag())).write(entriesOf(everything));
    QCOMPARE(formatOf(written).id.toString(), QString::fromLatin1(QTest::currentDataTag()));
    const Links links = linksFromContents(written);
    QTEST(told(links), "says");
    QVERIFY(links.rejects.empty());
}

void ListFormats::whatGetsLostIsCounted()
{
    const std::vector<Entry> entries = entriesOf(everything);
    const auto poorer = [&entries](const QString &id) {
        return poorerIn(format(id).write(entries), entries);
    };
    QCOMPARE(poorer(u"aria2"_s), 0);
    QCOMPARE(poorer(u"jsonl"_s), 0);
    QCOMPARE(poorer(u"text"_s), 1);
    QCOMPARE(poorer(u"metalink"_s), 1);
    const std::vector<Entry> unsorted = entriesOf("http://h/a\n split=4\n max-tries=3\n");
    QCOMPARE(poorerIn(format(u"jsonl"_s).write(unsorted), unsorted), 0);
}

void ListFormats::namesThatLookLikeSizesStayNames_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name :
         {u"10234"_s, u"1.5 GB"_s, u"d41d8cd98f00b204e9800998ecf8427e"_s, u"b.iso"_s})
        QTest::newRow(qPrintable(name)) << name;
}

void ListFormats::namesThatLookLikeSizesStayNames()
{
    QFETCH(QString, name);
    QByteArray list;
    QStringList says;
    for (const QString &id : {u"1"_s, u"3"_s}) {
        list += u"{\"url\":\"http://h/get?id=%1\",\"name\":\"%2\"}\n"_s.arg(id, name).toUtf8();
        says << u"http://h/get?id=%1 name=%2"_s.arg(id, name);
    }
    const QByteArray written = format(u"text"_s).write(entriesOf(list));
    QCOMPARE(told(linksFromContents(written)), says);
    QCOMPARE(poorerIn(written, entriesOf(list)), 0);
}

void ListFormats::onlyWhatNeedsThemGetsAngleBrackets()
{
    const std::vector<Entry> entries = entriesOf("http://h/a\n<http://h/b.iso,c.iso>\n"
                                                 "http://h/d\te.iso\n<http://h/f>\t17\n");
    QCOMPARE(entries.size(), 4U);
    const QByteArray written = format(u"text"_s).write(entries);
    QCOMPARE(
        written,
        QByteArray("http://h/a\n<http://h/b.iso,c.iso>\nhttp://h/d\te.iso\n<http://h/f>\t17\n"));
    QCOMPARE(poorerIn(written, entries), 0);
}

/// A list does not say which format it is in: links alone in that of aria2 are read as text.
void ListFormats::whatAnotherFormatReadsIsCounted()
{
    for (const QByteArray &link :
         {QByteArray("http://h/a.iso,b.iso"), QByteArray("http://h/c;d.iso"),
          QByteArray("http://h/a.iso[/b]")}) {
        const std::vector<Entry> entries = entriesOf("{\"url\":\"" + link + "\"}");
        QCOMPARE(poorerIn(format(u"aria2"_s).write(entries), entries), 1);
        QCOMPARE(poorerIn(format(u"text"_s).write(entries), entries), 0);
    }
}

void ListFormats::compressedListsAreRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    // "http://h/1\nhttp://h/2\n" by the programs of these names.
    QTest::newRow("gzip") << QByteArray::fromBase64(
        "H4sIAAAAAAACA8soKSmw0tfP0DfkyoAxjbgAISuRyxYAAAA=");
    QTest::newRow("xz") << QByteArray::fromBase64(
        "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AAVABNdADQdLOA6CVnlrK5SOr8dR5BToAAAAIDdAf0rY7/"
        "wAAEvFhc4TsYftvN9AQAAAAAEWVo=");
    QTest::newRow("zstd") << QByteArray::fromBase64("KLUv/QRYnQAAaGh0dHA6Ly9oLzEKMgoBAC6KFxgbAC0=");
}

void ListFormats::compressedListsAreRead()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(told(linksFromContents(bytes)), (QStringList{u"http://h/1"_s, u"http://h/2"_s}));
}

void ListFormats::whatGrowsTooFarIsRefused()
{
    if (QStandardPaths::findExecutable(u"xz"_s).isEmpty())
        QSKIP("xz is not installed");
    const QByteArray bomb = packed(u"xz"_s, QByteArray(32 * 1024 * 1024, 'a'));
    QVERIFY(!bomb.isEmpty());
    const auto bytes = unpacked(bomb);
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().fault, ListFault::UnpacksTooFar);
    const QByteArray twice = packed(u"xz"_s, bomb);
    QCOMPARE(linksFromContents(twice).urls.size(), 0U);
}

void ListFormats::brokenArchivesAreRefused()
{
    for (const QByteArray &bytes :
         {QByteArray("\x1F\x8B\x08\0\0\0\0\0\0\x03xyz", 13), QByteArray("\x28\xB5\x2F\xFD\x01"),
          QByteArray("\xFD"
                     "7zXZ\0\0",
                     7)}) {
        const Links links = linksFromContents(bytes);
        QVERIFY(links.urls.empty());
        QCOMPARE(links.rejects.size(), 1U);
        QCOMPARE(links.rejects.front().error.fault, ListFault::Unpacked);
    }
}

void ListFormats::saysWhatAFileIs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("kind");
    const auto row = [](const QByteArray &bytes, const QString &kind) {
        QTest::newRow(qPrintable(kind + QString::fromLatin1(bytes.left(6).toHex())))
            << bytes << kind;
    };
    row("%PDF-1.7\n%\xE2\xE3", u"pdf"_s);
    row("\x89PNG\r\n\x1A\n", u"picture"_s);
    row("\xFF\xD8\xFF\xE0", u"picture"_s);
    row("<svg xmlns=\"http://www.w3.org/2000/svg\">", u"picture"_s);
    row("RIFF\x01\x02\x03\x04WEBPVP8 ", u"picture"_s);
    row("RIFF\x01\x02\x03\x04WAVEfmt ", u"sound"_s);
    row("RIFF\x01\x02\x03\x04"
        "AVI LIST",
        u"film"_s);
    row("PK\x03\x04\x14", u"zip"_s);
    row("PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet", u"spreadsheet"_s);
    row("PK\x03\x04....[Content_Types].xml", u"office"_s);
    row("d8:announce40:http://tracker", u"torrent"_s);
    row("\x7F"
        "ELF\x02",
        u"program"_s);
    row("!<arch>\ndebian-binary", u"package"_s);
    row(QByteArray(257, '\0') + "ustar", u"archive"_s);
    row("bplist00\xD1", u"bplist"_s);
    row("{\n \"log\": {\"version\": \"1.2\", \"entries\": []}}", u"har"_s);
    row("{\"log\": {\"level\": \"info\"}, \"url\": \"http://h/a\"}\n", {});
    const QByteArray mail(": of h\r\n by i\r\nMime-Version: 1.0\r\n");
    const QByteArray printable("Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                               "http://h/a?b=3D1&c=3D2&d=\r\n=3D3\r\n");
    row("Received" + mail + printable, u"mail"_s);
    row("Subject" + mail + "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n"
            + printable,
        u"mail"_s);
    row("X-Mail" + mail
            + "Content-Type: text/plain;\r\n charset=utf-8\r\n"
              "Content-Transfer-Encoding: base64\r\n\r\naHR0cDovL2gvYQ==\r\n",
        u"mail"_s);
    row("http://h/a\n", {});
    row("", {});
}

/// Its text is as it was written, whatever its attachments are.
void ListFormats::aMailThatIsNotEncodedIsText()
{
    const Links links = linksFromContents(
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
        "Content-Type: text/plain\nContent-Transfer-Encoding: 7bit\n\nGet http://h/a?b=3D1 now\n"
        "--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n");
    QCOMPARE(links.urls, std::vector<QUrl>{QUrl(u"http://h/a?b=3D1"_s)});
}

void ListFormats::saysWhatAFileIs()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, kind);
    QCOMPARE(kindOf(bytes), kind);
    const Links links = linksFromContents(bytes);
    QCOMPARE(links.rejects.size(), kind.isEmpty() ? 0U : 1U);
    if (kind.isEmpty())
        return;
    QCOMPARE(links.rejects.front().error.fault, ListFault::NotAList);
    QCOMPARE(links.rejects.front().error.detail, kind);
}

/// Bytes at random without a NUL are no thirty lines with thirty reasons.
void ListFormats::whatIsNoTextSaysSoOnce()
{
    QByteArray bytes;
    for (int number = 0; number < 4000; ++number)
        bytes += static_cast<char>(number * 197 % 255 + 1);
    const Links links = linksFromContents(bytes);
    QCOMPARE(links.rejects.size(), std::size_t(1));
    QCOMPARE(links.rejects.front().error.fault, ListFault::NotTextFile);
}

void ListFormats::aDoctypeIsRefusedWhateverItIsCalled()
{
    const Links links =
        linksFromContents("<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY a \"b\">]>\n"
                          "<metalink xmlns=\"urn:ietf:params:xml:ns:metalink\"><file name=\"a\">"
                          "<url>http://h/a</url></file></metalink>");
    QVERIFY(links.urls.empty());
    QCOMPARE(links.rejects.size(), std::size_t(1));
    QCOMPARE(links.rejects.front().error.fault, ListFault::DocumentType);
}

void ListFormats::equalReasonsAreGathered()
{
    const Links links =
        linksFromContents("ftp://h/1\nftp://h/2\nhttp://h/3\nftp://h/4\nword\nftp://h/6\n");
    const std::vector<Gathered> groups = gathered(links.rejects);
    QCOMPARE(groups.size(), 2U);
    QCOMPARE(rangesOf(groups.front()), u"1-2, 4, 6"_s);
    QCOMPARE(rangesOf(groups.back()), u"5"_s);
    const Links many = linksFromContents(QByteArray("ftp://h/1\nhttp://h/2\n").repeated(10'000));
    QCOMPARE(rangesOf(gathered(many.rejects).front()), u"1, 3, 5, 7, 9, 11, 13, 15, 17, 19, …"_s);
}

void ListFormats::aHundredThousandLinksHaveNoDetails()
{
    QByteArray list;
    for (int number = 0; number < 100'000; ++number)
        list += "http://host.example/some/folder/file-" + QByteArray::number(number) + ".iso\n";
    const Links links = linksFromContents(list);
    QCOMPARE(links.urls.size(), 100'000U);
    QVERIFY(links.details.empty());
}

LAPWING_TEST(ListFormats)
#include "tst_formats.moc"
