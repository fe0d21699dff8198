// SPDX-License-Identifier: MIT
#include "report/fullsample.h"
#include "report/sample.h"
#include "report/selectedruns.h"
#include "report/text/markdown.h"
#include "report/text/trialtext.h"
#include "support/korean.h"
#include "support/otherwords.h"
#include "support/testmain.h"
#include "text/displaywidth.h"
#include "text/sweep.h"

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;

namespace {

constexpr qsizetype tableWidth = 72;
const QString arrow = u"  <-"_s;

/// The header, and a row for each number.
QStringList tableOfSweep()
{
    const QStringList lines = report::textSummary(test::sweptDocument(), report::Tables::Written);
    return lines.mid(2, 4);
}

} // namespace

class TrialTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTableOfASweep()
    {
        const QStringList table = tableOfSweep();
        QCOMPARE(table.constFirst(),
                 u" at once    elapsed      from        to speed-up efficiency   throughput"_s);
        QVERIFY2(table.at(1).startsWith(u"       1 "), qUtf8Printable(table.at(1)));
        QVERIFY2(table.at(2).endsWith(arrow), qUtf8Printable(table.at(2)));
    }

    /// A character of Korean is as wide as two others.
    void itsColumnsStandInEveryLanguage()
    {
        const test::OtherWords korean({{u"at once"_s, u"동시"_s},
                                       {u"elapsed"_s, u"경과 시간"_s},
                                       {u"speed-up"_s, u"속도"_s},
                                       {u"%1 s"_s, u"%1초"_s}});
        const QStringList table = tableOfSweep();
        QVERIFY2(table.constFirst().startsWith(u"    동시  경과 시간 "),
                 qUtf8Printable(table.constFirst()));
        for (QString line : table)
            QCOMPARE(text::displayWidth(line.remove(arrow)), tableWidth);
        QVERIFY(table.at(1).contains(u"초"));
    }

    void thatNothingIsRecommendedIsSaidOnce()
    {
        report::Document document = test::sweptDocument();
        document.sweep->recommended.reset();
        document.sweep->fastest.reset();
        const QString none = text::noRecommendation(*document.sweep);
        QCOMPARE(report::headlineOf(document), none);
        QCOMPARE(report::textSummary(document).constFirst(), none);
        QCOMPARE(report::textSummary(document).join(u' ').count(none), 1);
        QVERIFY(!report::basisText(document).contains(none));
    }

    void whatIsTooShortToCheckIsSaid()
    {
        report::Document document = test::sweptDocument();
        document.sweep->bookkeepingError.reset();
        document.sweep->isTooShortToCheck = true;
        QVERIFY(report::textSummary(document).contains(
            u"Internal consistency check (Little's law): the runs were too short for it."_s));
    }

    /// Of an even number of rounds it is between two runs.
    void theTimeOfBothWaysIsTheirMedian()
    {
        QVERIFY(report::textSummary(test::stoppedDocument())
                    .contains(u"Together: 0.3 s. One at a time: 1.2 s. Medians, measured."_s));
    }

    void aComparisonThatEndedEarlySaysWhy()
    {
        const QStringList stop{
            u"With 6 at a time some downloads failed. The remaining rounds were skipped because "
            "they could not be compared."_s,
            u"a.bin: The server says this file does not exist (HTTP 404)."_s};
        const report::Document document = test::stoppedDocument();
        QCOMPARE(report::textSummary(document).mid(1, 2), stop);
        QVERIFY(report::basisText(document).endsWith(stop.constFirst()));
        QVERIFY(report::toMarkdown(document).contains(
            "\n\na.bin: The server says this file does not exist"));
        QVERIFY(report::stopLines(test::comparedDocument()).isEmpty());
    }

    void anEstimateWithoutALowEndIsToldAsABound()
    {
        report::Document document = test::comparedDocument();
        document.estimate->speedup.low = 0.02;
        document.estimate->speedup.high = 4;
        QVERIFY(report::textSummary(document).contains(
            u"The estimate from one run alone was up to 4.0× as fast: the measured value is within "
            "that range."_s));
    }

    void aComparisonSaysHowItBegan()
    {
        const report::Document document = test::comparedDocument();
        QVERIFY(report::textSummary(document).constFirst().contains(u", warm)"));
        const test::OtherWords korean({{u"warm"_s, u"예열함"_s}});
        QVERIFY(report::textSummary(document).constFirst().contains(u", 예열함)"));
    }

    /// Least and most would be other figures.
    void anIntervalHasBoundsInKorean()
    {
        const test::Korean korean;
        const QStringList lines =
            report::textSummary(test::sweptDocument(), report::Tables::Written);
        QVERIFY2(lines.at(2).contains(u"하한") && lines.at(2).contains(u"상한"),
                 qUtf8Printable(lines.at(2)));
        QVERIFY2(!lines.join(u'\n').contains(u"최소"), qUtf8Printable(lines.join(u'\n')));
    }
};

LAPWING_TEST(TrialTextTest)
#include "tst_trialtext.moc"
