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

void addColumns()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QStringList>("says");
}

void row(const char *name, const QString &format, const QByteArray &list, const QStringList &says)
{
    QTest::newRow(name) << format << list << says;
}

} // namespace

/// What other programs print, and files that are one link.
class ReadingDialects : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesThemApart_data();
    void takesThemApart();
    void takesChecksumsApart_data();
    void takesChecksumsApart();
    void takesMarkupApart_data();
    void takesMarkupApart();
    void refuses_data();
    void refuses();
    void theBaseMayBeGiven();
    void aSignatureIsNamed();
};

void ReadingDialects::takesThemApart_data()
{
    addColumns();
    const QByteArray md5("d41d8cd98f00b204e9800998ecf8427e");
    const QString proof = u" checksum=md5=d41d8cd98f00b204e9800998ecf8427e"_s;
    row("apt-get --print-uris", u"apt"_s,
        "'http://deb.debian.org/debian/pool/main/h/hello/hello_2.10-3_amd64.deb' "
        "hello_2.10-3_amd64.deb 53112 MD5Sum:"
            + md5 + "\n'http://deb.debian.org/InRelease' deb.debian.org_InRelease 0 \n",
        {u"http://deb.debian.org/debian/pool/main/h/hello/hello_2.10-3_amd64.deb name=hello_2.10-3_amd64.deb"_s
             + proof + u" size=53112"_s,
         u"http://deb.debian.org/InRelease name=deb.debian.org_InRelease"_s});
    row("Windows", u"shortcut"_s,
        "[{000214A0-0000-0000-C000-000000000046}]\r\nProp3=19,11\r\n[InternetShortcut]\r\nIDList="
        "\r\nURL=https://h/a?b=c\r\n",
        {u"https://h/a?b=c"_s});
    row("freedesktop.org", u"shortcut"_s,
        "# made by hand\n[Desktop "
        "Entry]\nEncoding=UTF-8\nName=A\nType=Link\nURL=https://h/a\nIcon=text-html\n",
        {u"https://h/a"_s});
    row("sentences", u"text"_s,
        "See https://h/a, (https://h/b) and [c](https://h/c_(d)).\n"
        "The last: \"https://h/e\"!\n| 1 | https://h/f |\nhttps://h/g.\n",
        {u"https://h/a"_s, u"https://h/b"_s, u"https://h/c_(d)"_s, u"https://h/e"_s,
         u"https://h/f"_s, u"https://h/g."_s});
}

void ReadingDialects::takesThemApart()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, list);
    QCOMPARE(formatOf(list).id.toString(), format);
    const Links links = linksFromContents(list);
    QTEST(told(links), "says");
    QCOMPARE(refusedLines(links), QList<int>());
}

