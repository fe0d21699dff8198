// SPDX-License-Identifier: MIT
#include "plan/listing.h"
#include "support/testmain.h"

using namespace Qt::Literals::StringLiterals;

using namespace lapwing::plan;

namespace {

Links links(const QStringList &texts)
{
    return linksFromText(texts.join(u'\n').toUtf8());
}

} // namespace

class AddingLinks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesAnEntry();
    void knowsTwins_data();
    void knowsTwins();
    void goesOnAndSaysWhatCame();
    void takesAChecksumThatWasNotThere();
    void forgetsWhenCleared();
    void takesAUserNameThatWasNotThere();
    void givesNoIdTwice();
    void takesAChecksumForOneEntry();
    void takesAnotherLinkForOneEntry();
    void putsWhatIsNewBehindAll();
    void keepsTheTurnOfWhatComesBack();
};

void AddingLinks::putsWhatIsNewBehindAll()
{
    Listing listing;
    listing.add(links({u"http://h/1"_s, u"http://h/2"_s}));
    QVERIFY(listing.entries().at(0).turn < listing.entries().at(1).turn);
    listing.setTurns({{1, {Priority::Normal, 100}}, {9, {}}}); // to the bottom; 9 is not there
    listing.add(links({u"http://h/3"_s}));
    QCOMPARE(listing.entries().at(2).turn.place, 101);
    QCOMPARE(listing.entries().at(0).turn.place, 100);
}

void AddingLinks::keepsTheTurnOfWhatComesBack()
{
    Listing listing;
    listing.add(links({u"http://h/1"_s, u"http://h/2"_s}));
    listing.setTurns({{2, {Priority::High, 70}}});
    std::vector<Entry> taken = listing.take({2});
    Listing other;
    other.putBack(std::move(taken));
    QCOMPARE(other.entries().at(0).turn, (Turn{Priority::High, 70}));
    other.add(links({u"http://h/3"_s}));
    QCOMPARE(other.entries().at(1).turn.place, 71);
}

void AddingLinks::makesAnEntry()
{
    Listing listing;
    listing.add(links({u"https://me%40x:p%3Aw@Example.ORG/d/a%20b.tar.gz?k=v#part"_s}));
    const Entry entry = listing.entries().at(0);
    QCOMPARE(entry.id, 1);
    QCOMPARE(entry.url, QUrl(u"https://example.org/d/a%20b.tar.gz?k=v"_s));
    QVERIFY(entry.url.userInfo().isEmpty() && !entry.url.hasFragment());
    QCOMPARE(entry.userInfo, u"me%40x:p%3Aw"_s);
    QCOMPARE(entry.name, u"a b.tar.gz"_s);
}

void AddingLinks::knowsTwins_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");

    QTest::newRow("equal") << u"http://h/a"_s << u"http://h/a"_s << true;
    QTest::newRow("case of scheme and host") << u"http://h/a"_s << u"HTTP://H/a"_s << true;
    QTest::newRow("empty path") << u"http://h"_s << u"http://h/"_s << true;
    QTest::newRow("empty path, query") << u"http://h?q"_s << u"http://h/?q"_s << true;
    QTest::newRow("fragment") << u"http://h/a"_s << u"http://h/a#b"_s << true;
    QTest::newRow("user information") << u"http://h/a"_s << u"http://me:pw@h/a"_s << true;
    QTest::newRow("encoded") << u"http://h/ä"_s << u"http://h/%C3%A4"_s << true;
    QTest::newRow("scheme") << u"http://h/a"_s << u"https://h/a"_s << false;
    QTest::newRow("port") << u"http://h/a"_s << u"http://h:81/a"_s << false;
    QTest::newRow("case of the path") << u"http://h/a"_s << u"http://h/A"_s << false;
    QTest::newRow("query") << u"http://h/a?b=1"_s << u"http://h/a?b=2"_s << false;
    QTest::newRow("slash at the end") << u"http://h/a"_s << u"http://h/a/"_s << false;
    QTest::newRow("encoded slash") << u"http://h/a/b"_s << u"http://h/a%2Fb"_s << false;
}

void AddingLinks::knowsTwins()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, same);
    Listing listing;
    const Added added = listing.add(links({one, other}));
    QCOMPARE(added.alreadyThere, same ? 1 : 0);
    QCOMPARE(added.added, same ? 1 : 2);
    QCOMPARE(listing.entries().size(), same ? 1U : 2U);
}

