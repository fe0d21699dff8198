// SPDX-License-Identifier: MIT
#include "plan/lists/ranges.h"

#include "plan/lists/sources.h"
#include "support/testmain.h"

using namespace Qt::Literals::StringLiterals;
using namespace lapwing::plan;

/// What is written once and stands for many.
class RangesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachDialectIsExpanded_data()
    {
        QTest::addColumn<QString>("range");
        QTest::addColumn<QStringList>("parts");
        const auto row = [](const char *range, const QStringList &parts) {
            QTest::newRow(range) << QString::fromLatin1(range) << parts;
        };
        row("[01:03]", {u"01"_s, u"02"_s, u"03"_s});
        row("[8:10]", {u"8"_s, u"9"_s, u"10"_s});
        row("[001:10:4]", {u"001"_s, u"005"_s, u"009"_s});
        row("[10:001:-4]", {u"010"_s, u"006"_s, u"002"_s});
        row("[a:c]", {u"a"_s, u"b"_s, u"c"_s});
        row("[c:a:-2]", {u"c"_s, u"a"_s});
        row("[1-3]", {u"1"_s, u"2"_s, u"3"_s});
        row("[09-11]", {u"09"_s, u"10"_s, u"11"_s});
        row("[01-06:2]", {u"01"_s, u"03"_s, u"05"_s});
        row("[a-g:3]", {u"a"_s, u"d"_s, u"g"_s});
        row("{one,two}", {u"one"_s, u"two"_s});
        row("[5-5]", {u"5"_s});
        row("[1-2]{x,y}", {u"1x"_s, u"1y"_s, u"2x"_s, u"2y"_s});
    }

    void eachDialectIsExpanded()
    {
        QFETCH(QString, range);
        QFETCH(QStringList, parts);
        const QByteArray list = u"https://one.example/a%1.iso"_s.arg(range).toUtf8();
        QStringList expected;
        for (const QString &part : parts)
            expected << u"https://one.example/a%1.iso"_s.arg(part);
        QCOMPARE(linksOf(linksFromContents(list, {{}, false, true})), expected);
        const Ranges ranges = rangesIn(list);
        QCOMPARE(ranges.links, parts.size());
        QCOMPARE(ranges.first, expected.first(std::min<qsizetype>(3, parts.size())));
        QCOMPARE(ranges.last, expected.last());
    }

    void whatIsNoneStaysAsItIs_data()
    {
        QTest::addColumn<QByteArray>("list");
        for (const char *const list :
             {"http://[::1]/a", "http://[2001:db8::1]/a", "http://one.example/a[1:2:0]",
              "http://one.example/[3-1]", "http://one.example/[3:1]", "http://one.example/[a-C]",
              "http://one.example/a[1]", "http://one.example/{a}", "http://one.example/{a,}",
              "http://one.example/[1..3]", "# http://one.example/[1-3]", "[1-3]",
              "http://one.example/[1-3"})
            QTest::newRow(list) << QByteArray(list);
    }

    void whatIsNoneStaysAsItIs()
    {
        QFETCH(QByteArray, list);
        QCOMPARE(rangesIn(list).links, 0);
        QCOMPARE(withRangesExpanded(list).text, list + '\n');
    }

    void onlyOnRequest()
    {
        const Links links = linksFromContents("http://one.example/[1-3]");
        QCOMPARE(linksOf(links), QStringList{u"http://one.example/[1-3]"_s});
        QCOMPARE(links.ranges.links, 3);
    }

    void theHostMayHaveOne()
    {
        const Links links = linksFromContents("http://s{1,2}.example/a", {{}, false, true});
        QCOMPARE(linksOf(links), (QStringList{u"http://s1.example/a"_s, u"http://s2.example/a"_s}));
    }

    void linesKeepTheirNumbers()
    {
        const Links links = linksFromContents(
            "http://one.example/[1-3]\nno link\nhttp://one.example/b\n", {{}, false, true});
        QCOMPARE(links.lines, (std::vector{1, 1, 1, 3}));
        QCOMPARE(links.rejects.size(), 1U);
        QCOMPARE(links.rejects.front().line, 2);
    }

    void tooManyAreCountedAndRefused()
    {
        const Links links =
            linksFromContents("http://one.example/[1-90000]\nhttp://one.example/b[1-10001]\n"
                              "http://one.example/c\nhttp://[1-999999999].example/[1-999999999999]",
                              {{}, false, true});
        QCOMPARE(links.urls.size(), 90'001U);
        QCOMPARE(links.rejects.size(), 2U);
        QCOMPARE(links.rejects.front().line, 2);
        QCOMPARE(links.rejects.front().error, (ListError{ListFault::TooManyInRange, u"10001"_s}));
        QCOMPARE(links.rejects.back().line, 4);
    }

    void longLinesDoNotFillTheMemory()
    {
        const QByteArray list = "http://one.example/" + QByteArray(60'000, 'a') + "[1-99999]";
        const Links links = linksFromContents(list, {{}, false, true});
        QVERIFY(links.urls.empty());
        QCOMPARE(links.rejects.size(), 1U);
        QCOMPARE(links.rejects.front().error.fault, ListFault::TooManyInRange);
    }

    void aNameIsSaidOfEach()
    {
        const Links links =
            linksFromContents("url,folder\nhttp://one.example/[1-2],x\n", {{}, false, true});
        QCOMPARE(links.urls.size(), 2U);
        QCOMPARE(links.details.at(1).extras->folder, u"x");
    }

    void optionsOfAria2StayWithTheirLink()
    {
        const Links links =
            linksFromContents("http://one.example/[1-2]\n  out=a\n", {{}, false, true});
        QCOMPARE(links.urls.size(), 1U);
        QCOMPARE(links.ranges.links, 0);
    }

private:
    static QStringList linksOf(const Links &links)
    {
        QStringList all;
        for (const QUrl &url : links.urls)
            all << url.toString();
        return all;
    }
};

LAPWING_TEST(RangesTest)
#include "tst_ranges.moc"
