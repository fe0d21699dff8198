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

const QByteArray md5("d41d8cd98f00b204e9800998ecf8427e");
const QString sum = u" checksum=md5=d41d8cd98f00b204e9800998ecf8427e"_s;

void row(const char *name, const QByteArray &list, const QStringList &says)
{
    QTest::newRow(name) << list << says;
}

/// Tables that are told by what stands above their rows.
void addTitled()
{
    row("a file and its page", "URL,Download URL,Name\nhttp://h/page,http://h/a,b\n",
        {u"http://h/a name=b"_s});
    row("Korean titles", "주소,파일 이름,크기,폴더\nhttp://h/a,하나.bin,5,f\n",
        {u"http://h/a name=하나.bin size=5 dir=f"_s});
    row("a Korean title above nothing but links", "링크\nhttp://h/a,b\nhttp://h/c\n",
        {u"http://h/a,b"_s, u"http://h/c"_s});
    row("a Korean title in front of the link's", "번호,링크\n1,http://h/a\n", {u"http://h/a"_s});
    row("a Korean title, and one that nobody knows",
        "링크,비고\nhttp://h/get?id=1,봄\nhttp://h/a.iso,첫째 파일\n",
        {u"http://h/get?id=1"_s, u"http://h/a.iso"_s});
    row("the same with semicolons", "링크;비밀번호\nhttp://h/get?id=1;hush\n",
        {u"http://h/get?id=1"_s});
    row("the same, and a row without the second cell",
        "링크,비고\nhttp://h/get?id=1,봄\nhttp://h/get?id=2\n",
        {u"http://h/get?id=1"_s, u"http://h/get?id=2"_s});
    row("the same, quoted", "\"링크\",\"설명\"\n\"http://h/get?id=1\",\"봄 축제\"\n",
        {u"http://h/get?id=1"_s});
    row("where people live", "이름,주소,link\n홍길동,서울시,http://h/a.iso\n",
        {u"http://h/a.iso name=홍길동"_s});
    row("a Korean table of Markdown, and more text below it than rows",
        "| 이름 | 링크 |\n|---|---|\n| a | http://h/a |\n\n[b](http://h/b)\n[c](http://h/c)\n",
        {u"http://h/a name=a"_s, u"http://h/b"_s, u"http://h/c"_s});
    row("a bar in a cell of Markdown", "| Name | Link |\n|---|---|\n| a \\| b.iso | http://h/a |\n",
        {u"http://h/a name=a | b.iso"_s});
    row("one column of Markdown", "| Link |\n|---|\n| `http://h/a` |\n", {u"http://h/a"_s});
    row("titles in two languages", "Nom / Name;Lien / Link\na;http://h/a;\n",
        {u"http://h/a name=a"_s});
    row("rows without text", "url,name\n,\nhttp://h/a,b\n , \n", {u"http://h/a name=b"_s});
    row("formulas of a spreadsheet",
        "Name;Link\na;\"=HYPERLINK(\"\"http://h/a\"\";\"\"A; 1\"\")\"\n"
        "b;\"=HIPERV\xC3\x8DNCULO(\"\"http://h/b\"\")\"\nc;=COLLEG.IPERTESTUALE(\"http://h/c\" , "
        "A1)\n",
        {u"http://h/a name=a"_s, u"http://h/b name=b"_s, u"http://h/c name=c"_s});
    row("mirrors", "Mirror,link,url\nhttp://m/a,http://h/page,http://h/a\n",
        {u"http://h/a mirror=http://m/a"_s});
}

