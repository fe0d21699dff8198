// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "usage/nearest.h"

class NearestTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void suggests_data();
    void suggests();
};

void NearestTest::suggests_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("meant"); ///< empty: nothing is near enough
    const auto row = [](const char *word, const char *meant) {
        QTest::newRow(word) << QString::fromLatin1(word) << QString::fromLatin1(meant);
    };
    row("--heder", "--header");   // left out
    row("--exporrt", "--export"); // one too many
    row("--jsno", "--json");      // exchanged
    row("--directery", "--directory");
    row("--dir", "--directory"); // abbreviated
    row("gte", "get");
    row("--h", ""); // of several
    row("-Z", "");
    row("--frobnicate", "");
    row("fetch", "");
    row("xyz", "");
    row("", "");
}

void NearestTest::suggests()
{
    QFETCH(QString, word);
    QFETCH(QString, meant);
    const QStringList known{QStringLiteral("--header"),    QStringLiteral("--help"),
                            QStringLiteral("--export"),    QStringLiteral("--json"),
                            QStringLiteral("--directory"), QStringLiteral("get"),
                            QStringLiteral("diff")};
    QCOMPARE(lapwing::usage::nearest(word, known), meant);
    QCOMPARE(lapwing::usage::nearest(QString(1000, u'x'), known), QString());
}

LAPWING_TEST(NearestTest)
#include "tst_nearest.moc"