void AddingLinks::goesOnAndSaysWhatCame()
{
    Listing listing;
    listing.add(links({u"http://h/a"_s, u"http://h/b"_s}));
    const Added added =
        listing.add(links({u"http://h/b"_s, u"nothing"_s, u"http://h/c"_s, u"http://i/c"_s}));
    QCOMPARE(added.added, 2);
    QCOMPARE(added.alreadyThere, 1);
    QCOMPARE(added.rejects.size(), 1U);
    QCOMPARE(added.rejects.front().line, 2);
    QCOMPARE(listing.entries().size(), 4U);
    int id = 0;
    for (const Entry &entry : listing.entries())
        QCOMPARE(entry.id, ++id);
    QCOMPARE(listing.entries().at(2).name, listing.entries().at(3).name);
}

/// As when SHA256SUMS is dropped after the links that it is of.
void AddingLinks::takesAChecksumThatWasNotThere()
{
    const auto withChecksum = [](char first) {
        Links sums = links({u"http://h/a"_s});
        sums.details[0].checksum = Checksum{QCryptographicHash::Sha256, QByteArray(32, first)};
        return sums;
    };
    Listing listing;
    listing.add(links({u"http://h/a"_s, u"http://h/b"_s}));
    const Added added = listing.add(withChecksum('1'));
    QCOMPARE(added.alreadyThere, 1);
    QCOMPARE(added.checksums, std::vector<int>{1});
    QCOMPARE(listing.entries().front().checksum->digest, QByteArray(32, '1'));
    const Added same = listing.add(withChecksum('1'));
    QVERIFY(same.checksums.empty());
    QCOMPARE(same.otherChecksums, 0);
    const Added other = listing.add(withChecksum('2'));
    QCOMPARE(other.otherChecksums, 1);
    QCOMPARE(listing.entries().front().checksum->digest, QByteArray(32, '1'));
}

void AddingLinks::forgetsWhenCleared()
{
    Listing listing;
    listing.add(links({u"http://h/a"_s}));
    listing.clear();
    QVERIFY(listing.entries().empty());
    QCOMPARE(listing.add(links({u"http://h/a"_s})).added, 1);
    QCOMPARE(listing.entries().front().id, 2);
}

void AddingLinks::takesAUserNameThatWasNotThere()
{
    Listing listing;
    listing.add(links({u"http://h/a"_s}));
    QCOMPARE(listing.add(links({u"http://u:p@h/a"_s})).alreadyThere, 1);
    QCOMPARE(listing.entries().front().userInfo, u"u:p"_s);
    listing.add(links({u"http://v:q@h/a"_s}));
    QCOMPARE(listing.entries().front().userInfo, u"u:p"_s);
}

void AddingLinks::givesNoIdTwice()
{
    Listing listing;
    listing.add(links({u"http://h/a"_s, u"http://h/b"_s}));
    listing.take({2});
    QCOMPARE(listing.add(links({u"http://h/b"_s})).added, 1);
    QCOMPARE(listing.entries().back().id, 3);
}

void AddingLinks::takesAChecksumForOneEntry()
{
    Listing listing;
    listing.add(links({u"http://h/a"_s, u"http://h/b"_s, u"http://h/c"_s}));
    listing.take({1});
    const auto checksum = checksumFrom(u"md5=d41d8cd98f00b204e9800998ecf8427e"_s);
    listing.setChecksum(3, *checksum);
    listing.setChecksum(1, *checksum); // no longer in the list: nothing happens
    QVERIFY(!listing.entries().at(0).checksum);
    QVERIFY(listing.entries().at(1).checksum == *checksum);
    listing.setChecksum(3, {});
    QVERIFY(!listing.entries().at(1).checksum);
}

void AddingLinks::takesAnotherLinkForOneEntry()
{
    Listing listing;
    listing.add(links({u"http://h/a"_s, u"http://h/b"_s}));
    Entry other = listing.entries().front();
    other.url = QUrl(u"http://h/c"_s);
    other.userInfo = u"me:secret"_s;
    other.turn.place = 7;
    listing.describe(other);
    const Entry &now = listing.entries().front();
    QCOMPARE(now.url, other.url);
    QCOMPARE(now.userInfo, other.userInfo);
    QVERIFY2(now.turn.place == 1, "where it stands, others may know better");
    QVERIFY(listing.holds(other.url) && !listing.holds(QUrl(u"http://h/a"_s)));
    QCOMPARE(listing.add(links({u"http://h/a"_s, u"http://h/c"_s})).added, 1);
}

LAPWING_TEST(AddingLinks)
#include "tst_listing.moc"
