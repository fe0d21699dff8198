// SPDX-License-Identifier: MIT
#include "plan/lists/formats.h"
#include "plan/lists/sources.h"
#include "support/testmain.h"
#include "told.h"

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::plan;
using lapwing::test::refusedLines;
using lapwing::test::told;

/// What browsers copy as cURL, and what people type.
class ReadingCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesThemApart_data();
    void takesThemApart();
    void namesTheFiles_data();
    void namesTheFiles();
    void refuses_data();
    void refuses();
    void refusesWhatIsForAnotherShell_data();
    void refusesWhatIsForAnotherShell();
    void readsAScript();
    void readsCommandsInAText();
    void refusesWhatIsForAnotherShellInAText();
    void secretsStayHidden();
    void saysWhatIsNotDone();
    void namesTheOptionsOfOtherPrograms();
    void namesHeadersWithoutValue();
    void namesOutputsWithoutLink();
    void takesSettings();
};

void ReadingCommands::takesThemApart_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QStringList>("says");
    const auto row = [](const char *name, const QByteArray &list, const QStringList &says) {
        QTest::newRow(name) << list << says;
    };
    row("Chromium",
        "curl 'https://h/a.iso?x=1&y=2' \\\n"
        "  -H 'accept: */*' \\\n"
        "  -H $'x-note: it\\'s \\u0021' \\\n"
        "  -b 'sid=1; b=2' \\\n"
        "  -H 'sec-ch-ua: \"Chromium\";v=\"120\"' \\\n"
        "  --compressed ;\n"
        "curl 'https://h/b.iso' --compressed\n",
        {u"https://h/a.iso?x=1&y=2 header=accept:*/* header=x-note:it's ! header=Cookie:sid=1; b=2 "
         "header=sec-ch-ua:\"Chromium\";v=\"120\""_s,
         u"https://h/b.iso"_s});
    row("Firefox",
        "curl 'https://h/a' --compressed -H 'User-Agent: Mozilla/5.0' -H 'Connection: keep-alive'",
        {u"https://h/a header=User-Agent:Mozilla/5.0"_s});
    row("beyond U+FFFF",
        "curl $'https://h/\\ud83d\\ude00' -o $'\\ud83d\\ude00\\u00e9.iso' -H $'X: "
        "\\uz\\q\\\\\\x41'",
        {u"https://h/%F0%9F%98%80 name=\U0001F600\u00E9.iso header=X:\\uz\\q\\A"_s});
    row("the sign of cmd.exe in a value",
        "curl -H 'X: a ^\"b' -H 'X-Y: \"https://h/?a^&b\"' 'https://h/a'\n",
        {u"https://h/a header=X:a ^\"b header=X-Y:\"https://h/?a^&b\""_s});
    row("typed", "$ curl -sSLo b.iso -u me:pw h/a && curl -L https://h/c > d\n",
        {u"http://me:pw@h/a name=b.iso"_s, u"https://h/c name=d"_s});
    row("double quotation marks", "curl \"https://h/a\" -H \"X: \\\"1\\\"\" -A \"me\"\n",
        {u"https://h/a header=X:\"1\" header=User-Agent:me"_s});
    row("wget",
        "wget -c -O b.iso --header='X: 1' --user=me --password=p --referer=http://r/ 'https://h/a'",
        {u"https://me:p@h/a name=b.iso header=X:1 header=Referer:http://r/"_s});
    row("headers that end in a mark",
        "curl -H 'Cookie: sid=abc; token=xyz;' https://h/f.zip -o f.zip\n"
        "curl -H 'X-Api-Key: user:' https://h/g\nwget --header 'X-List: a;b;' https://h/i",
        {u"https://h/f.zip name=f.zip header=Cookie:sid=abc; token=xyz;"_s,
         u"https://h/g header=X-Api-Key:user:"_s, u"https://h/i header=X-List:a;b;"_s});
    row("brackets that a browser has escaped",
        "curl 'https://h/a\\[1\\].iso?q=\\{x\\}' --compressed\ncurl 'http://[::1]:8/b'\n",
        {u"https://h/a[1].iso?q=%7Bx%7D"_s, u"http://[::1]:8/b"_s});
    row("brackets that are no ranges",
        "curl -O 'https://h/a[1-2].iso' --globoff\nwget 'https://h/{b,c}'\n",
        {u"https://h/a[1-2].iso"_s, u"https://h/%7Bb,c%7D"_s});
    row("as root", "sudo curl -O https://h/a\n$ sudo wget -O c https://h/b\n",
        {u"https://h/a"_s, u"https://h/b name=c"_s});
    row("behind a comment", "# one\ncurl https://h/a # two\n", {u"https://h/a"_s});
}