/// And what stands above the titles.
void addHeaded()
{
    row("a heading above the titles", "Download list,,\nurl,name,size\nhttp://h/a,b,5\n",
        {u"http://h/a name=b size=5"_s});
    row("a table of Markdown, and the text below it",
        "# Files\n| File | Link | MD5 |\n|---|:-:|---|\n| a | [get](http://h/a) | `" + md5
            + "` |\n| b | <http://h/b> | |\n\nAlso [c](http://h/c), and more.\n",
        {u"http://h/a name=a"_s + sum, u"http://h/b name=b"_s, u"http://h/c"_s});
    row("tables of Org and of a terminal",
        "+------+----------+\n| Name | Link     |\n+======+==========+\n| a    | http://h/a |\n"
        "|------+----------|\n| b    | http://h/b |\n+------+----------+\n",
        {u"http://h/a name=a"_s, u"http://h/b name=b"_s});
    row("a heading above a table of Markdown",
        "| Files | |\n|---|---|\n| Name | Link |\n|---|---|\n| a | http://h/a |\n",
        {u"http://h/a name=a"_s});
    row("a date in the heading above the titles",
        "Files of 2026/11/30,,\nName,URL,Size\na.iso,http://h/a,123\nb.iso,http://h/b,456\n",
        {u"http://h/a name=a.iso size=123"_s, u"http://h/b name=b.iso size=456"_s});
    row("a heading, and titles with marks that addresses have",
        "Files,,\nName,Link (http/ftp),MD5\na,http://h/a.iso," + md5 + "\n",
        {u"http://h/a.iso name=a"_s + sum});
    row("a heading over several cells",
        "Links,winter,\nAs of,today,\nurl,name,size\nhttp://h/a,b,5\n",
        {u"http://h/a name=b size=5"_s});
    row("a heading of one cell", "Download list\nurl,name,size\nhttp://h/a,b,5\n",
        {u"http://h/a name=b size=5"_s});
    row("two headings above the titles",
        "Files,,\nAs of 2026/11/30,,\nURL,Name,Date/Time\nhttp://h/a,b,5\n",
        {u"http://h/a name=b"_s});
    row("an address above the titles", "https://h/,,\nurl,name,size\nhttp://h/a,b,5\n",
        {u"https://h/"_s, u"http://h/a name=b size=5"_s});
    row("a heading that means a link", "Links,,\nurl,name,size\nhttp://h/a,b,5\n",
        {u"http://h/a name=b size=5"_s});
}

} // namespace

/// CSV, TSV and what else spreadsheets save.
class ReadingTables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesThemApart_data();
    void takesThemApart();
    void recognizesColumnsBySight_data();
    void recognizesColumnsBySight();
    void leavesTheRestToText_data();
    void leavesTheRestToText();
    void refusesByTheLine();
    void takesNoPartOfALinkFromAFormula_data();
    void takesNoPartOfALinkFromAFormula();
    void aRowWithoutALinkIsNoTitle_data();
    void aRowWithoutALinkIsNoTitle();
    void neverCutsALinkBelowAHeading_data();
    void neverCutsALinkBelowAHeading();
    void secretsStayHidden();
    void hidesWhatStandsBelowATitleOfASecret_data();
    void hidesWhatStandsBelowATitleOfASecret();
    void hidesItAlsoInATextThatIsNoTable();
    void asksForNothingThatMayHaveASecret();
    void namesNumbersThatNobodyKnows();
    void namesTheEncodingThatItGuesses();
};

void ReadingTables::takesThemApart_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QStringList>("says");

    const QStringList one{u"http://h/a?b=1,2 name=x, y.iso"_s};
    row("titles", "url,name\r\n\"http://h/a?b=1,2\",\"x, y.iso\"\r\n", one);
    row("titles in another order", "File Name;URL\nx, y.iso;http://h/a?b=1,2\n", one);
    row("titles of a spreadsheet",
        "\xEF\xBB\xBF\"Name\"\t\"Download URL\"\n\"x, y.iso\"\t\"http://h/a?b=1,2\"", one);
    row("Excel's hint", "sep=;\nLink;Name\nhttp://h/a?b=1,2;x, y.iso\n", one);
    row("one column", "url\nhttp://h/a,b\n", {u"http://h/a,b"_s});
    row("more columns than are known",
        "id,url,md5,size,folder,note\n1,http://h/a," + md5 + ",5,f/g,hello\n",
        {u"http://h/a"_s + sum + u" size=5 dir=f/g"_s});
    row("quotation marks in quotation marks", "url,name\nhttp://h/a,\"b \"\"c\"\".iso\"\n",
        {u"http://h/a name=b \"c\".iso"_s});
    row("line ends in quotation marks", "url,note\n\"http://h/a\",\"one\r\ntwo\"\nhttp://h/b,\n",
        {u"http://h/a"_s, u"http://h/b"_s});
    row("a cookie and a header on each line",
        "url,cookie,headers\nhttp://h/a,\"a=1;\r\nb=2==\",\"X-A: 1\nX-B: 2\n\"\n",
        {u"http://h/a header=Cookie:a=1; b=2== header=X-A:1 header=X-B:2"_s});
    row("Latin-1", "url,name\nhttp://h/a,caf\xE9.txt\n", {u"http://h/a name=caf\u00E9.txt"_s});
    row("Latin-1 with letters that begin Hangul",
        "url,name\nhttp://h/a,\xC4nderung.txt\nhttp://h/b,\xC4pfel.txt\n",
        {u"http://h/a name=Änderung.txt"_s, u"http://h/b name=Äpfel.txt"_s});
    row("Korean of Windows",
        "url,name\nhttp://h/a,\xC7\xD1\xB1\xDB \x8C\x63\xB9\xE6\xB0\xA2\xC7\xCF.iso\n",
        {u"http://h/a name=한글 똠방각하.iso"_s});
    row("UTF-16",
        QByteArray("\xFF\xFEu\0r\0l\0\t\0n\0a\0m\0e\0\n\0h\0t\0t\0p\0:\0/\0/\0h\0/\0a\0\t\0b\0",
                   44),
        {u"http://h/a name=b"_s});
    addTitled();
    addHeaded();
}

