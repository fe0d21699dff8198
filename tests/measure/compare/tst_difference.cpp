// SPDX-License-Identifier: MIT
#include "measure/compare/difference.h"
#include "measure/recordbuilder.h"
#include "support/edited.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace lapwing::test;
using measure::Note;
using measure::Phase;

namespace {

QString link(const QString &host, int number)
{
    return QStringLiteral("https://%1/%2").arg(host).arg(number);
}

/// Three files of one.example and one of two.example: 10 ms set-up, 50 ms wait, 40 ms receive, 5 ms commit.
record::Run usualRun()
{
    record::Run run;
    run.facts.elapsed = ms(1000);
    for (int id = 1; id <= 4; ++id) {
        const QString url = link(QLatin1String(id < 4 ? "one.example" : "two.example"), id);
        run.tasks.push_back(doneTask(id, {hop(url, 0, 10, 60, 100)}, 1000, 105));
        run.tasks.back().edit().name = QString::number(id);
    }
    return run;
}

/// The header of that task came later by so much, and all after it.
void delayHeader(record::Run &run, std::size_t place, double by)
{
    record::TaskRecord &task = run.tasks.at(place).edit();
    record::Attempt &attempt = task.attempts.front();
    for (std::optional<record::Stamp> *stamp :
         {&attempt.hops.front().headers, &attempt.hops.front().end, &attempt.received, &attempt.end,
          &task.end})
        **stamp += ms(by);
}

const measure::PhaseChange *find(const std::vector<measure::PhaseChange> &phases, Phase phase)
{
    const auto found = std::ranges::find(phases, phase, &measure::PhaseChange::phase);
    return found == phases.end() ? nullptr : &*found;
}

using Spoil = void (*)(record::Run &before, record::Run &after);

} // namespace

class DifferenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChangeNeedsBoth();
    void alikeRunsDoNotDiffer();
    void whereItGotSlower();
    void whereItGotFaster();
    void aHundredthIsSmall();
    void phasesAreSumsOverCommonTasks();
    void aPhaseThatWasNotThereTookNoTime();
    void tasksAreTheSameByTheirLink();
    void ofOneLinkTwice();
    void theLargestChangeComesFirst();
    void theLargestChangeIsTheLargestInTheTable();
    void theLargestChangeIsAtAHostThatChangedTheSameWay();
    void queuedIsNotTheReason();
    void timesAreOfTheFilesThatCameInBoth();
    void whatFailedInOneRunStandsFirst();
    void whatCameInNeitherIsNotCompared();
    void whatDidNotDoTheSameIsNotCompared_data();
    void whatDidNotDoTheSameIsNotCompared();
    void notesOnWhatIsHardToCompare_data();
    void notesOnWhatIsHardToCompare();
};

void DifferenceTest::aChangeNeedsBoth()
{
    const measure::Change change{ms(100), ms(150)};
    QCOMPARE(change.by(), ms(50));
    QCOMPARE(change.times(), 1.5);
    QVERIFY(!measure::Change({}, ms(1)).by() && !measure::Change(ms(1), {}).times());
    QVERIFY(!measure::Change(ms(0), ms(1)).times());
    QCOMPARE(measure::Change(ms(3), ms(1)).by(), ms(-2));
}

void DifferenceTest::alikeRunsDoNotDiffer()
{
    const measure::Difference difference = measure::differenceOf(usualRun(), usualRun());
    QCOMPARE(difference.elapsed.by(), ms(0));
    QVERIFY(difference.isSmall);
    QVERIFY(!difference.largest);
    QVERIFY(difference.notes.empty());
    QCOMPARE(difference.onlyBefore + difference.onlyAfter, 0);
    for (const measure::TaskChange &task : difference.tasks)
        QVERIFY(task.own.by() == ms(0) && !task.phase);
}