void ReadingCommands::takesThemApart()
{
    QFETCH(QByteArray, list);
    QCOMPARE(formatOf(list).id.toString(), u"curl"_s);
    const Links links = linksFromContents(list);
    QTEST(told(links), "says");
    QCOMPARE(refusedLines(links), QList<int>());
}

void ReadingCommands::namesTheFiles_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QStringList>("says");
    const auto row = [](const char *name, const QByteArray &list, const QStringList &says) {
        QTest::newRow(name) << list << says;
    };
    row("two at once", "curl -O https://h/a.zip -o b.bin https://h/x\n",
        {u"https://h/a.zip"_s, u"https://h/x name=b.bin"_s});
    row("the names first", "curl -o a -O -o c https://h/1 https://h/2 --url https://h/3\n",
        {u"https://h/1 name=a"_s, u"https://h/2"_s, u"https://h/3 name=c"_s});
    row("the names last", "curl https://h/1 https://h/2 --remote-name --output b\n",
        {u"https://h/1"_s, u"https://h/2 name=b"_s});
    row("all of them by their own names", "curl --remote-name-all https://h/1 https://h/2 -o a\n",
        {u"https://h/1 name=a"_s, u"https://h/2"_s});
    row("the last name of wget", "wget -O a -O b https://h/1\n", {u"https://h/1 name=b"_s});
    row("messages to a file",
        "wget https://h/a.zip 2> err.log\nwget https://h/b.zip > wget.log 2>&1\n"
        "wget https://h/c.zip &> log\nwget https://h/d.zip >&log && wget https://h/e.zip",
        {u"https://h/a.zip"_s, u"https://h/b.zip"_s, u"https://h/c.zip"_s, u"https://h/d.zip"_s,
         u"https://h/e.zip"_s});
    row("messages of curl",
        "curl -O https://h/a.zip 2>/dev/null\ncurl -O https://h/b.zip \\\n2>&1 >curl.log\n"
        "curl --remote-name-all https://h/c https://h/d 2>> log > e\n"
        "curl -o f.zip 2>log https://h/f < /dev/null > log",
        {u"https://h/a.zip"_s, u"https://h/b.zip"_s, u"https://h/c"_s, u"https://h/d"_s,
         u"https://h/f name=f.zip"_s});
    row("standard output to a file",
        "curl https://h/a 1>a.zip 2>&1\ncurl https://h/b >| b.zip\ncurl https://h/c >> c.zip\n"
        "curl https://h/d &> d.zip\ncurl -o - https://h/e >& e.zip\nwget -qO- https://h/f>f.zip",
        {u"https://h/a name=a.zip"_s, u"https://h/b name=b.zip"_s, u"https://h/c name=c.zip"_s,
         u"https://h/d name=d.zip"_s, u"https://h/e name=e.zip"_s, u"https://h/f name=f.zip"_s});
    row("some of it to a file", "curl -O https://h/a https://h/b https://h/c > d\n",
        {u"https://h/a"_s, u"https://h/b name=d"_s, u"https://h/c"_s});
    row("numbers that are words",
        "curl https://h/a -A '1'>b\ncurl https://h/a -A 2 >b\ncurl -A \\3>b https://h/4>c\n"
        "curl h/5>&2",
        {u"https://h/a name=b header=User-Agent:1"_s, u"https://h/a name=b header=User-Agent:2"_s,
         u"https://h/4 name=c header=User-Agent:3"_s, u"http://h/5"_s});
    row("to nowhere", "curl -o /dev/null https://h/a\ncurl -o - https://h/b",
        {u"https://h/a"_s, u"https://h/b"_s});
}

