// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "text/phases.h"

#include <QSet>

using namespace lapwing;

class PhasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPhaseHasItsTitle()
    {
        QSet<QString> titles;
        for (std::size_t place = 0; place < measure::phaseCount; ++place) {
            titles << text::titleOf(static_cast<measure::Phase>(place));
            QVERIFY(!titles.contains(QString()));
        }
        QCOMPARE(titles.size(), static_cast<qsizetype>(measure::phaseCount));
    }
};

LAPWING_TEST(PhasesTest)
#include "tst_phases.moc"
