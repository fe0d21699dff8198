// SPDX-License-Identifier: MIT
#include "plan/entryterms.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

plan::EntryTerms termsOf(const std::vector<plan::Option> &options)
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
        row("all-proxy", "http://proxy");
        row("pause", "true");
        row("", "");
    }
    void whatCannotBeReadIsNotHonoured()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QVERIFY(!plan::isHonoured({name, value}));
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