void ReadingCommands::namesTheFiles()
{
    takesThemApart();
}

void ReadingCommands::refuses_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<ListError>("because");
    const auto row = [](const QByteArray &command, const ListError &because) {
        QTest::newRow(command.constData()) << command << because;
    };
    row("curl 'https://h/a' --data-raw 'x=1'", {ListFault::SendsData});
    row("curl -X POST https://h/a", {ListFault::Method, u"POST"_s});
    row("curl -d@file https://h/a", {ListFault::SendsData});
    row("wget --post-data=x https://h/a", {ListFault::SendsData});
    row("curl https://h/$FILE", {ListFault::Expansion});
    row("curl \"https://h/$(date)\"", {ListFault::Expansion});
    row("curl https://h/`date`", {ListFault::Expansion});
    row("curl https://h/a > >(tee a)", {ListFault::Expansion});
    row("curl --frobnicate 1 https://h/a", {ListFault::UnknownOption, u"--frobnicate"_s});
    row("curl https://h/a -H 'a=b; c=d;'", {ListFault::BadHeader});
    row("curl https://h/a -H 'a=b c;'", {ListFault::BadHeader});
    row("curl https://h/a -H", {ListFault::OptionValue, u"-H"_s});
    row("curl ^\"https://h/a^\" ^", {ListFault::OtherShell});
    row("Invoke-WebRequest -Uri \"https://h/a\" -Headers @{\"Cookie\"=\"a=1\"}",
        {ListFault::OtherShell});
    row("iwr https://h/a -Headers @{ Referer = \"https://h/\" }", {ListFault::OtherShell});
    row("curl ftp://h/a", {ListFault::OtherScheme, u"ftp"_s});
    row("curl -O 'https://h/f[01-20].iso'", {ListFault::CurlRange});
    row("curl -O 'https://h/{a,b}'", {ListFault::CurlRange});
    row("curl -O 'https://h/a[b].iso'", {ListFault::CurlRange});
    row("curl $'https://h/\\ud83d/\\ude00'", {ListFault::NotText});
    row("curl -s", {ListFault::NoLink});
    row("curl https://h/b\nrm -rf https://h/a", {ListFault::NoLink});
}

void ReadingCommands::refuses()
{
    QFETCH(QByteArray, command);
    QFETCH(ListError, because);
    const Links links = linksFromContents(command);
    QVERIFY(links.urls.size() <= 1);
    QCOMPARE(links.rejects.size(), 1U);
    QCOMPARE(links.rejects.front().error.fault, because.fault);
    QCOMPARE(links.rejects.front().error.detail, because.detail);
    QCOMPARE(links.rejects.front().line, static_cast<int>(command.count('\n')) + 1);
}