void ReadingTables::takesThemApart()
{
    QFETCH(QByteArray, list);
    QCOMPARE(formatOf(list).id.toString(), u"csv"_s);
    const Links links = linksFromContents(list);
    QTEST(told(links), "says");
    QCOMPARE(refusedLines(links), QList<int>());
}

void ReadingTables::recognizesColumnsBySight_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QStringList>("says");
    const auto row = [](const char *name, const QByteArray &list, const QStringList &says) {
        QTest::newRow(name) << list << says;
    };
    row("by sight", "http://h/a.iso,b.iso\nhttp://h/c.iso,d.iso\n",
        {u"http://h/a.iso name=b.iso"_s, u"http://h/c.iso name=d.iso"_s});
    row("by sight, the link last", "b.iso,http://h/a\nd.iso,http://h/c\n",
        {u"http://h/a name=b.iso"_s, u"http://h/c name=d.iso"_s});
    for (const char mark : {',', ';', '|'})
        row(qPrintable(u"by sight, the name alone ends as a file, "_s + QLatin1Char(mark)),
            "http://h/?id=1" + QByteArray(1, mark) + "b.bin\nhttp://h/?id=2" + mark + "d.bin\n",
            {u"http://h/?id=1 name=b.bin"_s, u"http://h/?id=2 name=d.bin"_s});
    row("by sight, behind a path without an ending", "http://h/1;b.bin;5\nhttp://h/2;d.bin;7\n",
        {u"http://h/1 name=b.bin size=5"_s, u"http://h/2 name=d.bin size=7"_s});
    row("by sight, a checksum", "http://h/a;" + md5 + ";7\n",
        {u"http://h/a"_s + sum + u" size=7"_s});
    row("by sight, arrows before the names", "http://h/a\t-> b.iso\nhttp://h/c\t-> d.iso\n",
        {u"http://h/a name=b.iso"_s, u"http://h/c name=d.iso"_s});
    row("by sight, tabs", "http://h/a\tb\nhttp://h/c\td\n",
        {u"http://h/a name=b"_s, u"http://h/c name=d"_s});
    row("rows that cat -n counted", "     1\thttp://h/a.zip\n     2\thttp://h/b.zip\n",
        {u"http://h/a.zip"_s, u"http://h/b.zip"_s});
    row("rows that were counted by hand", "09,http://h/a.zip,a\n10,http://h/b.zip,b\n",
        {u"http://h/a.zip name=a"_s, u"http://h/b.zip name=b"_s});
    row("one row that was counted", "1\thttp://h/a.zip\n", {u"http://h/a.zip"_s});
    row("counted behind the link", "http://h/a.zip\t1\t7\nhttp://h/b.zip\t2\t5\n",
        {u"http://h/a.zip size=7"_s, u"http://h/b.zip size=5"_s});
    row("one row that was counted behind it", "http://h/a.zip\t1\n", {u"http://h/a.zip"_s});
    row("sizes", "1\thttp://h/a.zip\t5\n2\thttp://h/b.zip\t6\n3\thttp://h/c.zip\t6\n",
        {u"http://h/a.zip size=5"_s, u"http://h/b.zip size=6"_s, u"http://h/c.zip size=6"_s});
    row("a title before the link", "size,url\n1,http://h/a.zip\n2,http://h/b.zip\n",
        {u"http://h/a.zip size=1"_s, u"http://h/b.zip size=2"_s});
    row("titles that nobody knows", "Nr;Adresse;Datei\n1;http://h/1;eins\n2;http://h/2;zwei\n",
        {u"http://h/1 name=eins"_s, u"http://h/2 name=zwei"_s});
    row("a heading above them", "Dateien\t\nAdresse\tDatei\nhttp://h/1\teins\n",
        {u"http://h/1 name=eins"_s});
    row("a title with a slash", "Nom/Titre;Lien\na;http://h/1\nb;http://h/2\n",
        {u"http://h/1 name=a"_s, u"http://h/2 name=b"_s});
    row("the same behind the link", "Lien;Nom/Titre\nhttp://h/1;a\n", {u"http://h/1 name=a"_s});
    row("more than the name behind the link", "Lien,Nom,Auteur\nhttp://h/1,a,b\n",
        {u"http://h/1"_s});
    row("three headings above them",
        "Fichiers,,\nServeur A,,\nHiver,,\nNom,Lien,Taille\na,http://h/1,5\n",
        {u"http://h/1 name=a size=5"_s});
    row("a heading as a text editor writes it", "Mes fichiers\nLien;Nom\nhttp://h/1;a\n",
        {u"http://h/1 name=a"_s});
    row("one title that is known", "Name;Adresse\na;http://h/1\nb;http://h/2\n",
        {u"http://h/1 name=a"_s, u"http://h/2 name=b"_s});
    row("a row without a name first", "Nom,Lien\n,http://h/1\na,http://h/2\n",
        {u"http://h/1"_s, u"http://h/2 name=a"_s});
    row("no title of the link, but of a secret", "Adresse;Passwort\nhttp://h/1;hush\n",
        {u"http://h/1"_s});
    row("all quoted", "\"http://h/a\",\"b\"\n\"http://h/c\",\"d\"\n",
        {u"http://h/a name=b"_s, u"http://h/c name=d"_s});
}