void DifferenceTest::whereItGotSlower()
{
    record::Run after = usualRun();
    after.facts.elapsed = ms(1500);
    delayHeader(after, 1, 500);
    delayHeader(after, 2, 100);
    const measure::Difference difference = measure::differenceOf(usualRun(), after);
    QCOMPARE(difference.elapsed.by(), ms(500));
    QCOMPARE(find(difference.phases, Phase::Wait)->change.by(), ms(600));
    QCOMPARE(find(difference.phases, Phase::Receive)->change.by(), ms(0));
    QCOMPARE(difference.hosts.size(), std::size_t{2});
    QCOMPARE(difference.hosts.front().host, QStringLiteral("https://one.example:443"));
    QCOMPARE(difference.hosts.front().files, 3);
    QCOMPARE(difference.hosts.front().own.by(), ms(600));
    QVERIFY(difference.hosts.front().most->phase == Phase::Wait);
    QCOMPARE(difference.hosts.back().own.by(), ms(0));
    QVERIFY(!difference.hosts.back().most);
    QCOMPARE(difference.tasks.front().name, QStringLiteral("2"));
    QVERIFY(difference.tasks.front().phase == Phase::Wait);
    QVERIFY(!difference.isSmall);
    QVERIFY(difference.largest);
    QCOMPARE(difference.largest->host, QStringLiteral("https://one.example:443"));
    QVERIFY(difference.largest->phase.phase == Phase::Wait);
    QCOMPARE(difference.largest->phase.change.before, ms(200)); // as in the table of the phases
    QCOMPARE(difference.largest->phase.change.after, ms(800));
    QVERIFY(!difference.largest->isAfterQueue);
}

void DifferenceTest::whereItGotFaster()
{
    record::Run before = usualRun();
    before.facts.elapsed = ms(2000);
    delayHeader(before, 3, 900);
    const measure::Difference difference = measure::differenceOf(before, usualRun());
    QVERIFY(!difference.isSmall);
    QCOMPARE(difference.elapsed.by(), ms(-1000));
    QCOMPARE(difference.elapsed.times(), 0.5);
    QCOMPARE(difference.hosts.front().host, QStringLiteral("https://two.example:443"));
    QCOMPARE(difference.tasks.front().own.by(), ms(-900));
}

void DifferenceTest::aHundredthIsSmall()
{
    record::Run after = usualRun();
    after.facts.elapsed = ms(1010);
    QVERIFY(measure::differenceOf(usualRun(), after).isSmall);
    after.facts.elapsed = ms(1011);
    QVERIFY(!measure::differenceOf(usualRun(), after).isSmall);
}

void DifferenceTest::phasesAreSumsOverCommonTasks()
{
    record::Run after = usualRun();
    after.tasks.pop_back();
    const measure::Difference difference = measure::differenceOf(usualRun(), after);
    QCOMPARE(difference.onlyBefore, 1);
    QCOMPARE(difference.onlyAfter, 0);
    QCOMPARE(find(difference.phases, Phase::Wait)->change.before, ms(150));
    QCOMPARE(find(difference.phases, Phase::Wait)->change.after, ms(150));
    QVERIFY(find(difference.phases, Phase::Send) == nullptr); // nobody can see it
    QVERIFY(std::ranges::is_sorted(difference.phases, {}, &measure::PhaseChange::phase));
}

/// The second run had to try one file again.
void DifferenceTest::aPhaseThatWasNotThereTookNoTime()
{
    record::Run after = usualRun();
    record::TaskRecord &task = after.tasks.front().edit();
    record::Attempt failed = task.attempts.front();
    failed.failure.emplace();
    failed.end = ms(0);
    failed.hops.clear();
    task.attempts.front().start = ms(3000);
    task.attempts.insert(task.attempts.begin(), failed);
    const measure::Difference difference = measure::differenceOf(usualRun(), after);
    QCOMPARE(find(difference.phases, Phase::Retry)->change.by(), ms(3000));
    QVERIFY(difference.hosts.front().most->phase == Phase::Retry);
    const auto task1 =
        std::ranges::find(difference.tasks, QStringLiteral("1"), &measure::TaskChange::name);
    QVERIFY(task1->phase == Phase::Retry);
}

void DifferenceTest::tasksAreTheSameByTheirLink()
{
    record::Run after = usualRun();
    std::ranges::reverse(after.tasks);
    delayHeader(after, 0, 70); // the one of two.example
    after.tasks.at(1).edit().url = QUrl(link(QStringLiteral("new.example"), 1));
    const measure::Difference difference = measure::differenceOf(usualRun(), after);
    QCOMPARE(difference.onlyBefore, 1);
    QCOMPARE(difference.onlyAfter, 1);
    QCOMPARE(difference.tasks.size(), std::size_t{3});
    QCOMPARE(difference.tasks.front().name, QStringLiteral("4"));
    QCOMPARE(difference.tasks.front().own.by(), ms(70));
}

