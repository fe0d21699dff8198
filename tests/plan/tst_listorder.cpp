// SPDX-License-Identifier: MIT
#include "plan/listorder.h"
#include "support/testmain.h"

#include <algorithm>

using namespace lapwing::plan;
using Ids = std::vector<int>;

namespace {

std::vector<EntryTurn> list(const Ids &ids)
{
    std::vector<EntryTurn> turns;
    for (const int id : ids)
        turns.push_back({id, {Priority::Normal, static_cast<qint64>(turns.size()) + 1}});
    return turns;
}

void change(std::vector<EntryTurn> &turns, const std::vector<EntryTurn> &changes)
{
    for (const EntryTurn &change : changes)
        std::ranges::find(turns, change.id, &EntryTurn::id)->turn = change.turn;
}

/// The ids in the order that the turns say.
Ids order(std::vector<EntryTurn> turns)
{
    std::ranges::sort(turns, {}, &EntryTurn::turn);
    Ids ids;
    for (const EntryTurn &each : turns)
        ids.push_back(each.id);
    return ids;
}

} // namespace

class ListOrderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theChosenMoveTogether_data()
    {
        QTest::addColumn<int>("move");
        QTest::addColumn<QList<int>>("chosen");
        QTest::addColumn<QList<int>>("after");
        const auto row = [](const char *name, Move move, QList<int> chosen, QList<int> after) {
            QTest::newRow(name) << static_cast<int>(move) << chosen << after;
        };
        row("one to the top", Move::Top, {4}, {4, 1, 2, 3, 5});
        row("several keep their order", Move::Top, {5, 3}, {3, 5, 1, 2, 4});
        row("to the bottom", Move::Bottom, {3, 1}, {2, 4, 5, 1, 3});
        row("up", Move::Up, {3}, {1, 3, 2, 4, 5});
        row("a group up", Move::Up, {3, 4}, {1, 3, 4, 2, 5});
        row("two apart up", Move::Up, {3, 5}, {1, 3, 2, 5, 4});
        row("what is at the top stays, what follows comes up to it", Move::Up, {1, 3},
            {1, 3, 2, 4, 5});
        row("a group at the top stays", Move::Up, {1, 2}, {1, 2, 3, 4, 5});
        row("down", Move::Down, {3}, {1, 2, 4, 3, 5});
        row("a group down", Move::Down, {2, 3}, {1, 4, 2, 3, 5});
        row("a group at the bottom stays", Move::Down, {4, 5}, {1, 2, 3, 4, 5});
        row("all to the top", Move::Top, {1, 2, 3, 4, 5}, {1, 2, 3, 4, 5});
        row("what is not there", Move::Top, {9}, {1, 2, 3, 4, 5});
    }
    void theChosenMoveTogether()
    {
        QFETCH(int, move);
        QFETCH(QList<int>, chosen);
        QFETCH(QList<int>, after);
        std::vector<EntryTurn> turns = list({1, 2, 3, 4, 5});
        change(turns, moved(turns, Ids(chosen.begin(), chosen.end()), static_cast<Move>(move)));
        QCOMPARE(order(turns), Ids(after.begin(), after.end()));
    }

    void whatDoesNotMoveIsNotToldOf()
    {
        const std::vector<EntryTurn> turns = list({1, 2, 3, 4});
        QVERIFY(moved(turns, {1}, Move::Top).empty());
        QVERIFY(moved(turns, {1, 2}, Move::Up).empty());
        QVERIFY(moved(turns, {4}, Move::Bottom).empty());
        QCOMPARE(moved(turns, {3}, Move::Top).size(), std::size_t(1));
        QCOMPARE(moved(turns, {3}, Move::Up).size(), std::size_t(2));
    }

    /// A step among those that are shown: what is hidden keeps its place.
    void stepsPassOverWhatIsHidden()
    {
        std::vector<EntryTurn> turns = list({1, 2, 3, 4, 5});
        const std::vector<EntryTurn> shown{turns[0], turns[4]};
        change(turns, moved(shown, {5}, Move::Up));
        QCOMPARE(order(turns), (Ids{5, 2, 3, 4, 1}));
    }

    void againAndAgainIsAsGood()
    {
        std::vector<EntryTurn> turns = list({1, 2, 3});
        for (const int id : {3, 2, 1, 3})
            change(turns, moved(turns, {id}, Move::Top));
        QCOMPARE(order(turns), (Ids{3, 1, 2}));
        for (const int id : {1, 2})
            change(turns, moved(turns, {id}, Move::Bottom));
        QCOMPARE(order(turns), (Ids{3, 1, 2}));
    }

    void thePriorityStays()
    {
        std::vector<EntryTurn> turns = list({1, 2});
        turns[1].turn.priority = Priority::Low;
        const std::vector<EntryTurn> changes = moved(turns, {2}, Move::Top);
        QCOMPARE(changes.front().turn.priority, Priority::Low);
        change(turns, changes);
        QCOMPARE(order(turns), (Ids{1, 2})); // by priority first
    }
};

LAPWING_TEST(ListOrderTest)
#include "tst_listorder.moc"