void ReadingDialects::takesChecksumsApart_data()
{
    addColumns();
    const QByteArray md5("d41d8cd98f00b204e9800998ecf8427e");
    const QString proof = u" checksum=md5=d41d8cd98f00b204e9800998ecf8427e"_s;
    row("md5sum", u"checksums"_s,
        "# https://h/pool/\n" + md5 + "  a b.iso\n" + md5 + " *./c/d#?.iso\n\\" + md5
            + "  e\\\\f\n",
        {u"https://h/pool/a%20b.iso name=a b.iso"_s + proof,
         u"https://h/pool/c/d%23%3F.iso name=d#?.iso"_s + proof + u" dir=c"_s,
         u"https://h/pool/e%5Cf name=e\\f"_s + proof});
    row("md5sum --tag", u"checksums"_s,
        "https://h/pool/\nMD5 (a.iso) = " + md5 + "\n\nhttp://other/\nMD5 (b.iso) = " + md5,
        {u"https://h/pool/a.iso name=a.iso"_s + proof, u"http://other/b.iso name=b.iso"_s + proof});
    row("openssl dgst", u"checksums"_s,
        "https://h/pool/\nMD5(a b.iso)= " + md5 + "\nSHA2-256(b)= " + QByteArray(64, 'a') + "\n",
        {u"https://h/pool/a%20b.iso name=a b.iso"_s + proof,
         u"https://h/pool/b name=b checksum=sha-256="_s + QString(64, u'a')});
    row("md5 -r", u"checksums"_s, "https://h/pool/\n" + md5 + " a b.iso\n" + md5 + " https://i/c\n",
        {u"https://h/pool/a%20b.iso name=a b.iso"_s + proof, u"https://i/c"_s + proof});
    row("a link in a sentence behind digits", u"text"_s, md5 + " Fetch it from https://h/a\n",
        {u"https://h/a"_s});
    for (const char *link :
         {"<https://h/a>", "(https://h/a)", "\"https://h/a\"", "[a](https://h/a)"})
        row(link, u"text"_s, md5 + ' ' + link + '\n', {u"https://h/a"_s});
    row("md5 -r, a name of one word", u"checksums"_s, "https://h/pool/\n" + md5 + " README\n",
        {u"https://h/pool/README name=README"_s + proof});
    row("md5 -r, a long ending", u"checksums"_s, "https://h/pool/\n" + md5 + " my app.AppImage\n",
        {u"https://h/pool/my%20app.AppImage name=my app.AppImage"_s + proof});
    row("md5 -r, blanks and no ending", u"checksums"_s,
        "https://h/pool/\n" + md5 + " my file\n" + md5 + " the other one\n",
        {u"https://h/pool/my%20file name=my file"_s + proof,
         u"https://h/pool/the%20other%20one name=the other one"_s + proof});
    row("md5 -r, the same behind a file", u"checksums"_s,
        "https://h/pool/\n" + md5 + " a.iso\n" + md5 + " my file\n",
        {u"https://h/pool/a.iso name=a.iso"_s + proof,
         u"https://h/pool/my%20file name=my file"_s + proof});
    row("md5sum, a name of two lines", u"checksums"_s,
        "https://h/pool/\n\\" + md5 + "  a\\nb\\\\n.iso\n",
        {u"https://h/pool/a%0Ab%5Cn.iso name=a\nb\\n.iso"_s + proof});
    row("checksums of links", u"checksums"_s,
        md5 + "  https://h/a.iso?b=1\nMD5 (http://i/c) = " + md5 + "\n",
        {u"https://h/a.iso?b=1"_s + proof, u"http://i/c"_s + proof});
}

void ReadingDialects::takesChecksumsApart()
{
    takesThemApart();
}

void ReadingDialects::takesMarkupApart_data()
{
    addColumns();
    row("macOS", u"shortcut"_s,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST "
        "1.0//EN\" "
        "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n<plist "
        "version=\"1.0\">\n<dict>\n\t<key>URL</key>\n"
        "\t<string>https://h/a?b=1&amp;c=2</string>\n</dict>\n</plist>\n",
        {u"https://h/a?b=1&c=2"_s});
    row("KGet", u"kget"_s,
        "<!DOCTYPE KGetTransfers>\n<Transfers>\n <TransferGroup Name=\"My Downloads\">\n"
        "  <Transfer Source=\"https://h/a?b=1&amp;c=2\" Dest=\"file:///home/me/x%20y.iso\" "
        "TotalSize=\"5\" DownloadLimit=\"20\" Policy=\"None\"/>\n"
        "  <Transfer Source=\"http://h/d.iso\" Dest=\"/home/me/d.iso\" DownloadLimit=\"0\"/>\n"
        " </TransferGroup>\n <TransferGroup Name=\"Others\"/>\n</Transfers>\n",
        {u"https://h/a?b=1&c=2 name=x y.iso max-download-limit=20K"_s,
         u"http://h/d.iso name=d.iso"_s});
    row("bookmarks", u"html"_s,
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META HTTP-EQUIV=\"Content-Type\" "
        "CONTENT=\"text/html; charset=UTF-8\">\n"
        "<TITLE>Bookmarks</TITLE>\n<DL><p>\n<DT><A HREF=\"https://h/a\" ADD_DATE=\"1\" "
        "ICON=\"data:x\">A</A>\n</DL>",
        {u"https://h/a"_s});
}