void ReadingCommands::refusesWhatIsForAnotherShell_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QString>("shown");
    QTest::newRow("JavaScript") << QByteArray("await fetch(\"https://h/a\", {\n  \"headers\": {},\n"
                                              "  \"referrer\": \"https://h/page\"\n});\n")
                                << u"fetch"_s;
    QTest::newRow("PowerShell") << QByteArray(
        "$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession\n"
        "Invoke-WebRequest -UseBasicParsing -Uri \"https://h/a\" `\n"
        "-WebSession $session\n")
                                << u"$session"_s;
    const QByteArray newer("curl ^\"https://h/a^\" ^\r\n  -H ^\"X-A: 1^\" &\r\n");
    const QByteArray older("curl \"https://h/a\" ^\r\n  -H \"X-A: 1\" &\r\n");
    QTest::newRow("cmd.exe, one line")
        << QByteArray("curl \"https://h/a?b=1^&c=2\" -H \"X: 1\"\r\n") << u"curl"_s;
    QTest::newRow("cmd.exe, behind an option")
        << QByteArray("curl -L ^\"https://h/a^\"\r\n") << u"curl"_s;
    QTest::newRow("cmd.exe, large") << newer.repeated(3'000) << u"curl"_s;
    QTest::newRow("cmd.exe, older and large") << older.repeated(3'000) << u"curl"_s;
}

void ReadingCommands::refusesWhatIsForAnotherShell()
{
    QFETCH(QByteArray, list);
    const Links links = linksFromContents(list);
    QVERIFY(links.urls.empty());
    QCOMPARE(links.rejects.size(), 1U);
    QCOMPARE(links.rejects.front().error.fault, ListFault::OtherShell);
    QTEST(links.rejects.front().text, "shown");
}

/// What else it does is refused, each command by itself.
void ReadingCommands::readsAScript()
{
    const QByteArray script("#!/bin/bash\n# three files\nset -e\n\n"
                            "curl -o b.iso \\\n  -H 'X-Token: 1' https://h/a\n"
                            "  sudo wget -O c.iso https://h/c\ncurl -O \"$URL\"\n");
    QCOMPARE(formatOf(script).id.toString(), u"curl"_s);
    const Links links = linksFromContents(script);
    QCOMPARE(
        told(links),
        (QStringList{u"https://h/a name=b.iso header=X-Token:1"_s, u"https://h/c name=c.iso"_s}));
    QCOMPARE(refusedLines(links), (QList<int>{3, 8}));
}

void ReadingCommands::readsCommandsInAText()
{
    const Links links = linksFromContents("Two files\n"
                                          "curl -o b.iso -H 'X-Token: 1' https://h/a\n"
                                          "$ sudo wget -O c.iso https://h/c\n"
                                          "curl 'https://h/d' \\\n"
                                          "  -H 'X: 1'\n"
                                          "curl is at https://h/e\n"
                                          "wget https://h/f today\n");
    QCOMPARE(told(links),
             (QStringList{u"https://h/a name=b.iso header=X-Token:1"_s, u"https://h/c name=c.iso"_s,
                          u"https://h/e"_s, u"https://h/f"_s}));
    QCOMPARE(refusedLines(links), (QList<int>{1, 4, 5, 7}));
    QCOMPARE(links.rejects.at(1).error.fault, ListFault::OpenCommand);
    QCOMPARE(links.rejects.at(3).text, u"today"_s);
}

/// A link alone would be asked for without its headers, and with the marks of its shell in it.
void ReadingCommands::refusesWhatIsForAnotherShellInAText()
{
    const Links links =
        linksFromContents("A file\nhttps://h/1\n"
                          "curl ^\"https://h/a?b=1^&c=2^\" ^\n"
                          "fetch(\"https://h/a\", {\n"
                          "  \"referrer\": \"https://h/page\",\n"
                          "Invoke-RestMethod -Uri \"https://h/a\"\n"
                          "$session.Cookies.Add((New-Object Cookie(\"a\", \"hush\")))\n"
                          "curl $'https://h/it\\'s' -H 'X: 1'\n");
    QCOMPARE(told(links), (QStringList{u"https://h/1"_s, u"https://h/it's header=X:1"_s}));
    QCOMPARE(refusedLines(links), (QList<int>{1, 3, 4, 5, 6, 7}));
    for (const std::size_t place : {1U, 2U, 4U})
        QCOMPARE(links.rejects.at(place).error.fault, ListFault::OtherShell);
    QVERIFY(!links.rejects.back().text.contains(u"hush"));
}

void ReadingCommands::secretsStayHidden()
{
    const Links links =
        linksFromContents("curl https://h/a -H 'Authorization: Bearer hush' -d hush\n"
                          "curl -u me:hush -b 'a=hush' -X PUT 'https://me:hush@h/b?t=hush'");
    QCOMPARE(links.rejects.size(), 2U);
    const Links unknown = linksFromContents("curl -U me:hush https://h/a\n"
                                            "curl --proxy-user me:hush https://h/a\n"
                                            "curl --oauth2-bearer hush -O h/a\n"
                                            "curl --pass hush -sU hush\n"
                                            "wget --private-key hush https://h/a\n"
                                            "TOKEN=hush curl https://h/a\n");
    QCOMPARE(unknown.rejects.size(), 6U);
    QCOMPARE(unknown.rejects.front().text, u"https://h/a"_s);
    QCOMPARE(unknown.rejects.at(2).text, u"curl"_s);
    for (const Links &all : {links, unknown}) {
        for (const Reject &reject : all.rejects)
            QVERIFY2(!reject.text.contains(u"hush"), qPrintable(reject.text));
    }
}

void ReadingCommands::saysWhatIsNotDone()
{
    const Links links =
        linksFromContents("curl -k --max-time 9 -b jar.txt -H 'Range: bytes=0-' https://h/a");
    for (const QString &name : {u"-k"_s, u"--max-time"_s, u"-b"_s})
        QVERIFY2(links.unused.contains(name), qPrintable(name));
    QCOMPARE(links.unused.size(), 4U);
    QCOMPARE(told(links), QStringList{u"https://h/a"_s});
}

void ReadingCommands::namesTheOptionsOfOtherPrograms()
{
    const Links links = linksFromContents(
        "Get them:\naria2c -x16 --header='Cookie: hush' -o b.iso https://h/a.iso\n"
        "axel https://h/b.iso -n 8\nThe option -o of https://h/c is one\n");
    QCOMPARE(told(links),
             (QStringList{u"https://h/a.iso"_s, u"https://h/b.iso"_s, u"https://h/c"_s}));
    QStringList names;
    for (const auto &[name, count] : links.unused)
        names << name;
    QCOMPARE(names,
             (QStringList{u"aria2c --header"_s, u"aria2c -o"_s, u"aria2c -x"_s, u"axel -n"_s}));
}

void ReadingCommands::namesHeadersWithoutValue()
{
    const Links links =
        linksFromContents("curl -H 'X-Empty;' -H 'Accept:' -H 'X-Blank: ' -H 'X: 1' https://h/a");
    QCOMPARE(told(links), QStringList{u"https://h/a header=X:1"_s});
    QCOMPARE(refusedLines(links), QList<int>());
    for (const QString &name : {u"-H X-Empty"_s, u"-H Accept"_s, u"-H X-Blank"_s})
        QVERIFY2(links.unused.contains(name), qPrintable(name));
    QCOMPARE(links.unused.size(), 3U);
}

void ReadingCommands::namesOutputsWithoutLink()
{
    const Links named = linksFromContents("curl -O -o b https://h/a");
    QCOMPARE(told(named), QStringList{u"https://h/a"_s});
    QVERIFY(named.unused.contains(u"-o"_s));
    QVERIFY(linksFromContents("curl -o b -O https://h/a").unused.empty());
    const Links refused = linksFromContents("curl 'https://h/[1-2]' https://h/b > c");
    QCOMPARE(told(refused), QStringList{u"https://h/b"_s}); // which would be written behind it
}

void ReadingCommands::takesSettings()
{
    const Links links =
        linksFromContents("curl --retry 1 --retry-delay 0 -O https://h/0\n"
                          "curl --retry 2 --retry-delay 3 --connect-timeout 4 --limit-rate 100K -R "
                          "-Z --fail-with-body -O https://h/a\n"
                          "wget -t 5 -T 6 --limit-rate=1m -o log.txt --no-cache https://h/b\n"
                          "curl --retry x --connect-timeout 2.5 -O https://h/c\n");
    QCOMPARE(told(links),
             (QStringList{u"https://h/0 max-tries=2"_s,
                          u"https://h/a max-tries=3 retry-wait=3 connect-timeout=4 "
                          "max-download-limit=100K remote-time=true"_s,
                          u"https://h/b max-tries=5 timeout=6 connect-timeout=6 "
                          "max-download-limit=1m http-no-cache=true"_s,
                          u"https://h/c"_s}));
    QCOMPARE(links.unused.size(), 2U);
    QVERIFY(links.unused.contains(u"--retry"_s) && links.unused.contains(u"--connect-timeout"_s));
}

LAPWING_TEST(ReadingCommands)
#include "tst_commands.moc"
