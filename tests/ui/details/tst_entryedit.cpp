// SPDX-License-Identifier: MIT
#include "details/entryedit.h"
#include "details/filesettings.h"
#include "plan/entryterms.h"
#include "support/testmain.h"

#include <algorithm>

using namespace lapwing;
using namespace Qt::Literals::StringLiterals;
using ui::EntryEdit;

Q_DECLARE_METATYPE(lapwing::ui::EntryEdit)

namespace {

plan::Entry listed()
{
    auto extras = std::make_shared<plan::Extras>();
    extras->folder = u"/elsewhere"_s;
    extras->size = 5;
    extras->location = u"kr"_s;
    extras->mirrors = {{QUrl(u"http://two.example/a"_s)}};
    extras->headers = {{"Cookie", "a=secret"}, {"Cookie", "b=other"}, {"User-Agent", "own/1"}};
    extras->options = {{u"max-tries"_s, u"2"_s}, {u"seed-time"_s, u"0"_s}};
    plan::Entry entry{1, QUrl(u"http://one.example/a.iso"_s), {}, u"b.iso"_s, true};
    entry.checksum = *plan::checksumFrom(u"md5=d41d8cd98f00b204e9800998ecf8427e"_s);
    entry.extras = extras;
    return entry;
}

bool isSame(const plan::Entry &one, const plan::Entry &other)
{
    return one.url == other.url && one.userInfo == other.userInfo && one.name == other.name
        && one.isNamed == other.isNamed && one.checksum == other.checksum
        && !one.extras == !other.extras && (!one.extras || *one.extras == *other.extras);
}

/// The place of a setting.
qsizetype at(QStringView name)
{
    const auto all = ui::fileSettings();
    return std::ranges::find(all, name, &ui::FileSetting::name) - all.begin();
}

} // namespace

class EntryEditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotChangedStays();
    void secretsAreHiddenAndKept();
    void theLoginOfAProxyIsHiddenAndKept();
    void eachCanBeChanged();
    void eachCanBeTakenBack();
    void aNewLinkKeepsTheRest();
    void aNameThatStaysIsGivenWhereTheLinkDoesNot();
    void whatWasSaidOfAnotherFileGoes_data();
    void whatWasSaidOfAnotherFileGoes();
    void theLoginOfALinkIsHiddenAndKept();
    void noSecretGoesToAnotherServerUnseen();
    void digitsAloneAreAChecksum_data();
    void digitsAloneAreAChecksum();
    void whatCannotBeUsedIsSaid_data();
    void whatCannotBeUsedIsSaid();
    void everySettingThatCountsIsThere();
};

void EntryEditTest::whatIsNotChangedStays()
{
    const plan::Entry bare{1, QUrl(u"http://one.example/a.iso"_s), {}, u"a.iso"_s};
    for (const plan::Entry &entry : {listed(), bare}) {
        const auto after = ui::edited(entry, ui::editOf(entry));
        QVERIFY(after);
        QVERIFY(isSame(*after, entry));
    }
}

void EntryEditTest::secretsAreHiddenAndKept()
{
    const plan::Entry entry = listed();
    EntryEdit edit = ui::editOf(entry);
    QVERIFY(!edit.headers.contains(u"secret"));
    QVERIFY(edit.headers.contains(u"User-Agent: own/1"));
    edit.headers += u"\n\nX-New: 1"_s;
    const auto after = ui::edited(entry, edit);
    QVERIFY(after);
    std::vector<plan::Header> headers = entry.extras->headers;
    headers.push_back({"X-New", "1"});
    QVERIFY(after->extras->headers == headers);
}

void EntryEditTest::theLoginOfAProxyIsHiddenAndKept()
{
    plan::Entry entry = listed();
    auto extras = std::make_shared<plan::Extras>(*entry.extras);
    extras->options.push_back({u"all-proxy"_s, u"socks5://me:secret@proxy"_s});
    entry.extras = extras;
    EntryEdit edit = ui::editOf(entry);
    QString &address = edit.settings[at(u"all-proxy")];
    QCOMPARE(address, u"socks5://proxy:1080"_s);
    edit.name = u"other"_s;
    QVERIFY(ui::edited(entry, edit)->extras->options == extras->options);
    address = u"none"_s;
    QVERIFY(!plan::termsOf(*ui::edited(entry, edit)).allProxy->proxy);
    address = u"ftp://proxy"_s;
    QVERIFY(ui::edited(entry, edit).error().sentence.contains(u"Proxy: enter http://"));
}

