// SPDX-License-Identifier: MIT
#include "store/filing.h"
#include "store/storedextras.h"
#include "store/writer.h"
#include "support/testmain.h"

#include <QDir>

using namespace lapwing;
using namespace lapwing::test;
using namespace store;
using namespace Qt::Literals::StringLiterals;

namespace {

plan::Extras everything()
{
    plan::Extras extras;
    extras.folder = u"a/Überblick"_s;
    extras.mayLeave = true;
    extras.location = u"de"_s;
    extras.mirrors = {{QUrl(u"http://one.example/a%20b?x=1"_s), u"fr"_s},
                      {QUrl(u"https://two.example:8443/"_s), {}}};
    extras.size = 4'294'967'296;
    extras.checksums = {*plan::checksumFrom(u"md5=d41d8cd98f00b204e9800998ecf8427e"_s)};
    extras.pieces = plan::Pieces{QCryptographicHash::Sha1, 262'144, QByteArray(40, '\xF0')};
    extras.headers = {{"User-Agent", "own/1"}};
    extras.options = {
        {u"split"_s, u"5"_s}, {u"all-proxy"_s, u"http://proxy:3128"_s}, {u"pause"_s, {}}};
    return extras;
}

} // namespace

class ExtrasTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allOfThemComeBack();
    void nothingStaysNothing();
    void theyChangeWithTheirEntry();
    void secretsReachNoFile();
    void whatIsNotOursIsRefused_data();
    void whatIsNotOursIsRefused();
};

void ExtrasTest::allOfThemComeBack()
{
    const QTemporaryDir folder;
    std::vector<plan::Entry> list = entries(2);
    list[1].extras = std::make_shared<const plan::Extras>(everything());
    write(folder.path(), {PutEntries{list}});
    const State state = load(folder.path()).state;
    QVERIFY(!state.entries[0].extras);
    QVERIFY(state.entries[1].extras);
    QVERIFY(*state.entries[1].extras == everything());
}

void ExtrasTest::nothingStaysNothing()
{
    QVERIFY(toStored(std::shared_ptr<const plan::Extras>()).isNull());
    QVERIFY(extrasFrom({}) && !*extrasFrom({}));
    const auto empty = extrasFrom(toStored(std::make_shared<const plan::Extras>()));
    QVERIFY(empty && *empty && **empty == plan::Extras());
}

void ExtrasTest::theyChangeWithTheirEntry()
{
    const QTemporaryDir folder;
    std::vector<plan::Entry> list = entries(1);
    list[0].extras = std::make_shared<const plan::Extras>(everything());
    write(folder.path(), {PutEntries{list}});
    list[0].extras = nullptr;
    write(folder.path(), {PutEntries{list}});
    QVERIFY(!load(folder.path()).state.entries[0].extras);
}

void ExtrasTest::secretsReachNoFile()
{
    const QTemporaryDir folder;
    plan::Extras extras = everything();
    extras.mirrors.push_back({QUrl(u"http://name:SECRET@three.example/"_s)});
    extras.headers.push_back({"Referer", "http://x/?SECRET"});
    extras.headers.push_back({"Cookie", "a=SECRET"});
    extras.options.push_back({u"http-proxy"_s, u"http://name:SECRET@proxy"_s});
    extras.options.push_back({u"https-proxy"_s, u"ftp://name:SECRET@proxy"_s});
    extras.options.push_back({u"http-proxy-passwd"_s, u"SECRET"_s});
    std::vector<plan::Entry> list = entries(1);
    list[0].extras = std::make_shared<const plan::Extras>(extras);
    write(folder.path(), {PutEntries{list}});
    for (const QFileInfo &each : QDir(folder.path()).entryInfoList(QDir::Files | QDir::Hidden)) {
        QFile file(each.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("SECRET"), qPrintable(each.fileName()));
    }
    plan::Extras kept = everything();
    kept.mirrors.push_back({QUrl(u"http://three.example/"_s)});
    kept.options.push_back({u"http-proxy"_s, u"http://proxy:3128"_s}); // never another way
    QVERIFY(*load(folder.path()).state.entries[0].extras == kept);
}

void ExtrasTest::whatIsNotOursIsRefused_data()
{
    QTest::addColumn<QByteArray>("stored");
    for (const char *stored :
         {"x", "[]", R"({"size":-1})", R"({"size":"1"})", R"({"mirrors":{}})",
          R"({"mirrors":["http://a/"]})", R"({"checksums":["md5=1"]})", R"({"options":[["a"]]})",
          R"({"pieces":{"length":0,"type":"sha-1","digests":""}})",
          R"({"pieces":{"length":1,"type":"sha-9","digests":""}})",
          R"({"pieces":{"length":1,"type":"sha-1","digests":"?"}})"})
        QTest::newRow(stored) << QByteArray(stored);
}

void ExtrasTest::whatIsNotOursIsRefused()
{
    QFETCH(QByteArray, stored);
    QVERIFY(!extrasFrom(stored));
}

LAPWING_TEST(ExtrasTest)
#include "tst_extras.moc"