void ReadingTables::recognizesColumnsBySight()
{
    takesThemApart();
}

void ReadingTables::leavesTheRestToText_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::newRow("commas in queries") << QByteArray("http://h/?ids=1,2\nhttp://h/?ids=3,4\n");
    QTest::newRow("commas in paths")
        << QByteArray("http://h/Paris,_France\nhttp://h/Rome,_Italy\n");
    QTest::newRow("commas in paths, and names of pages")
        << QByteArray("http://h/news,12.html\nhttp://h/news,13.html\n");
    QTest::newRow("files in queries")
        << QByteArray("http://h/c.php?a.js,b.js\nhttp://h/c?a.js,c.js\n");
    QTest::newRow("parameters in paths")
        << QByteArray("http://h/a.zip;jsessionid=A\nhttp://h/b.zip;jsessionid=B\n");
    for (const char *mark : {"?file=Smith,", "p/Smith;", "p/Smith|"})
        QTest::newRow(mark) << "http://h/" + QByteArray(mark) + "John.pdf\nhttp://h/"
                + QByteArray(mark) + "Jane.pdf\n"; // may be one link each
    QTest::newRow("a comment behind") << QByteArray("http://h/a\t# one\nhttp://h/b\t# two\n");
    QTest::newRow("one link and a name") << QByteArray("http://h/a.iso,b\n");
    QTest::newRow("a table of Markdown") << QByteArray("| a | http://h/a |\n| b | http://h/b |\n");
    QTest::newRow("a sentence above")
        << QByteArray("Two towns, one link each\nhttp://h/Paris,_France\nhttp://h/Rome,_Italy\n");
    QTest::newRow("a row that has no link") << QByteArray("a.iso,ftp://h/a\nb.iso,http://h/b\n");
    for (const char *below : {"- http://h/a", "[b](http://h/a)", "1. http://h/a",
                              "http://h/a\tname.iso", "http://h/a b"}) {
        QTest::newRow(below) << "링크\n" + QByteArray(below) + '\n';
        QTest::newRow(qPrintable(u"below 다운로드 링크: "_s + QLatin1StringView(below)))
            << "다운로드 링크\n" + QByteArray(below) + '\n';
    }
    QTest::newRow("a Korean heading with a comma") << QByteArray("링크, 참고\nhttp://h/a,b.iso\n");
    QTest::newRow("a sentence with titles above")
        << QByteArray("Name, address\nhttp://h/Paris,_France\nhttp://h/Rome,_Italy\n");
    QTest::newRow("parameters below two words")
        << QByteArray("Films;Musique\nhttp://h/a;id=1\nhttp://h/b;id=2\n");
    QTest::newRow("where firms are")
        << QByteArray("업체,주소,홈페이지\n하나,서울시,http://h/a.iso\n");
    QTest::newRow("a text") << QByteArray("Links:\nhttp://h/a\nhttp://h/b\n");
}

