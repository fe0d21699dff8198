// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "text/trial.h"

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;
using record::Stop;
using record::Trial;

class TrialTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ofASweep()
    {
        QCOMPARE(text::whyStopped(Trial::Kind::Sweep, Stop{Stop::Reason::Refused, 8}),
                 u"A server reported that 8 at a time is too many. Higher numbers were not "
                 u"tried."_s);
        QCOMPARE(text::whyStopped(Trial::Kind::Sweep, Stop{Stop::Reason::Failed, 16}),
                 u"With 16 at a time some downloads failed. Higher numbers were not tried."_s);
    }

    void ofAComparison()
    {
        QCOMPARE(text::whyStopped(Trial::Kind::Compare, Stop{Stop::Reason::Failed, 6}),
                 u"With 6 at a time some downloads failed. The remaining rounds were skipped "
                 u"because they could not be compared."_s);
    }

    void nothingIsSaidWhenNothingWasLeftOut()
    {
        QCOMPARE(text::whyStopped(Trial::Kind::Sweep, {}), QString());
    }
};

LAPWING_TEST(TrialTest)
#include "tst_trial.moc"