void EntryEditTest::eachCanBeChanged()
{
    EntryEdit edit = ui::editOf(listed());
    edit.name = u" c.iso "_s;
    edit.folder = u"/my/own"_s;
    edit.checksum = u"md5=00112233445566778899aabbccddeeff"_s;
    edit.headers = u"X-Mine: yes"_s;
    edit.settings[at(u"max-tries")] = u"7"_s;
    edit.settings[at(u"max-download-limit")] = u"10K"_s;
    const auto after = ui::edited(listed(), edit);
    QVERIFY(after);
    QCOMPARE(after->name, u"c.iso");
    QVERIFY(after->isNamed);
    QCOMPARE(after->extras->folder, u"/my/own");
    QVERIFY2(after->extras->mayLeave, "the user wrote it");
    QCOMPARE(plan::textOf(*after->checksum), QByteArray("md5=00112233445566778899aabbccddeeff"));
    QVERIFY(after->extras->headers == (std::vector<plan::Header>{{"X-Mine", "yes"}}));
    QCOMPARE(plan::termsOf(*after).maxTries, 7);
    QCOMPARE(plan::termsOf(*after).speedLimit, 10'240);
    QCOMPARE(after->extras->mirrors.size(), std::size_t(1));
}

void EntryEditTest::eachCanBeTakenBack()
{
    plan::Entry entry = listed();
    auto extras = std::make_shared<plan::Extras>(*entry.extras);
    extras->mirrors.clear();
    extras->location.clear();
    extras->size.reset();
    extras->options.pop_back(); // it is none that is shown
    entry.extras = extras;
    EntryEdit edit{ui::editOf(entry).link};
    for (qsizetype count = 0; count < static_cast<qsizetype>(ui::fileSettings().size()); ++count)
        edit.settings << QString();
    const auto after = ui::edited(entry, edit);
    QVERIFY(after);
    QCOMPARE(after->name, u"a.iso");
    QVERIFY(!after->isNamed && !after->checksum && !after->extras);
}

void EntryEditTest::aNewLinkKeepsTheRest()
{
    EntryEdit edit = ui::editOf(listed());
    edit.link = u" http://one.example/a.iso?key=new#part "_s;
    const auto after = ui::edited(listed(), edit);
    QVERIFY(after);
    plan::Entry wanted = listed();
    wanted.url = QUrl(u"http://one.example/a.iso?key=new"_s);
    QVERIFY(isSame(*after, wanted));
}

void EntryEditTest::aNameThatStaysIsGivenWhereTheLinkDoesNot()
{
    const plan::Entry entry{1, QUrl(u"http://one.example/movie.mp4"_s), {}, u"movie.mp4"_s};
    EntryEdit edit = ui::editOf(entry);
    edit.link = u"http://one.example/movie.mp4?key=new"_s;
    QVERIFY(!ui::edited(entry, edit)->isNamed);
    edit.link = u"http://one.example/dl?id=5"_s;
    QCOMPARE(ui::edited(entry, edit)->name, u"movie.mp4");
    QVERIFY(ui::edited(entry, edit)->isNamed);
    edit.name.clear();
    QCOMPARE(ui::edited(entry, edit)->name, u"dl");
    QVERIFY(!ui::edited(entry, edit)->isNamed);
}

void EntryEditTest::whatWasSaidOfAnotherFileGoes_data()
{
    QTest::addColumn<bool>("isProven");
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("checksum");
    QTest::addColumn<bool>("keepsMirrors");
    QTest::addColumn<bool>("keepsSize");
    const QString link = listed().url.toString();
    const QString other = u"http://one.example/v2.iso"_s;
    const QString checksum = ui::editOf(listed()).checksum;
    const QString otherChecksum = QString(32, u'b');
    QTest::newRow("a link") << false << other << QString() << false << false;
    QTest::newRow("a link and a checksum") << false << other << checksum << false << false;
    QTest::newRow("a checksum") << false << link << checksum << true << true;
    QTest::newRow("a link, proven") << true << other << checksum << true << true;
    QTest::newRow("a link, no checksum") << true << other << QString() << false << false;
    QTest::newRow("a link and another checksum")
        << true << other << otherChecksum << false << false;
    QTest::newRow("no checksum") << true << link << QString() << false << false;
    QTest::newRow("another checksum") << true << link << otherChecksum << true << false;
}

/// No mirror of it comes in the place of what the new link leads to, and its size refuses nothing.
void EntryEditTest::whatWasSaidOfAnotherFileGoes()
{
    QFETCH(const bool, isProven);
    QFETCH(const QString, link);
    QFETCH(const QString, checksum);
    QFETCH(const bool, keepsMirrors);
    QFETCH(const bool, keepsSize);
    plan::Entry entry = listed();
    if (!isProven)
        entry.checksum.reset();
    auto extras = std::make_shared<plan::Extras>(*entry.extras);
    extras->checksums = {{QCryptographicHash::Md5, QByteArray(16, 'c')}};
    extras->pieces = plan::Pieces{QCryptographicHash::Sha1, 4, QByteArray(40, 'd')};
    entry.extras = extras;
    EntryEdit edit = ui::editOf(entry);
    edit.link = link;
    edit.checksum = checksum;
    const auto after = ui::edited(entry, edit);
    QVERIFY(after);
    QCOMPARE(after->extras->mirrors.empty(), !keepsMirrors);
    QCOMPARE(after->extras->location.isEmpty(), !keepsMirrors);
    QCOMPARE(after->extras->size.has_value(), keepsSize);
    QCOMPARE(after->extras->checksums.empty(), !keepsSize);
    QCOMPARE(after->extras->pieces.has_value(), keepsSize);
    QCOMPARE(after->extras->folder, u"/elsewhere");
}

void EntryEditTest::theLoginOfALinkIsHiddenAndKept()
{
    plan::Entry entry{1, QUrl(u"http://one.example/a.iso"_s), u"me:secret"_s, u"a.iso"_s};
    EntryEdit edit = ui::editOf(entry);
    QCOMPARE(edit.link, u"http://one.example/a.iso");
    edit.link = u"http://one.example/b.iso"_s;
    QCOMPARE(ui::edited(entry, edit)->userInfo, u"me:secret");
    edit.link = u"http://you:other@one.example/a.iso"_s;
    QCOMPARE(ui::edited(entry, edit)->userInfo, u"you:other");
    QCOMPARE(ui::edited(entry, edit)->url, entry.url);
    edit.link = u"http://two.example/a.iso"_s;
    QCOMPARE(ui::edited(entry, edit)->userInfo, QString());
}

void EntryEditTest::noSecretGoesToAnotherServerUnseen()
{
    EntryEdit edit = ui::editOf(listed());
    edit.link = u"http://one.example:8080/a.iso"_s;
    const auto refused = ui::edited(listed(), edit);
    QVERIFY(!refused);
    QCOMPARE(refused.error().field, static_cast<int>(ui::HeadersField));
    edit.headers = u"User-Agent: own/1\nCookie: a=typed"_s;
    const auto after = ui::edited(listed(), edit);
    QVERIFY(after);
    QVERIFY(after->extras->headers
            == (std::vector<plan::Header>{{"User-Agent", "own/1"}, {"Cookie", "a=typed"}}));
}

void EntryEditTest::digitsAloneAreAChecksum_data()
{
    QTest::addColumn<int>("digits");
    QTest::addColumn<QString>("type");
    QTest::newRow("md5") << 32 << u"md5"_s;
    QTest::newRow("sha-1") << 40 << u"sha-1"_s;
    QTest::newRow("sha-256") << 64 << u"sha-256"_s;
    QTest::newRow("sha-384") << 96 << u"sha-384"_s;
    QTest::newRow("sha-512") << 128 << u"sha-512"_s;
}

void EntryEditTest::digitsAloneAreAChecksum()
{
    QFETCH(int, digits);
    EntryEdit edit = ui::editOf(listed());
    edit.checksum = u' ' + QString(digits, u'B');
    const auto after = ui::edited(listed(), edit);
    QVERIFY(after && after->checksum);
    QTEST(plan::nameOf(*after->checksum), "type");
}

void EntryEditTest::whatCannotBeUsedIsSaid_data()
{
    QTest::addColumn<EntryEdit>("edit");
    QTest::addColumn<QString>("said");
    QTest::addColumn<int>("field");
    const EntryEdit before = ui::editOf(listed());
    const auto row = [&before](const char *name, const QString &said, int field, auto change) {
        EntryEdit edit = before;
        change(edit);
        QTest::newRow(name) << edit << said << field;
    };
    row("no link", u"Enter one link"_s, ui::LinkField, [](EntryEdit &edit) { edit.link.clear(); });
    row("two links", u"more than one link"_s, ui::LinkField,
        [](EntryEdit &edit) { edit.link = u"http://one.example/a http://one.example/b"_s; });
    row("a link and a name", u"Enter one link"_s, ui::LinkField,
        [](EntryEdit &edit) { edit.link = u"http://one.example/a\tname"_s; });
    row("an address of another kind", u"“ftp:”"_s, ui::LinkField,
        [](EntryEdit &edit) { edit.link = u"ftp://one.example/a"_s; });
    row("a link of another row", u"already in the list"_s, ui::LinkField,
        [](EntryEdit &edit) { edit.link = u"http://one.example/listed"_s; });
    row("a name with a folder", u"must not contain “/”"_s, ui::NameField,
        [](EntryEdit &edit) { edit.name = u"../x"_s; });
    row("a folder above", u"must not contain “..”"_s, ui::FolderField,
        [](EntryEdit &edit) { edit.folder = u"/a/../b"_s; });
    row("a drive", u"not a folder on this computer"_s, ui::FolderField,
        [](EntryEdit &edit) { edit.folder = u"C:\\x"_s; });
    row("a checksum", u"32 hexadecimal digits"_s, ui::ChecksumField,
        [](EntryEdit &edit) { edit.checksum = u"md5=12"_s; });
    row("digits of no type", u"TYPE=HEX"_s, ui::ChecksumField,
        [](EntryEdit &edit) { edit.checksum = QString(33, u'a'); });
    row("the first of two", u"TYPE=HEX"_s, ui::ChecksumField, [](EntryEdit &edit) {
        edit.checksum = u"abc"_s;
        edit.settings[at(u"max-tries")] = u"many"_s;
    });
    row("a header", u"Range"_s, ui::HeadersField,
        [](EntryEdit &edit) { edit.headers = u"Range: bytes=0-"_s; });
    row("a number", u"Attempts in all: enter a number; 1 is no retry, 0 is no limit."_s,
        ui::FirstSettingField + static_cast<int>(at(u"max-tries")),
        [](EntryEdit &edit) { edit.settings[at(u"max-tries")] = u"many"_s; });
}

void EntryEditTest::whatCannotBeUsedIsSaid()
{
    QFETCH(EntryEdit, edit);
    QFETCH(QString, said);
    const auto after = ui::edited(listed(), edit, [](const QUrl &link) {
        return link == QUrl(u"http://one.example/listed"_s);
    });
    QVERIFY(!after);
    const ui::WrongField wrong = after.error();
    QVERIFY2(wrong.sentence.contains(said), qPrintable(wrong.sentence));
    QTEST(wrong.field, "field");
}

void EntryEditTest::everySettingThatCountsIsThere()
{
    for (const ui::FileSetting &setting : ui::fileSettings()) {
        const bool isTruth = ui::hintOf(setting).contains(u"false");
        QVERIFY(plan::isHonoured({setting.name.toString(), isTruth ? u"false"_s : u"1"_s}));
    }
    QCOMPARE(ui::fileSettings().size(), std::size_t(9));
}

LAPWING_TEST(EntryEditTest)
#include "tst_entryedit.moc"