void ReadingTables::leavesTheRestToText()
{
    QFETCH(QByteArray, list);
    QCOMPARE(formatOf(list).id.toString(), u"text"_s);
}

void ReadingTables::refusesByTheLine()
{
    const Links links = linksFromContents("url,name,sha256\n"
                                          "http://h/a,a\n"
                                          "ftp://h/b,b\n"
                                          "http://h/c,c,12\n"
                                          "http://h/d,d,,more\n"
                                          "http://h/e,x/y\n"
                                          "http://h/f,\"open\n"
                                          "\n"
                                          "http://h/g,g\n"
                                          ",h,\n");
    QCOMPARE(told(links), (QStringList{u"http://h/a name=a"_s, u"http://h/g name=g"_s}));
    QCOMPARE(refusedLines(links), (QList<int>{3, 4, 5, 6, 7, 10}));
    const QList<ListFault> faults{ListFault::OtherScheme, ListFault::BadChecksum,
                                  ListFault::CellCount,   ListFault::NotAFileName,
                                  ListFault::OpenQuote,   ListFault::NoLink};
    for (std::size_t place = 0; place < links.rejects.size(); ++place)
        QCOMPARE(links.rejects[place].error.fault, faults.at(static_cast<qsizetype>(place)));
    const Links wrapped = linksFromContents("url,cookie\nhttp://h/a,\"a=YWJj\nZGVm==\"\n");
    QCOMPARE(refusedLines(wrapped), QList<int>{2});
    QCOMPARE(wrapped.rejects.front().error.fault, ListFault::BadHeader);
    const Links two = linksFromContents("|Name|Link|\n|a|[b](http://h/b) [c](http://h/c)|\n");
    QCOMPARE(refusedLines(two), QList<int>{2});
    QCOMPARE(two.rejects.front().error.fault, ListFault::SeveralLinks);
    const Links broken =
        linksFromContents("|Name|Link|\n|a|http://h/a<br>http://h/b|\n|c|http://h/c<br>|\n");
    QCOMPARE(told(broken), QStringList{u"http://h/c name=c"_s});
    QCOMPARE(broken.rejects.front().error.fault, ListFault::SeveralLinks);
}

void ReadingTables::takesNoPartOfALinkFromAFormula_data()
{
    QTest::addColumn<QByteArray>("formula");
    QTest::newRow("an operator") << QByteArray("=HYPERLINK(\"http://h/i/\"&A2;\"open\")");
    QTest::newRow("a function") << QByteArray("=CONCATENATE(\"http://h/i/\";A2;\".zip\")");
    QTest::newRow("both") << QByteArray("=HYPERLINK(CONCAT(\"http://h/i/\";A2);\"open\")");
}

/// Also where the table has no titles, or one column, and its rows are lines of text.
void ReadingTables::takesNoPartOfALinkFromAFormula()
{
    QFETCH(QByteArray, formula);
    const QByteArray cell = '"' + QByteArray(formula).replace('"', "\"\"") + '"';
    for (const QByteArray &list :
         {"Name;Link\nA;" + cell + "\nB;http://h/b\n", "Link\n" + cell + "\nhttp://h/b\n",
          "A;" + cell + "\nhttp://h/b\n", formula + "\nhttp://h/b\n"}) {
        const Links links = linksFromContents(list);
        QCOMPARE(links.urls, std::vector<QUrl>{QUrl(u"http://h/b"_s)});
        QVERIFY(!links.rejects.empty());
    }
}