void DifferenceTest::ofOneLinkTwice()
{
    record::Run before = usualRun();
    before.tasks.at(1).edit().url = before.tasks.at(0)->url;
    record::Run after = before;
    delayHeader(after, 1, 40);
    const measure::Difference difference = measure::differenceOf(before, after);
    QCOMPARE(difference.tasks.size(), std::size_t{4});
    QCOMPARE(difference.tasks.front().name, QStringLiteral("2"));
    after.tasks.erase(after.tasks.begin());
    QCOMPARE(measure::differenceOf(before, after).onlyBefore, 1);
}

void DifferenceTest::theLargestChangeComesFirst()
{
    record::Run before = usualRun();
    record::Run after = usualRun();
    delayHeader(before, 0, 300);
    delayHeader(after, 1, 200);
    delayHeader(after, 3, 250);
    const measure::Difference difference = measure::differenceOf(before, after);
    QStringList names;
    for (const measure::TaskChange &task : difference.tasks)
        names << task.name;
    QCOMPARE(names.join(QString()), QStringLiteral("1423"));
    QCOMPARE(difference.hosts.front().own.by(), ms(250)); // of the other -300 + 200
}

/// One host waited longer and the other less by as much: nothing that the table of the phases could show.
void DifferenceTest::theLargestChangeIsTheLargestInTheTable()
{
    record::Run before = usualRun();
    record::Run after = usualRun();
    delayHeader(before, 0, 600);
    delayHeader(after, 3, 600);
    record::Attempt &saved = after.tasks.at(1).edit().attempts.front();
    *saved.end += ms(20);
    const measure::Difference difference = measure::differenceOf(before, after);
    QCOMPARE(find(difference.phases, Phase::Wait)->change.by(), ms(0));
    QVERIFY(difference.largest->phase.phase == Phase::Commit);
    QCOMPARE(difference.largest->phase.change.by(),
             find(difference.phases, Phase::Commit)->change.by());
    QCOMPARE(difference.largest->host, QStringLiteral("https://one.example:443"));
    QVERIFY(difference.hosts.front().most->phase == Phase::Wait);
}

/// One waits 600 ms less, two others 700 ms more: not the one is why it is longer.
void DifferenceTest::theLargestChangeIsAtAHostThatChangedTheSameWay()
{
    record::Run before = usualRun();
    record::Run after = usualRun();
    for (record::Run *run : {&before, &after})
        run->tasks.at(1).edit().url = QUrl(link(QStringLiteral("three.example"), 2));
    delayHeader(before, 3, 600);
    delayHeader(after, 0, 300);
    delayHeader(after, 1, 400);
    measure::Difference difference = measure::differenceOf(before, after);
    QCOMPARE(difference.largest->phase.change.by(), ms(100));
    QCOMPARE(difference.largest->host, QStringLiteral("https://three.example:443"));
    difference = measure::differenceOf(after, before);
    QCOMPARE(difference.largest->phase.change.by(), ms(-100));
    QCOMPARE(difference.largest->host, QStringLiteral("https://three.example:443"));
}

/// A file that began later by a second; what it was that changed is in another.
void DifferenceTest::queuedIsNotTheReason()
{
    record::Run after = usualRun();
    after.facts.elapsed = ms(2000);
    after.tasks.front().edit().start = ms(1000);
    delayHeader(after, 1, 300);
    const measure::Difference difference = measure::differenceOf(usualRun(), after);
    QCOMPARE(find(difference.phases, Phase::Queued)->change.by(), ms(1000));
    QVERIFY(difference.largest && difference.largest->phase.phase == Phase::Wait);
    QVERIFY(difference.largest->isAfterQueue);
    QVERIFY(difference.hosts.front().most->phase == Phase::Wait);
}

