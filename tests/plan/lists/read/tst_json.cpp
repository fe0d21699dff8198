// SPDX-License-Identifier: MIT
#include "plan/lists/formats.h"
#include "plan/lists/sources.h"
#include "support/testmain.h"
#include "told.h"

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::plan;
using lapwing::test::refusedLines;
using lapwing::test::told;

/// JSON, JSON Lines and run documents.
class ReadingJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesItApart_data();
    void takesItApart();
    void takesTheFilesOfReleases_data();
    void takesTheFilesOfReleases();
    void oneWrongValueCostsItself();
    void namesWhatItDoesNotKnow();
    void saysThatLinksAreUnderOtherNames();
    void secretsStayHidden();
    void aRunDocumentIsAList();
    void isNotSlow();
};

void ReadingJson::takesItApart_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QStringList>("says");
    const auto row = [](const char *name, const QByteArray &list, const QStringList &says) {
        QTest::newRow(name) << list << says;
    };
    const QStringList two{u"http://h/a"_s, u"http://h/b"_s};
    row("strings", R"(["http://h/a", "http://h/b"])", two);
    row("over lines", "[\n  \"http:\\/\\/h\\/a\",\n  \"http://h/b\"\n]\n", two);
    row("objects",
        R"([{"url":"http://h/a","name":"x","size":5},{"link":"http://h/b","folder":"f"}])",
        {u"http://h/a name=x size=5"_s, u"http://h/b dir=f"_s});
    row("sizes that are no number of bytes", // 0 would refuse every file
        R"([{"url":"http://h/a","size":1.5,"name":2.5},{"url":"http://h/b","size":1e30}])",
        {u"http://h/a name=2.5"_s, u"http://h/b"_s});
    row("sizes with an exponent", R"([{"url":"http://h/a","size":2e3}])",
        {u"http://h/a size=2000"_s});
    row("in an object",
        R"({"generator":"x","downloads":[{"url":"http://h/a"},{"url":"http://h/b"}]})", two);
    row("a link beside the files that are in it",
        R"({"url":"http://h/a","files":["a.txt","b.txt"]})", {u"http://h/a"_s});
    row("urls in an object", R"({"urls":["http://h/a","http://h/b"]})", two);
    row("one entry", R"({"urls":["http://h/a","http://h/b"],"name":"x"})",
        {u"http://h/a name=x mirror=http://h/b"_s});
    row("lines", "{\"url\":\"http://h/a\"}\n\n{\"url\":\"http://h/b\"}\r\n", two);
    row("more of it",
        R"([{"url":"http://h/a","checksum":{"type":"md5","value":"d41d8cd98f00b204e9800998ecf8427e"},)"
        R"("headers":{"X-A":"1"},"options":{"split":4},"mirrors":["https://m/a"]}])",
        {u"http://h/a checksum=md5=d41d8cd98f00b204e9800998ecf8427e mirror=https://m/a header=X-A:1 split=4"_s});
    row("a checksum by its type",
        R"([{"url":"http://h/a","MD5":"D41D8CD98F00B204E9800998ECF8427E"}])",
        {u"http://h/a checksum=md5=d41d8cd98f00b204e9800998ecf8427e"_s});
    row("checksums by their types",
        R"([{"url":"http://h/a","hash":{"md5":"d41d8cd98f00b204e9800998ecf8427e","SHA1":"da39a3ee5e6b4b0d3255bfef95601890afd80709"}}])",
        {u"http://h/a checksum=sha-1=da39a3ee5e6b4b0d3255bfef95601890afd80709 also=md5=d41d8cd98f00b204e9800998ecf8427e"_s});
    row("addresses that say more",
        R"([{"urls":[{"url":"http://h/a","priority":1},{"url":"http://h/b"}],"mirrors":[{"url":"http://h/c","location":"de"}]}])",
        {u"http://h/a mirror=http://h/c mirror=http://h/b"_s});
    row("addresses of nothing that has a name",
        R"({"title":"x","folder":"f","links":["http://h/a","http://h/b"]})",
        {u"http://h/a dir=f"_s, u"http://h/b dir=f"_s});
    row("the same in lines",
        "{\"urls\":[\"http://h/a\",\"http://h/b\"]}\n{\"url\":\"http://h/c\"}\n",
        {u"http://h/a"_s, u"http://h/b"_s, u"http://h/c"_s});
    row("a file and its page", R"([{"url":"http://h/page","download_url":"http://h/a"}])",
        {u"http://h/a"_s});
    row("addresses by several names", R"([{"href":"http://h/b","link":"","url":"http://h/a"}])",
        {u"http://h/a"_s});
    row("where somebody lives", R"([{"link":"http://h/a","주소":"서울시"}])", {u"http://h/a"_s});
    row("brackets and commas in strings", R"(["http://h/a?[1,2]", "http://h/{\"}"])",
        {u"http://h/a?[1,2]"_s, u"http://h/%7B%22%7D"_s});
}

void ReadingJson::takesItApart()
{
    QFETCH(QByteArray, list);
    QCOMPARE(formatOf(list).id.toString(), u"jsonl"_s);
    const Links links = linksFromContents(list);
    QTEST(told(links), "says");
    QCOMPARE(refusedLines(links), QList<int>());
}

void ReadingJson::takesTheFilesOfReleases_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QStringList>("says");
    const auto row = [](const char *name, const QByteArray &list, const QStringList &says) {
        QTest::newRow(name) << list << says;
    };
    row("an asset of GitHub",
        R"([{"url":"http://h/api/7","name":"a","browser_download_url":"http://h/a","digest":null}])",
        {u"http://h/a name=a"_s});
    row("releases of GitHub",
        R"([{"url":"http://h/api/1","name":"Tool 1.2","assets":[{"url":"http://h/api/7","name":"a","size":5,)"
        R"("digest":"sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709","browser_download_url":"http://h/a"},)"
        R"({"url":"http://h/api/8","browser_download_url":"http://h/b"}]}])",
        {u"http://h/a name=a checksum=sha-1=da39a3ee5e6b4b0d3255bfef95601890afd80709 size=5"_s,
         u"http://h/b"_s});
    row("a release of GitLab",
        R"({"name":"1.2","assets":{"count":2,"sources":[{"format":"zip","url":"http://h/s.zip"}],)"
        R"("links":[{"name":"a","url":"http://h/packages/a","direct_asset_url":"http://h/a"}]}})",
        {u"http://h/a name=a"_s});
    row("a link beside assets that have none", R"([{"url":"http://h/a","assets":["x.png"]}])",
        {u"http://h/a"_s});
    row("a link beside assets that are no release",
        R"({"url":"http://h/film.mp4","name":"film.mp4","assets":[{"url":"http://h/thumb.png"}]})",
        {u"http://h/film.mp4 name=film.mp4"_s});
    row("a link beside no assets", R"([{"url":"http://h/a","assets":[]}])", {u"http://h/a"_s});
    row("a link beside no links of assets", R"([{"url":"http://h/a","assets":{"links":[]}}])",
        {u"http://h/a"_s});
    row("a link beside a download that says nothing",
        R"([{"url":"http://h/a","browser_download_url":null},{"url":"http://h/b","download_url":""}])",
        {u"http://h/a"_s, u"http://h/b"_s});
    row("assets without a release", R"({"name":"x","assets":[{"url":"http://h/a"}]})",
        {u"http://h/a"_s});
}

void ReadingJson::takesTheFilesOfReleases()
{
    takesItApart();
}

void ReadingJson::oneWrongValueCostsItself()
{
    const QStringList two{u"http://h/a"_s, u"http://h/b"_s};
    const Links array = linksFromContents(
        "[\n\"http://h/a\",\n{\"name\":\"x\"},\ntrue,\n\"ftp://h/\",\n"
        "{\"url\":\"http://h/c\",\"checksum\":\"1\"},\nnonsense,\n\"http://h/b\"]");
    QCOMPARE(told(array), two);
    QCOMPARE(refusedLines(array), (QList<int>{3, 4, 5, 6, 7}));
    const Links lines =
        linksFromContents("{\"url\":\"http://h/a\"}\n{\"url\":\n{\"url\":\"http://h/b\"}\n");
    QCOMPARE(lines.rejects.empty(), false);
    QCOMPARE(told(lines).first(), two.first());
}

void ReadingJson::namesWhatItDoesNotKnow()
{
    const Links links = linksFromContents(
        R"([{"url":"http://h/a","mirrors":[{"at":"x"}],"hash":{"crc32":"0"},"tags":[{"x":1}]}])");
    QCOMPARE(told(links), QStringList{u"http://h/a"_s});
    QCOMPARE(links.unused,
             (std::map<QString, int>{{u"hash"_s, 1}, {u"mirrors"_s, 1}, {u"tags"_s, 1}}));
    const Links github = linksFromContents( // as of its contents API
        R"([{"name":"a","size":5,"url":"http://api/a","html_url":"http://h/a","download_url":"http://h/raw/a",)"
        R"("_links":{"self":"http://api/a"}},{"name":"f","url":"http://api/f","download_url":null}])");
    QCOMPARE(told(github), QStringList{u"http://h/raw/a name=a size=5"_s});
    QCOMPARE(github.unused,
             (std::map<QString, int>{{u"_links"_s, 1}, {u"html_url"_s, 1}, {u"url"_s, 1}}));
    QCOMPARE(github.rejects.size(), 1U);
    QCOMPARE(github.rejects.front().error.fault, ListFault::NoLink);
    const Links release = linksFromContents(
        R"({"url":"http://api/1","name":"Tool 1.2","tag_name":"v1.2","assets":[]})");
    QVERIFY(release.urls.empty());
    QCOMPARE(release.rejects.front().error.fault, ListFault::NoLink);
    const Links film =
        linksFromContents(R"({"url":"http://h/a","assets":[{"url":"http://h/thumb.png"}]})");
    QCOMPARE(film.unused, (std::map<QString, int>{{u"assets"_s, 1}}));
}

/// As an exported chat and a lock file have them.
void ReadingJson::saysThatLinksAreUnderOtherNames()
{
    for (const char *json :
         {R"({"name":"c","messages":[{"text":"see http://h/a"}]})",
          R"([{"type":"message","text":"<https:\/\/h\/a>"}])", R"({"resolved":"https://h/a"})"}) {
        const Links links = linksFromContents(json);
        QVERIFY(links.urls.empty());
        QCOMPARE(links.rejects.size(), 1U);
        QCOMPARE(links.rejects.front().error.fault, ListFault::OtherNames);
    }
    QCOMPARE(linksFromContents(R"({"name":"c"})").rejects.front().error.fault, ListFault::NoLink);
}

void ReadingJson::secretsStayHidden()
{
    const Links links =
        linksFromContents(R"([{"name":"x","password":"hush","headers":{"X":"hush"}}])");
    QCOMPARE(links.rejects.size(), 1U);
    QVERIFY(!links.rejects.front().text.contains(u"hush"));
    QVERIFY(links.rejects.front().text.contains(u"password"));
}

void ReadingJson::aRunDocumentIsAList()
{
    const QByteArray document = R"({"format": "lapwing-run", "version": 1, "runs": [{"tasks": [
        {"id":1,"url":"http://h/a","name":"a","state":"done"},
        {"id":2,"url":"http://h/b","name":"other","state":"failed"},
        {"id":3,"url":"http://h/c?k=redacted","name":"c","state":"cancelled"}]},
        {"tasks": [{"id":1,"url":"http://h/a","name":"a","state":"failed"}]}]})";
    QCOMPARE(formatOf(document).id.toString(), u"run"_s);
    const Links all = linksFromContents(document);
    QCOMPARE(told(all), (QStringList{u"http://h/a"_s, u"http://h/b name=other"_s}));
    QCOMPARE(all.rejects.size(), 1U);
    QCOMPARE(all.rejects.front().error.fault, ListFault::RedactedLink);
    const Links failed = linksFromContents(document, {{}, true});
    QCOMPARE(told(failed), QStringList{u"http://h/b name=other"_s});
    const Links other = linksFromContents("http://h/a\n", {{}, true});
    QVERIFY(other.urls.empty());
    QCOMPARE(other.rejects.front().error.fault, ListFault::NotARun);
}

void ReadingJson::isNotSlow()
{
    QByteArray list("[");
    for (int number = 0; number < 100'000; ++number)
        list += "{\"url\":\"http://h/" + QByteArray::number(number) + "\"},\n";
    list += "\"http://h/\"]";
    const Links links = linksFromContents(list);
    QCOMPARE(links.urls.size(), 100'001U);
}

LAPWING_TEST(ReadingJson)
#include "tst_json.moc"