void ReadingTables::aRowWithoutALinkIsNoTitle_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QStringList>("says");
    QTest::addColumn<QList<int>>("refused");
    const auto row = [](const char *name, const QByteArray &list, const QStringList &says,
                        const QList<int> &refused) {
        QTest::newRow(name) << list << says << refused;
    };
    row("a name that is a title", "name,url\nlink,\nfile,http://h/a.iso\n",
        {u"http://h/a.iso name=file"_s}, {2});
    row("a link that is a title", "url,name\nfiles,url\nhttp://h/x,a\n", {u"http://h/x name=a"_s},
        {2});
    row("one cell of three", "url,name,notes\n,,link\nhttp://h/a,b,c\n", {u"http://h/a name=b"_s},
        {2});
    row("a checksum", "url,name,sha256\nlink,text,hex\nhttp://h/a,b," + QByteArray(64, 'a') + "\n",
        {u"http://h/a name=b checksum=sha-256="_s + QString(64, u'a')}, {2});
    row("a heading, and no link below what looks like titles",
        "url,,\nno,link,here\nhttp://h/a,,\n", {u"http://h/a"_s}, {2});
    row("an address without its scheme above the titles",
        "h.example/b.iso,,\nurl,name,size\nhttp://h/a,b,5\n", {u"http://h/a name=b size=5"_s}, {1});
    row("rows without a link below titles that nobody knows",
        "Lien;Nom\nhttp://h/1;a\n;b\nhttp://h/2;c;d\nhttp://h/3;e\nhttp://h/4;f\n",
        {u"http://h/1 name=a"_s, u"http://h/3 name=e"_s, u"http://h/4 name=f"_s}, {3, 4});
    row("rows that may be of the list above them",
        "Liste;2026;\nLivre;bientôt;\nNom;Lien;Taille\na;http://h/1;5\n",
        {u"http://h/1 name=a size=5"_s}, {1, 2, 3});
    row("a folder of a server in place of a title", "Nom,Lien\nsoon,h/files\na,http://h/1\n",
        {u"http://h/1"_s}, {1, 2});
    row("no link in half of the rows below a Korean title",
        "파일명,링크\na.iso,http://h/1\nb.iso,\n", {u"http://h/1 name=a.iso"_s}, {3});
    row("no link in most of the rows below Korean titles that are known",
        "파일명,링크\na.iso,http://h/1\nb.iso,곧\nc.iso,곧\n", {u"http://h/1 name=a.iso"_s},
        {3, 4});
    row("a sum below a Korean title", "링크,비고\nhttp://h/get?id=1,봄\n합계: 1개,\n",
        {u"http://h/get?id=1"_s}, {3});
    row("a heading with an address in it",
        "Files from https://h/,,\nurl,name,size\nhttp://h/a,b,5\n", {u"http://h/a name=b size=5"_s},
        {1});
    row("an address above titles that nobody knows",
        "https://h/,,\nNom,Lien,Taille\na,http://h/1,5\n", {u"http://h/1 name=a size=5"_s}, {1, 2});
    row("no link in half of the rows below a heading",
        "Mirrors,,\nName,URL,Size\nx.iso,http://h/a.iso,1\nsoon.iso,,\n",
        {u"http://h/a.iso name=x.iso size=1"_s}, {4});
}

void ReadingTables::aRowWithoutALinkIsNoTitle()
{
    QFETCH(QByteArray, list);
    const Links links = linksFromContents(list);
    QTEST(told(links), "says");
    QTEST(refusedLines(links), "refused");
}

/// The first line of a list of links may be anything.
void ReadingTables::neverCutsALinkBelowAHeading_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QStringList>("says");
    QTest::addColumn<QList<int>>("refused");
    const auto row = [](const QByteArray &heading, const QByteArray &links, const QStringList &says,
                        const QList<int> &refused) {
        QTest::addRow("%s, above %d", heading.constData(), static_cast<int>(links.count('\n')))
            << heading + '\n' + links << says << refused;
    };
    row("Films;Musique", "http://h/a;b\nhttp://h/c;d\n", {}, {2, 3});
    row("Films;Musique", "http://h/a\nhttp://h/b\nhttp://h/c;d\n",
        {u"http://h/a"_s, u"http://h/b"_s, u"http://h/c;d"_s}, {1});
    row("Towns,countries", "http://h/Paris,_France\nhttp://h/Rome,_Italy\n", {}, {2, 3});
    row("Name,note", "http://h/Paris,_France\nhttp://h/Rome,_Italy\n", {}, {2, 3});
    row("Titel;Size", "http://h/a;b\n", {}, {2});
    row("Links, old and new",
        "http://h/a\n- http://h/b\nhttp://h/c\td.iso\nhttp://h/Paris,_France\n",
        {u"http://h/a"_s, u"http://h/b"_s, u"http://h/c name=d.iso"_s}, {5});
    row("Links, old and new", "http://h/Paris,_France\nhttp://h/Rome,_Italy\n", {}, {2, 3});
    row("Links,2026", "http://h/a\nhttp://h/Paris,_France\n- http://h/b\n",
        {u"http://h/a"_s, u"http://h/b"_s}, {3});
    for (const char *heading : {"Music, links", "Name,URL", "파일명,링크"})
        row(heading, "http://h/a\nhttp://h/b\tc.iso\nhttp://h/d,e\nhttp://h/f\n",
            {u"http://h/a"_s, u"http://h/b name=c.iso"_s, u"http://h/d,e"_s, u"http://h/f"_s}, {1});
    row("링크, 모음", "http://h/Paris,_France\n", {u"http://h/Paris,_France"_s}, {1});
    row("Links", "- http://h/a\nhttp://h/b\tb.iso\nSee http://h/c.\nhttp://h/d,e\n",
        {u"http://h/a"_s, u"http://h/b name=b.iso"_s, u"http://h/c"_s, u"http://h/d,e"_s}, {});
    row("Downloads", "http://h/a;b\nhttp://h/c,d\n", {u"http://h/a;b"_s, u"http://h/c,d"_s}, {1});
}