void ReadingDialects::takesMarkupApart()
{
    takesThemApart();
}

void ReadingDialects::refuses_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<ListFault>("because");
    QTest::addColumn<int>("line");
    QTest::newRow("checksums without an address")
        << QByteArray("d41d8cd98f00b204e9800998ecf8427e  a.iso\n") << ListFault::NoAddress << 1;
    QTest::newRow("digits at the start of a sentence")
        << QByteArray("# no list\nd41d8cd98f00b204e9800998ecf8427e is the md5 of this\n")
        << ListFault::NotHttp << 2;
    QTest::newRow("the same, and a host at the end of it")
        << QByteArray("# no list\nd41d8cd98f00b204e9800998ecf8427e is the one of mirror.example\n")
        << ListFault::NotHttp << 2;
    QTest::newRow("apt from a disc")
        << QByteArray("'cdrom:[Debian]/a.deb' a.deb 5\n") << ListFault::OtherScheme << 1;
    QTest::newRow("starts a program")
        << QByteArray("[Desktop Entry]\nType=Application\nExec=true\n") << ListFault::StartsProgram
        << 0;
    QTest::newRow("link to a folder")
        << QByteArray("[InternetShortcut]\nURL=file:///C:/x\n") << ListFault::OtherScheme << 2;
    QTest::newRow("a DOCTYPE that declares")
        << QByteArray("<!DOCTYPE plist [<!ENTITY a 'b'>]><plist><dict/></plist>")
        << ListFault::DocumentType << 1;
    QTest::newRow("KGet, and a DOCTYPE that declares")
        << QByteArray("<!DOCTYPE KGetTransfers [<!ENTITY a 'b'>]><Transfers/>")
        << ListFault::DocumentType << 1;
    QTest::newRow("a property list of another kind")
        << QByteArray("<plist><dict><key>A</key><string>https://h/</string></dict></plist>")
        << ListFault::NoLink << 0;
}

void ReadingDialects::refuses()
{
    QFETCH(QByteArray, list);
    const Links links = linksFromContents(list);
    QVERIFY(links.urls.empty());
    QCOMPARE(links.rejects.size(), 1U);
    QTEST(links.rejects.front().error.fault, "because");
    QTEST(links.rejects.front().line, "line");
}

void ReadingDialects::theBaseMayBeGiven()
{
    const Reading reading{QUrl(u"https://h/x/"_s)};
    QCOMPARE(told(linksFromContents("d41d8cd98f00b204e9800998ecf8427e  a", reading)),
             QStringList{u"https://h/x/a name=a checksum=md5=d41d8cd98f00b204e9800998ecf8427e"_s});
    QCOMPARE(told(linksFromContents("<html><a href='../b'>", reading)),
             QStringList{u"https://h/b"_s});
    QCOMPARE(told(linksFromContents("<html><base href='http://i/'><a href='b'>", reading)),
             QStringList{u"http://i/b"_s});
}

/// As Fedora has it.
void ReadingDialects::aSignatureIsNamed()
{
    const QByteArray list("-----BEGIN PGP SIGNED MESSAGE-----\n"
                          "Hash: SHA256\n\n"
                          "# a.iso: 5 bytes\n"
                          "MD5 (a.iso) = d41d8cd98f00b204e9800998ecf8427e\n"
                          "-----BEGIN PGP SIGNATURE-----\n\n"
                          "iQIzBAEBCAAdFiEEakyzoSBZSDxrRsp\n=6Vyt\n"
                          "-----END PGP SIGNATURE-----\n");
    QCOMPARE(formatOf(list).id.toString(), u"checksums"_s);
    const Links links = linksFromContents(list, {QUrl(u"https://h/x/"_s)});
    QCOMPARE(told(links),
             QStringList{u"https://h/x/a.iso name=a.iso "
                         "checksum=md5=d41d8cd98f00b204e9800998ecf8427e"_s});
    QCOMPARE(refusedLines(links), QList<int>());
    QVERIFY(links.unused.contains(u"signature"_s));
}

LAPWING_TEST(ReadingDialects)
#include "tst_dialects.moc"
