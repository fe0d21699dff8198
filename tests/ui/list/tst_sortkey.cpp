// SPDX-License-Identifier: MIT
#include "list/sortkey.h"
#include "support/testmain.h"

#include <algorithm>
#include <numeric>
#include <random>

using namespace lapwing::ui;

namespace {

std::vector<int> rowsOf(const std::vector<SortKey> &keys)
{
    std::vector<int> rows(keys.size());
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

std::vector<SortKey> keysOf(const QVariantList &values)
{
    std::vector<SortKey> keys;
    for (const QVariant &value : values)
        keys.push_back(sortKeyOf(value));
    return keys;
}

std::vector<int> sorted(const QVariantList &values, Qt::SortOrder order = Qt::AscendingOrder)
{
    const std::vector<SortKey> keys = keysOf(values);
    std::vector<int> rows = rowsOf(keys);
    sortRows(rows, keys, order);
    return rows;
}

} // namespace

class SortKeyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesCompareAsPeopleCount()
    {
        const QStringList inOrder{QStringLiteral("a"),        QStringLiteral("B"),
                                  QStringLiteral("file 2"),   QStringLiteral("File 09"),
                                  QStringLiteral("file 9 b"), QStringLiteral("file 10"),
                                  QStringLiteral("file a"),   QStringLiteral("Größe")};
        for (qsizetype i = 1; i < inOrder.size(); ++i)
            QVERIFY2(naturalKey(inOrder[i - 1]) < naturalKey(inOrder[i]), qPrintable(inOrder[i]));
        QCOMPARE(naturalKey(QStringLiteral("A 007")), naturalKey(QStringLiteral("a 7")));
    }

    void unknownIsLastInEitherDirection()
    {
        const QVariantList values{3, QVariant(), 1, QVariant(), 2};
        QCOMPARE(sorted(values), (std::vector{2, 4, 0, 1, 3}));
        QCOMPARE(sorted(values, Qt::DescendingOrder), (std::vector{0, 4, 2, 1, 3}));
    }

    void equalOnesStayAsInTheList()
    {
        const QVariantList values{QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("b"),
                                  QStringLiteral("a")};
        QCOMPARE(sorted(values), (std::vector{1, 3, 0, 2}));
        QCOMPARE(sorted(values, Qt::DescendingOrder), (std::vector{0, 2, 1, 3}));
    }

    void theFastWayIsTheSameOrder_data()
    {
        QTest::addColumn<QString>("prefix");
        QTest::newRow("none") << QString();
        QTest::newRow("longer than a head") << QStringLiteral("a-common-beginning-");
    }

    void theFastWayIsTheSameOrder()
    {
        QFETCH(QString, prefix);
        std::mt19937 random(7); // the same each time
        QVariantList values;
        for (int i = 0; i < 3000; ++i) {
            const auto number = random() % 500;
            values << (number % 17 == 0 ? QVariant()
                                        : QVariant(prefix + QString::number(number % 40)
                                                   + QString::number(number % 5, 36)
                                                   + QStringLiteral("-behind-the-head-")
                                                   + QString::number(number)));
        }
        const std::vector<SortKey> keys = keysOf(values);
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            std::vector<int> exactly = rowsOf(keys);
            std::ranges::sort(exactly, KeyOrder(keys, order));
            QCOMPARE(sorted(values, order), exactly);
        }
    }
};

LAPWING_TEST(SortKeyTest)
#include "tst_sortkey.moc"
