// SPDX-License-Identifier: MIT
#include "report/text/differencetext.h"
#include "support/testmain.h"

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;
using namespace std::chrono_literals;
using measure::Change;
using measure::Phase;

namespace {

measure::Difference slower()
{
    measure::Difference difference;
    difference.text = u"It took longer."_s;
    difference.notes = {u"The number at once differs."_s};
    difference.elapsed = {2s, 3s};
    difference.phases = {
        {Phase::Queued, {1s, 500ms}}, {Phase::Wait, {}}, {Phase::Receive, {{}, 1s}}};
    difference.hosts = {{u"https://a.example:443"_s, 2, {1s, 2s}, {{Phase::Wait, {1s, 1900ms}}}}};
    difference.onlyBefore = 1;
    return difference;
}

QString told(const measure::Difference &difference,
             plan::Redaction redaction = plan::Redaction::Redacted)
{
    QString text;
    for (const QString &line : report::linesOf(difference, redaction))
        text += line + u'\n';
    return text;
}

} // namespace

class DifferenceTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingIsTold()
    {
        QCOMPARE(told(slower()),
                 QString::fromUtf8(
                     "It took longer.\nThe number at once differs.\nElapsed: 2.0 s -> 3.0 s, +1.0 "
                     "s (1.5×)\nFiles only in the first run: 1; only in the second: 0.\n\nBy "
                     "phase, summed over the files in both runs:\n  Queued                 1.0 s "
                     "-> 0.5 s, -0.5 s (0.5×)\n  Receive                – -> 1.0 s\n\nBy server, "
                     "largest change first:\n  https://a.example:443, files: 2: 1.0 s -> 2.0 s, "
                     "+1.0 s (2.0×); most in: Wait, +0.9 s\n"));
    }

    /// A document may come from anybody.
    void aServersNameIsOnlyAName()
    {
        measure::Difference difference = slower();
        difference.hosts.front().host = u"%2 %3"_s;
        QVERIFY(told(difference).contains(u"  %2 %3, files: 2: 1.0 s -> 2.0 s"));
    }

    void manyTasksAreCutOff()
    {
        measure::Difference difference;
        for (int i = 0; i < 12; ++i)
            difference.tasks.push_back(
                {QUrl(u"http://a.example/%1?key=hush"_s.arg(i)), {}, {1s, 2s}, Phase::Receive});
        const QString text = told(difference);
        QVERIFY(text.contains(
            u"http://a.example/9?key=redacted: 1.0 s -> 2.0 s, +1.0 s (2.0×); mostly in: Receive\n  and 2 more\n"_s));
        QVERIFY(!text.contains(u"hush"));
        QVERIFY(told(difference, plan::Redaction::Full).contains(u"hush"));
    }

    void nothingIsNothing() { QCOMPARE(told({}), QString()); }
};

LAPWING_TEST(DifferenceTextTest)
#include "tst_differencetext.moc"