void ReadingTables::neverCutsALinkBelowAHeading()
{
    aRowWithoutALinkIsNoTitle();
}

void ReadingTables::secretsStayHidden()
{
    const Links links =
        linksFromContents("url,user,password,colour\nhttp://h/a,me,hush,red\nnone,me,hush,red\n");
    QCOMPARE(links.urls.front().password(), u"hush"_s);
    QCOMPARE(links.rejects.size(), 1U);
    QVERIFY(!links.rejects.front().text.contains(u"hush"));
    QVERIFY(links.unused.contains(u"colour"_s));
    const Links pages = linksFromContents("page,url,file url\nhttp://h/,http://h/b,http://h/c\n");
    QCOMPARE(pages.unused, (std::map<QString, int>{{u"page"_s, 1}, {u"url"_s, 1}}));
    const Links cookies =
        linksFromContents("url,cookie\nhttp://h/a,sid=hush\nftp://h/b,sid=hush\n");
    QCOMPARE(told(cookies), QStringList{u"http://h/a header=Cookie:sid=hush"_s});
    QVERIFY(!cookies.rejects.front().text.contains(u"hush"));
    for (const char *list :
         {"url,cookie\nlink,sid=hush\nhttp://h/a,b=c\n",
          "name,url,password\nlink,url,hush\nx,ftp://h/a.iso,hush\n",
          "Files 2026/11,,\nurl,name,cookie\nftp://h/x,y,hush\nhttp://h/a,b,c=d\n",
          "Mirrors of h.example,,\nurl,user,password\nftp://h/x,y,hush\nhttp://h/a,b,c=d\n",
          "www.h.example/a,,\nurl,user,password\nftp://h/x,y,hush\nhttp://h/a,b,c\n",
          "Files,,\nurl,user,password\nwww.h.example/a,me,hush\n",
          "링크,password\nwww.h/a,hush\nwww.h/b,hush\nhttp://h/get?id=1,hush\n",
          "파일명,링크,password\na,http://h/get?id=1,hush\nb,곧,hush\nc,곧,hush\n"}) {
        const Links hidden = linksFromContents(list);
        QVERIFY(!hidden.rejects.empty());
        for (const QUrl &url : hidden.urls)
            QVERIFY(!url.query().contains(u"hush"));
        for (const Reject &reject : hidden.rejects)
            QVERIFY(!reject.text.contains(u"hush"));
        QVERIFY(hidden.unused.empty());
    }
}

void ReadingTables::hidesWhatStandsBelowATitleOfASecret_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QStringList>("shown");
    for (const char *title : {"Authorization", "Token", "API key", "X-Api-Key", "Session ID",
                              "Passwort", "Mot de passe", "비밀번호", "인증 토큰", "パスワード"})
        QTest::newRow(title) << "url," + QByteArray(title) + "\nftp://h/a,hush\n"
                             << QStringList{u"ftp://h/a"_s};
    QTest::newRow("no secret") << QByteArray("url,author\nftp://h/a,me\n")
                               << QStringList{u"ftp://h/a,me"_s};
    const QByteArray titles("name,url,password\n");
    QTest::newRow("a cell too many") << titles + "a,http://h/a,hush,hush\n"
                                     << QStringList{u"http://h/a"_s};
    QTest::newRow("a cell too few") << titles + "a,hush\n" << QStringList{QString()};
    QTest::newRow("a quotation mark that is never closed") << titles + "a,http://h/a,\"hush\n"
                                                           << QStringList{u"http://h/a"_s};
    QTest::newRow("the same around the link")
        << titles + "a,\"http://h/a,hush" << QStringList{QString()};
    QTest::newRow("an address in a secret")
        << QByteArray("cookie,url\nto=http://h/;sid=hush,none\n") << QStringList{QString()};
}

