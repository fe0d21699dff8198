// SPDX-License-Identifier: MIT
#include "plan/distinctnames.h"
#include "support/testmain.h"

using namespace lapwing;

class TestNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstToAskGetsIt()
    {
        plan::DistinctNames names;
        QStringList given;
        for (const char *name :
             {"a.txt", "A.TXT", "b", "a.txt", "a (1).txt", "x.tar.gz", "x.tar.gz"})
            given << names.take(QString::fromLatin1(name));
        QStringList expected;
        for (const char *name :
             {"a.txt", "A (1).TXT", "b", "a (2).txt", "a (1) (1).txt", "x.tar.gz", "x (1).tar.gz"})
            expected << QString::fromLatin1(name);
        QCOMPARE(given, expected);
    }

    void aHundredThousandTwinsTakeNoQuadraticTime()
    {
        plan::DistinctNames names;
        QString last;
        for (int i = 0; i < 100'000; ++i)
            last = names.take(QStringLiteral("index.html"));
        QCOMPARE(last, QStringLiteral("index (99999).html"));
    }
};

LAPWING_TEST(TestNames)
#include "tst_distinctnames.moc"
