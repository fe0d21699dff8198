// SPDX-License-Identifier: MIT
#include "engine/disk/distinctnames.h"
#include "support/testmain.h"

using namespace lapwing;

class TestNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstToAskGetsIt()
    {
        std::vector<plan::Entry> entries;
        for (const char *name :
             {"a.txt", "A.TXT", "b", "a.txt", "a (1).txt", "x.tar.gz", "x.tar.gz"})
            entries.push_back({0, {}, {}, QString::fromLatin1(name)});
        QStringList expected;
        for (const char *name :
             {"a.txt", "A (1).TXT", "b", "a (2).txt", "a (1) (1).txt", "x.tar.gz", "x (1).tar.gz"})
            expected << QString::fromLatin1(name);
        QCOMPARE(engine::distinctNames(entries), expected);
    }

    void aHundredThousandTwinsTakeNoQuadraticTime()
    {
        const std::vector<plan::Entry> entries(
            100'000, plan::Entry{0, {}, {}, QStringLiteral("index.html")});
        QCOMPARE(engine::distinctNames(entries).constLast(), QStringLiteral("index (99999).html"));
    }
};

LAPWING_TEST(TestNames)
#include "tst_names.moc"