/// The first run also tried a link again and again that did not exist.
void DifferenceTest::timesAreOfTheFilesThatCameInBoth()
{
    record::Run before = usualRun();
    record::TaskRecord dead =
        doneTask(5, {hop(link(QStringLiteral("one.example"), 5), 0, 10, 20, 20, 404)}, 0, 30'000);
    dead.state = record::TaskState::Failed;
    dead.attempts.front().failure.emplace();
    before.tasks.push_back(dead);
    before.facts.elapsed = ms(30'000);
    record::Run after = usualRun();
    after.facts.elapsed = ms(105);
    for (const bool isInBoth : {false, true}) {
        if (isInBoth)
            after.tasks.push_back(dead);
        const measure::Difference difference = measure::differenceOf(before, after);
        QCOMPARE(difference.files, 4);
        QCOMPARE(difference.elapsed.before, ms(105)); // as the history has it
        QCOMPARE(difference.elapsed.after, ms(105));
        QCOMPARE(difference.whole.before, ms(30'000));
        QCOMPARE(difference.whole.after, ms(105));
        QVERIFY(difference.isSmall && !difference.largest);
        QCOMPARE(difference.tasks.size(), std::size_t{4});
        QCOMPARE(find(difference.phases, Phase::Wait)->change.before, ms(200));
        QCOMPARE(difference.hosts.front().files + difference.hosts.back().files, 4);
    }
}

void DifferenceTest::whatFailedInOneRunStandsFirst()
{
    record::Run after = usualRun();
    delayHeader(after, 1, 500);
    after.tasks.back().edit().state = record::TaskState::Failed;
    const measure::Difference difference = measure::differenceOf(usualRun(), after);
    const measure::TaskChange &first = difference.tasks.front();
    QCOMPARE(first.name, QStringLiteral("4"));
    QVERIFY(first.isOfOneRun() && !first.phase);
    QCOMPARE(first.own.before, ms(90));
    QVERIFY(!first.own.after && first.after == record::TaskState::Failed);
    QCOMPARE(difference.tasks.at(1).name, QStringLiteral("2"));
    QCOMPARE(difference.files, 3);
}

void DifferenceTest::whatCameInNeitherIsNotCompared()
{
    record::Run before = usualRun();
    record::Run after = usualRun();
    for (record::Run *run : {&before, &after})
        run->tasks.back().edit().state = record::TaskState::Failed;
    before.tasks.front().edit().state =
        record::TaskState::Cancelled; // of a run that was stopped: no failure
    before.facts.stopped = true;
    QCOMPARE(measure::differenceOf(before, after).tasks.size(), std::size_t{2});
    before.tasks.clear();
    after.tasks.resize(1);
    const measure::Difference difference = measure::differenceOf(before, after);
    QVERIFY(!difference.elapsed.by() && difference.whole.by() && difference.files == 0);
    QCOMPARE(difference.links, 0);
    after = before = usualRun();
    after.tasks.front().edit().url = QUrl(link(QStringLiteral("new.example"), 1));
    for (record::TaskRecord &task : test::edited(after.tasks))
        task.state = record::TaskState::Failed;
    QCOMPARE(measure::differenceOf(before, after).links, 3);
}

void DifferenceTest::whatDidNotDoTheSameIsNotCompared_data()
{
    using measure::Obstacle;
    using Kind = Obstacle::Kind;
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<Obstacle>("obstacle");
    QTest::addColumn<int>("files");
    QTest::newRow("all on disk") << Spoil([](record::Run &, record::Run &after) {
        for (record::TaskRecord &task : test::edited(after.tasks)) {
            task.alreadyThere = true;
            task.bytes = 0;
        }
    }) << Obstacle{Kind::OnDiskBefore, 0, 4, 4, 4}
                                 << 0;
    QTest::newRow("a part on disk")
        << Spoil([](record::Run &before, record::Run &) { before.tasks.front().edit().kept = 10; })
        << Obstacle{Kind::OnDiskBefore, 1, 0, 4, 4} << 3;
    QTest::newRow("on disk before both") << Spoil([](record::Run &before, record::Run &after) {
        before.tasks.front().edit().kept = after.tasks.front().edit().kept = 10;
    }) << Obstacle{Kind::OnDiskBefore, 1, 1, 4, 4}
                                         << 3;
    QTest::newRow("stopped") << Spoil([](record::Run &, record::Run &after) {
        after.facts.stopped = true;
        after.tasks.back().edit().state = record::TaskState::Cancelled;
    }) << Obstacle{Kind::Unfinished, 0, 1, 4, 4}
                             << 3;
    QTest::newRow("interrupted") << Spoil([](record::Run &before, record::Run &) {
        before.tasks.back().edit().state = record::TaskState::Queued;
    }) << Obstacle{Kind::Unfinished, 1, 0, 4, 4}
                                 << 3;
    QTest::newRow("failed in one") << Spoil([](record::Run &, record::Run &after) {
        after.tasks.back().edit().state = record::TaskState::Failed;
    }) << Obstacle{Kind::Missing, 0, 1}
                                   << 3;
    QTest::newRow("a longer list")
        << Spoil([](record::Run &before, record::Run &) { before.tasks.pop_back(); })
        << Obstacle{Kind::Missing, 1, 0} << 3;
    QTest::newRow("another size") << Spoil(
        [](record::Run &before, record::Run &) { before.tasks.back().edit().bytes = 7; })
                                  << Obstacle{Kind::OtherSizes, 0, 1} << 3;
}

/// The second run found ten of ten files on disk, and was told to be 19.9 s faster.
void DifferenceTest::whatDidNotDoTheSameIsNotCompared()
{
    QFETCH(Spoil, spoil);
    QFETCH(measure::Obstacle, obstacle);
    QFETCH(int, files);
    record::Run before = usualRun();
    record::Run after = usualRun();
    after.facts.elapsed = ms(50);
    QVERIFY(!measure::differenceOf(before, after).obstacle);
    spoil(before, after);
    const measure::Difference difference = measure::differenceOf(before, after);
    QVERIFY(difference.obstacle && !difference.isComparable());
    QCOMPARE(*difference.obstacle, obstacle);
    QCOMPARE(difference.files, files);
    QVERIFY(!difference.elapsed.by() && !difference.whole.by() && !difference.whole.times());
    QCOMPARE(difference.whole.before, before.facts.elapsed);
    const auto changed =
        std::ranges::count_if(difference.tasks, [](const measure::TaskChange &task) {
            return task.own.by().has_value();
        });
    QCOMPARE(changed, files);
}

void DifferenceTest::notesOnWhatIsHardToCompare_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<Note>("note");
    QTest::newRow("another mode") << Spoil([](record::Run &before, record::Run &) {
        before.facts.mode = plan::Mode::OneAtATime;
        before.facts.atOnce = 1;
    }) << Note{Note::Kind::OtherMode};
    QTest::newRow("another number")
        << Spoil([](record::Run &before, record::Run &) { before.facts.atOnce = 12; })
        << Note{Note::Kind::OtherAtOnce, 12, 6};
    QTest::newRow("a number that changed") << Spoil([](record::Run &, record::Run &after) {
        after.facts.atOnceChanges = {{ms(100), 12}};
    }) << Note{Note::Kind::NumberChanged, 0, 1};
    QTest::newRow("nothing written")
        << Spoil([](record::Run &, record::Run &after) { after.facts.discarded = true; })
        << Note{Note::Kind::OneDiscarded};
    QTest::newRow("stopped") << Spoil([](record::Run &, record::Run &after) {
        after.facts.stopped = true;
    }) << Note{Note::Kind::Stopped};
    QTest::newRow("failed") << Spoil([](record::Run &, record::Run &after) {
        after.tasks.back().edit().state = record::TaskState::Failed;
    }) << Note{Note::Kind::Failed, 0, 1};
    QTest::newRow("another size") << Spoil([](record::Run &before, record::Run &) {
        before.tasks.back().edit().bytes = 7;
    }) << Note{Note::Kind::OtherSizes, 0, 0, 1};
    QTest::newRow("was there") << Spoil([](record::Run &, record::Run &after) {
        after.tasks.back().edit().alreadyThere = true;
        after.tasks.back().edit().bytes = 0;
    }) << Note{Note::Kind::OnDiskBefore, 0, 0, 1};
}

void DifferenceTest::notesOnWhatIsHardToCompare()
{
    QFETCH(Spoil, spoil);
    QFETCH(Note, note);
    record::Run before = usualRun();
    record::Run after = usualRun();
    spoil(before, after);
    QCOMPARE(measure::differenceOf(before, after).notes, std::vector<Note>{note});
}

LAPWING_TEST(DifferenceTest)
#include "tst_difference.moc"
