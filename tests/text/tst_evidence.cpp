// SPDX-License-Identifier: MIT
#include "measure/recordbuilder.h"
#include "measure/verdict/verdict.h"
#include "support/testmain.h"
#include "text/evidence.h"

using namespace lapwing;

class EvidenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// None is shown to people by the name that programs read.
    void everyFigureOfAVerdictHasWords()
    {
        record::Run run;
        run.facts.elapsed = test::ms(1000);
        run.facts.loop.emplace();
        run.facts.loop->watched = test::ms(1000);
        for (int id = 1; id <= 4; ++id)
            run.tasks.push_back(test::simpleTask(id, id * 10, id * 50, 1000, 1'000'000));
        const measure::Verdict verdict = measure::verdictOf(run);
        QVERIFY(verdict.figures.size() > 10);
        for (const auto &[name, figure] : verdict.figures) {
            const QString title = text::evidenceTitle(name);
            QVERIFY2(title != name && !title.contains(u'_'), qPrintable(name));
        }
    }

    void aFigureHasItsUnit()
    {
        QCOMPARE(text::evidenceText(QStringLiteral("wait_share"), 0.25), u"25 %");
        QCOMPARE(text::evidenceText(QStringLiteral("refused_wait_s"), 1.5), u"1.50 s");
        QCOMPARE(text::evidenceText(QStringLiteral("rate_bytes_per_s"), 2e6), u"2.0 MB/s");
        QCOMPARE(text::evidenceText(QStringLiteral("refusals"), 3), u"3");
        QCOMPARE(text::evidenceText(QStringLiteral("rate_exponent"), -1), u"-1.00");
        QCOMPARE(text::evidenceTitle(QStringLiteral("of_a_later_version")), u"of_a_later_version");
    }
};

LAPWING_TEST(EvidenceTest)
#include "tst_evidence.moc"
