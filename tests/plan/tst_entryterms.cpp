// SPDX-License-Identifier: MIT
#include "plan/entryterms.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

plan::EntryTerms termsOf(const std::vector<plan::ListedOption> &options)
{
    auto extras = std::make_shared<plan::Extras>();
    extras->options = options;
    plan::Entry entry;
    entry.extras = extras;
    return plan::termsOf(entry);
}

} // namespace

class EntryTermsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areRead()
    {
        const plan::EntryTerms terms = termsOf({{u"max-tries"_s, u"0"_s},
                                                {u"retry-wait"_s, u" 7 "_s},
                                                {u"timeout"_s, u"20"_s},
                                                {u"connect-timeout"_s, u"600"_s},
                                                {u"lowest-speed-limit"_s, u"2K"_s},
                                                {u"max-download-limit"_s, u"3m"_s},
                                                {u"allow-overwrite"_s, {}},
                                                {u"auto-file-renaming"_s, u"FALSE"_s}});
        QVERIFY(terms.maxTries == 0);
        QVERIFY(terms.retryWait == 7s);
        QVERIFY(terms.timeout == 20s);
        QVERIFY(terms.connectTimeout == 600s);
        QVERIFY(terms.lowestSpeed == 2048);
        QVERIFY(terms.speedLimit == 3 * 1024 * 1024);
        QVERIFY(terms.overwrites == true);
        QVERIFY(terms.numbers == false);
    }

    void whatCannotBeReadIsNotHonoured_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *name, const char *value) {
            QTest::addRow("%s=%s", name, value)
                << QString::fromLatin1(name) << QString::fromLatin1(value);
        };
        for (const char *value : {"", "x", "-1", "1.5", "99999999999999999999"})
            row("max-tries", value);
        for (const char *value : {"", "0", "601", "1s"})
            row("timeout", value);
        for (const char *value : {"", "k", "1G", "-1K", "9223372036854775807M"})
            row("max-download-limit", value);
        row("allow-overwrite", "maybe");
        row("allow-overwrite", "true"); // only the person can permit that
        row("split", "5");
        for (const char *value : {"https://proxy", "ftp://proxy", "http://proxy/x", "http://"})
            row("all-proxy", value);
        row("ftp-proxy", "http://proxy");
        row("all-proxy-passwd", "x");
        row("pause", "maybe");
        row("conditional-get", "maybe");
        for (const char *name :
             {"dry-run", "use-head", "always-resume", "http-accept-gzip", "parameterized-uri"})
            row(name, "true");
        row("max-file-not-found", "-1");
        row("remote-time", "maybe");
        row("", "");
    }
    void whatCannotBeReadIsNotHonoured()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QVERIFY(!plan::isHonoured({name, value}));
    }

    /// As in a session that aria2 saved: what asks for nothing else than Lapwing does is no reason for a note.
    void whatHoldsAnywayIsHonoured()
    {
        const std::vector<plan::ListedOption> options{{u"gid"_s, u"2089b05ecca3d829"_s},
                                                      {u"continue"_s, u"true"_s},
                                                      {u"split"_s, u"1"_s},
                                                      {u"max-connection-per-server"_s, u"16"_s},
                                                      {u"min-split-size"_s, u"1M"_s},
                                                      {u"check-integrity"_s, u"true"_s},
                                                      {u"file-allocation"_s, u"prealloc"_s},
                                                      {u"max-file-not-found"_s, u"0"_s},
                                                      {u"always-resume"_s, u"false"_s},
                                                      {u"pause"_s, u"false"_s}};
        for (const plan::ListedOption &option : options)
            QVERIFY2(plan::isHonoured(option), qPrintable(option.name));
    }

    void aListMayPauseADownload()
    {
        const auto isPaused = [](const std::vector<plan::ListedOption> &options) {
            auto extras = std::make_shared<plan::Extras>();
            extras->options = options;
            plan::Entry entry;
            entry.extras = extras;
            return plan::isPausedByList(entry);
        };
        QVERIFY(plan::isHonoured({u"pause"_s, u"true"_s}));
        QVERIFY(isPaused({{u"split"_s, u"5"_s}, {u"pause"_s, u"true"_s}}));
        QVERIFY(isPaused({{u"pause"_s, {}}}));
        QVERIFY(!isPaused({{u"pause"_s, u"false"_s}}));
        QVERIFY(!isPaused({{u"pause"_s, u"maybe"_s}}));
        QVERIFY(!isPaused({}) && !plan::isPausedByList({}));
    }

    void theLastCounts()
    {
        QVERIFY(termsOf({{u"timeout"_s, u"5"_s}, {u"timeout"_s, u"6"_s}, {u"timeout"_s, u"x"_s}})
                    .timeout
                == 6s);
        QVERIFY(!termsOf({{u"max-download-limit"_s, u"5"_s}, {u"max-download-limit"_s, u"0"_s}})
                     .speedLimit);
    }

    void theyCountBeforeThePlan()
    {
        const plan::Timeouts own = plan::timeoutsFor({}, termsOf({{u"timeout"_s, u"5"_s}}));
        QVERIFY(own.firstByte == 5s && own.stall == 5s);
        QVERIFY(own.connect == plan::Timeouts().connect);
        QCOMPARE(
            plan::minimumRateFor({}, termsOf({{u"lowest-speed-limit"_s, u"0"_s}})).bytesPerSecond,
            0);
        QCOMPARE(plan::minimumRateFor({}, {}).bytesPerSecond, plan::MinimumRate().bytesPerSecond);
    }

    void aProxyIsReadAsAListHasIt()
    {
        for (const char *name : {"all-proxy", "http-proxy", "https-proxy"}) {
            for (const char *value :
                 {"proxy", "http://me:pw@proxy:1", "socks5://proxy", "none", ""})
                QVERIFY(plan::isHonoured({QLatin1String(name), QLatin1String(value)}));
        }
        const plan::EntryTerms terms = termsOf({{u"all-proxy"_s, u"socks5://me:pw@Proxy"_s}});
        const plan::Proxy expected{
            plan::Proxy::Kind::Socks5, u"proxy"_s, 1080, u"me"_s, u"pw"_s, true};
        QVERIFY(terms.allProxy && terms.allProxy->proxy == expected);
    }

    void theWayIsAsTheListSaysUnlessTheUserChose_data()
    {
        QTest::addColumn<QString>("options"); // with blanks between
        QTest::addColumn<QString>("http");    // of those of the environment: e; of the list: others
        QTest::addColumn<QString>("https");
        const auto row = [](const char *options, const char *http, const char *https) {
            QTest::newRow(options) << QString::fromLatin1(options) << QString::fromLatin1(http)
                                   << QString::fromLatin1(https);
        };
        row("", "e", "e");
        row("all-proxy=a", "a", "a");
        row("http-proxy=a", "a", "e");
        row("https-proxy=a", "e", "a");
        row("http-proxy=b all-proxy=a", "b", "a");
        row("all-proxy=a https-proxy=", "a", "");
        row("all-proxy=none", "", "");
        row("all-proxy=", "", "");
        row("all-proxy=a all-proxy=ftp://b", "a", "a");
        row("all-proxy=a no-proxy=x,h.example", "", "");
        row("no-proxy=*", "", "");
        row("all-proxy=a no-proxy=x", "a", "a");
    }
    void theWayIsAsTheListSaysUnlessTheUserChose()
    {
        QFETCH(QString, options);
        std::vector<plan::ListedOption> given;
        for (const QString &option : options.split(u' ', Qt::SkipEmptyParts))
            given.push_back({option.section(u'=', 0, 0), option.section(u'=', 1)});
        const auto wayOf = [&given](const plan::Proxies &user, const QString &link) {
            const plan::Proxies proxies = plan::proxiesFor(user, termsOf(given));
            const plan::Proxy *proxy = proxies.forUrl(QUrl(link));
            return proxy ? proxy->host : QString();
        };
        plan::Proxies user{plan::proxyFrom(u"e"_s).value(),
                           plan::proxyFrom(u"e"_s).value(),
                           {u"own.example"_s},
                           false};
        QTEST(wayOf(user, u"http://h.example/"_s), "http");
        QTEST(wayOf(user, u"https://h.example/"_s), "https");
        QCOMPARE(wayOf(user, u"http://own.example/"_s), QString());
        user.isChosen = true;
        QCOMPARE(wayOf(user, u"http://h.example/"_s), u"e"_s);
        QCOMPARE(wayOf(plan::directly(), u"http://h.example/"_s), QString());
    }

    void ofAProxyNoLoginIsPublic()
    {
        const auto of = [](const QString &name, const QString &value) {
            return plan::publicValue({name, value}).value_or(u"hidden"_s);
        };
        QCOMPARE(of(u"all-proxy"_s, u"me:SECRET@proxy"_s), u"http://proxy:3128"_s);
        QCOMPARE(of(u"http-proxy"_s, u"socks5://SECRET@proxy:1"_s), u"socks5://proxy:1"_s);
        QCOMPARE(of(u"https-proxy"_s, u"ftp://me:SECRET@proxy"_s), u"hidden"_s);
        QCOMPARE(of(u"all-proxy-passwd"_s, u"SECRET"_s), u"hidden"_s);
        QCOMPARE(of(u"all-proxy"_s, u"proxy:8080"_s), u"proxy:8080"_s);
        QCOMPARE(of(u"all-proxy"_s, {}), QString());
        QCOMPARE(of(u"no-proxy"_s, u"a,b"_s), u"a,b"_s);
        QCOMPARE(of(u"split"_s, u"5"_s), u"5"_s);
    }

    void aConflictEndsAsTheListSays_data()
    {
        using plan::Conflict;
        QTest::addColumn<Conflict>("plan");
        QTest::addColumn<QString>("overwrites");
        QTest::addColumn<QString>("numbers");
        QTest::addColumn<Conflict>("conflict");
        QTest::newRow("nothing") << Conflict::Skip << u"?"_s << u"?"_s << Conflict::Skip;
        QTest::newRow("replace") << Conflict::Number << u"true"_s << u"?"_s << Conflict::Number;
        QTest::newRow("skipped") << Conflict::Skip << u"true"_s << u"?"_s << Conflict::Skip;
        QTest::newRow("both") << Conflict::Number << u"true"_s << u"false"_s << Conflict::Number;
        QTest::newRow("permitted") << Conflict::Replace << u"true"_s << u"?"_s << Conflict::Replace;
        QTest::newRow("leave") << Conflict::Replace << u"?"_s << u"false"_s << Conflict::Skip;
        QTest::newRow("not replace")
            << Conflict::Replace << u"false"_s << u"?"_s << Conflict::Number;
        QTest::newRow("number") << Conflict::Skip << u"false"_s << u"true"_s << Conflict::Number;
    }
    void aConflictEndsAsTheListSays()
    {
        QFETCH(plan::Conflict, plan);
        QFETCH(QString, overwrites);
        QFETCH(QString, numbers);
        QFETCH(plan::Conflict, conflict);
        const plan::EntryTerms terms =
            termsOf({{u"allow-overwrite"_s, overwrites}, {u"auto-file-renaming"_s, numbers}});
        QCOMPARE(plan::conflictFor(plan, terms), conflict);
    }
};

LAPWING_TEST(EntryTermsTest)
#include "tst_entryterms.moc"
