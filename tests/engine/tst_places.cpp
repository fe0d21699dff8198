// SPDX-License-Identifier: MIT
#include "engine/http/pace.h"
#include "engine/places.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using engine::Pace;
using engine::Places;
using engine::ServerSpeeds;

namespace {

plan::Entry entryAt(const QStringList &urls)
{
    auto extras = std::make_shared<plan::Extras>();
    for (const QString &url : urls.sliced(1))
        extras->mirrors.push_back({QUrl(url)});
    plan::Entry entry{1, QUrl(urls.front()), {}, u"f"_s};
    entry.extras = extras;
    return entry;
}

plan::Origin originOf(const QString &host)
{
    return plan::Origin(QUrl(u"http://"_s + host));
}

/// Their hosts, in the order in which they are asked when each fails for good.
QStringList orderOf(Places places, const ServerSpeeds &speeds)
{
    QStringList hosts{places.url().host()};
    for (places.leave(std::nullopt); places.moveOn(speeds); places.leave(std::nullopt))
        hosts << places.url().host();
    return hosts;
}

const QStringList four{u"http://a/f"_s, u"http://b/f"_s, u"http://c/f"_s, u"http://d/f"_s};

} // namespace

class PlacesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOrderOfTheListCountsAtFirst()
    {
        QCOMPARE(orderOf(Places(entryAt(four)), {}), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
    }

    void thenTheFastest()
    {
        ServerSpeeds speeds;
        speeds.note(originOf(u"b"_s), 100, 1s);
        speeds.note(originOf(u"c"_s), 900, 1s);
        QCOMPARE(orderOf(Places(entryAt(four)), speeds),
                 (QStringList{u"a"_s, u"d"_s, u"c"_s, u"b"_s}));
        speeds.note(originOf(u"d"_s), 0, 1s); // it was asked, in vain
        speeds.note(originOf(u"b"_s), 3000, 1s);
        QCOMPARE(orderOf(Places(entryAt(four)), speeds),
                 (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
    }

    void oneThatMayComeBackDoesSoAfterTheOthers()
    {
        Places places(entryAt({u"http://a/f"_s, u"http://b/f"_s}));
        places.countFailure();
        places.leave(5s);
        QVERIFY(places.moveOn({}) == 0s);
        QVERIFY(places.isMirror());
        QCOMPARE(places.failed(), 0);
        places.leave(3s);
        QVERIFY(places.moveOn({}) == 3s);
        QVERIFY(places.isMirror());
        places.leave(std::nullopt);
        QVERIFY(places.moveOn({}) == 5s);
        QVERIFY(!places.isMirror());
        QCOMPARE(places.failed(), 1);
        places.leave(std::nullopt);
        QVERIFY(!places.moveOn({}));
    }

    void whatIsNoPlaceIsLeftOut()
    {
        const plan::Entry entry =
            entryAt({u"http://a/f"_s, u"ftp://b/f"_s, u"http://a/f"_s, u"http://c/f#x"_s,
                     u"http://u:p@c/f"_s, u"file:///etc/passwd"_s});
        QCOMPARE(orderOf(Places(entry), {}), (QStringList{u"a"_s, u"c"_s}));
        QVERIFY(!Places({1, QUrl(u"http://a/f"_s), {}, u"f"_s}).hasMirrors());
    }

    void aPaceIsKept()
    {
        Pace pace(1000, 0s);
        QCOMPARE(pace.step(), 100);
        QCOMPARE(pace.waitAfter(100, 0s), 100ms);
        QCOMPARE(pace.waitAfter(100, 100ms), 100ms);
        QCOMPARE(pace.waitAfter(100, 10s), 50ms); // a silence is not made up for
        QCOMPARE(Pace(std::nullopt, 0s).waitAfter(1'000'000, 0s), 0ms);
    }
};

LAPWING_TEST(PlacesTest)
#include "tst_places.moc"