/// It may be one all the same.
void ReadingTables::hidesItAlsoInATextThatIsNoTable()
{
    const Links links = linksFromContents("Lien;Page;Mot de passe\n"
                                          "http://h/a;http://h/b;hush\n"
                                          "http://h/a\thu/sh\n"
                                          "hush;hush\n");
    QCOMPARE(links.format, u"text");
    QCOMPARE(refusedLines(links), (QList<int>{1, 2, 3, 4}));
    QCOMPARE(links.rejects[0].text, u"Lien;Page;Mot de passe"_s);
    QCOMPARE(links.rejects[1].text, u"http://h/a"_s);
    QCOMPARE(links.rejects[2].error, (ListError{ListFault::NotAFileName, u"redacted"_s}));
    QCOMPARE(links.rejects[3].text, QString());
}

/// What looks like a part of a link, or like a name.
void ReadingTables::asksForNothingThatMayHaveASecret()
{
    const Links links = linksFromContents("Adresse;Passwort\n"
                                          "www.h.example/a;hush\n"
                                          "www.h.example/b;hush\n"
                                          "http://h/get?id=1;hush\n"
                                          "http://h/c,d\n");
    QCOMPARE(told(links), QStringList{u"http://h/c,d"_s});
    QCOMPARE(refusedLines(links), (QList<int>{1, 2, 3, 4}));
    QCOMPARE(links.rejects.back().text, u"http://h/get?id=redacted"_s);
    const Links named = linksFromContents("Adresse, Passwort\n"
                                          "http://h/a.iso,hush\nhttp://h/b.iso,hush\n");
    QCOMPARE(told(named), QStringList());
    const Links last = linksFromContents("http://h/a\nNo login, no token\nhttp://h/b,c\n");
    QCOMPARE(told(last), (QStringList{u"http://h/a"_s, u"http://h/b,c"_s}));
}

void ReadingTables::hidesWhatStandsBelowATitleOfASecret()
{
    QFETCH(QByteArray, list);
    const Links links = linksFromContents(list);
    QCOMPARE(formatOf(list).id.toString(), u"csv"_s);
    QStringList shown;
    for (const Reject &reject : links.rejects)
        shown << reject.text;
    QTEST(shown, "shown");
}

void ReadingTables::namesNumbersThatNobodyKnows()
{
    const Links unknown = linksFromContents("70\thttp://h/a.zip\ta\n50\thttp://h/b.zip\tb\n");
    QCOMPARE(told(unknown), (QStringList{u"http://h/a.zip name=a"_s, u"http://h/b.zip name=b"_s}));
    QVERIFY(unknown.unused.contains(u"#1"_s));
    const Links amounts =
        linksFromContents("http://h/a.zip\t700 MB\ta\nhttp://h/b.zip\t1.5 GiB\tb\n");
    QCOMPARE(told(amounts), told(unknown));
    QVERIFY(amounts.unused.contains(u"#2"_s));
    QVERIFY(linksFromContents("http://h/a.zip\t12 kB\n").unused.contains(u"#2"_s));
    QVERIFY(linksFromContents("1\thttp://h/a.zip\n2\thttp://h/b.zip\n").unused.empty());
}

void ReadingTables::namesTheEncodingThatItGuesses()
{
    const auto guessed = [](const QByteArray &list) {
        return linksFromContents(list).encoding.toString();
    };
    QCOMPARE(guessed("url,name\nhttp://h/a,\xC7\xD1\xB1\xDB.iso\n"), u"CP949"_s);
    QCOMPARE(guessed("url,name\nhttp://h/a,caf\xE9.iso\n"), u"Latin-1"_s);
    QCOMPARE(guessed("url,folder\nhttp://h/a,caf\xE9\n"), u"Latin-1"_s);
    QCOMPARE(guessed("url,name\nhttp://h/a,한글.iso\n"), QString());
    QCOMPARE(guessed("url,note\nhttp://h/a,caf\xE9\n"), QString()); // no name of a file
}

LAPWING_TEST(ReadingTables)
#include "tst_table.moc"
