// SPDX-License-Identifier: MIT
#include "primer/examples/examples.h"
#include "primer/lessontext.h"
#include "support/testmain.h"
#include "text/primer.h"
#include "theatre.h"

#include <QDir>
#include <QFile>

#include <latch>
#include <thread>

using namespace lapwing;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using primer::Doing;
using primer::Lesson;
using primer::Performance;
using primer::Scene;
using primer::StageEvent;

namespace {

qsizetype placeOf(const std::vector<StageEvent> &events, const QString &name, Doing doing)
{
    const auto found = std::ranges::find_if(events, [&](const StageEvent &event) {
        return event.name == name && event.doing == doing;
    });
    return found == events.end() ? -1 : found - events.begin();
}

qsizetype endOf(const Performance &performance, const QString &name)
{
    return placeOf(performance.events, name, Doing::Ended);
}

qsizetype beginOf(const Performance &performance, const QString &name)
{
    return placeOf(performance.events, name, Doing::Runs);
}

} // namespace

class LessonsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesAsLongAsTheTextSays_data();
    void takesAsLongAsTheTextSays();
    void threadsComputeBeside();
    void aProcessorThatSomethingElseHadIsTold();
    void threadsThatShareProcessorsAreNotStarved();
    void callersGoOnAtACoroutinesPause();
    void filesAreTrulyFetched();
    void valuesComeInTheOrderGiven();
    void numberIsAnsweredInBothScenes();
    void everySceneCanBeStopped_data();
    void everySceneCanBeStopped();
    void everyLessonHasAText();
    void whatIsShownIsWhatIsCompiled();
};

void LessonsTest::takesAsLongAsTheTextSays_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QStringList>("ends");
    const auto row = [](const char *scene, double seconds, const QString &ends) {
        QTest::newRow(scene) << seconds << ends.split(u' ');
    };
    row("io-bound", 2, u"A B"_s);
    row("blocking", 4, u"A B"_s);
    row("cpu-bound", 4, u"A B"_s);
    row("synchronous", 5, u"soup rice"_s);
    row("asynchronous", 3, u"rice soup"_s);
    row("subroutine", 5, u"subroutine main"_s);
    row("coroutine", 4, u"coroutine main"_s);
    row("awaits", 3, u"coroutine ring main"_s); // the thread's second is none here
    row("task", 2, u"count main"_s);
    row("gather", 3, u"B C A"_s);
    row("deliveries-in-turn", 12, u"A B C"_s);
    row("deliveries-together", 5, u"B C A"_s);
    row("number-awaited", 7, u"B C A number"_s);
    row("number-blocking", 11.5, u"number B C A"_s); // seven, and what was left of A
    row("two-calls", 5, u"A B main"_s);
    row("two-tasks", 3, u"B A main"_s);
}

void LessonsTest::takesAsLongAsTheTextSays()
{
    QFETCH(double, seconds);
    QFETCH(QStringList, ends);
    test::Theatre theatre;
    const Performance performance =
        theatre.play(test::sceneOf(QString::fromLatin1(QTest::currentDataTag())));
    QCOMPARE(std::chrono::duration<double>(performance.elapsed).count(), seconds);
    QCOMPARE(primer::endsOf(performance.events), ends);
    QVERIFY(!performance.isStopped && !performance.failure);
}

/// On the loop the second begins when the first has ended; on threads both are under way.
void LessonsTest::threadsComputeBeside()
{
    test::Theatre theatre;
    const Performance loop = theatre.play(test::sceneOf(u"cpu-bound"_s));
    QVERIFY(endOf(loop, u"A"_s) < beginOf(loop, u"B"_s));
    std::latch both(2); // neither is done before the other has begun, on any machine
    primer::StageSetting setting = theatre.setting();
    setting.compute = [&both](std::chrono::nanoseconds time, std::stop_token) {
        both.arrive_and_wait();
        return time;
    };
    const Performance threads = async::run(primer::play(test::sceneOf(u"cpu-threads"_s), setting));
    QVERIFY(beginOf(threads, u"B"_s) < endOf(threads, u"A"_s));
    QVERIFY(beginOf(threads, u"B"_s) < endOf(threads, u"B"_s));
    QVERIFY(placeOf(threads.events, u"B"_s, Doing::Computes) < 0);
}

/// A computation has no time at which it is due: nothing else says that it took too long.
void LessonsTest::aProcessorThatSomethingElseHadIsTold()
{
    test::Theatre theatre;
    QVERIFY(!theatre.play(test::sceneOf(u"subroutine"_s)).wasStarved);
    primer::StageSetting setting = theatre.setting();
    setting.compute = [](std::chrono::nanoseconds time, std::stop_token) { return 3 * time; };
    for (const char *scene : {"subroutine", "cpu-bound", "future"})
        QVERIFY2(async::run(primer::play(test::sceneOf(QLatin1String(scene)), setting)).wasStarved,
                 scene);
}

void LessonsTest::threadsThatShareProcessorsAreNotStarved()
{
    const int count = QThread::idealThreadCount() + 1;
    test::Theatre theatre;
    std::latch all(count);
    primer::StageSetting setting = theatre.setting();
    setting.compute = [&all](std::chrono::nanoseconds time, std::stop_token) {
        all.arrive_and_wait();
        return 3 * time;
    };
    primer::Stage stage(setting);
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < count; ++thread)
        threads.emplace_back([&stage] { stage.compute(1s); });
    threads.clear();
    QVERIFY(!stage.wasStarved());
}

void LessonsTest::callersGoOnAtACoroutinesPause()
{
    test::Theatre theatre;
    const Performance called = theatre.play(test::sceneOf(u"subroutine"_s));
    QVERIFY(endOf(called, u"subroutine"_s) < placeOf(called.events, u"main"_s, Doing::Computes));
    const Performance paused = theatre.play(test::sceneOf(u"coroutine"_s));
    const qsizetype pause = placeOf(paused.events, u"coroutine"_s, Doing::Waits);
    const qsizetype meanwhile = placeOf(paused.events, u"main"_s, Doing::Computes);
    QVERIFY(pause < meanwhile && meanwhile < endOf(paused, u"coroutine"_s));
}

void LessonsTest::filesAreTrulyFetched()
{
    async::SteadyClock clock;
    primer::StageSetting setting;
    setting.clock = &clock;
    setting.scale = 0.02;
    const Performance inTurn = async::run(primer::play(test::sceneOf(u"fetch-in-turn"_s), setting));
    QVERIFY(!inTurn.failure);
    QVERIFY(endOf(inTurn, u"A"_s) < beginOf(inTurn, u"B"_s));
    QVERIFY(inTurn.elapsed >= 5s - 100ms);
    const Performance together =
        async::run(primer::play(test::sceneOf(u"fetch-together"_s), setting));
    QVERIFY(!together.failure);
    QVERIFY(beginOf(together, u"B"_s) < endOf(together, u"A"_s));
    QVERIFY(together.elapsed >= 3s - 100ms);
}

void LessonsTest::valuesComeInTheOrderGiven()
{
    test::Theatre theatre;
    primer::Stage stage(theatre.setting());
    QCOMPARE(primer::examples::runTools(&stage), 123);
    QCOMPARE(primer::endsOf(stage.events()), QStringList({u"B"_s, u"C"_s, u"A"_s}));
}

void LessonsTest::numberIsAnsweredInBothScenes()
{
    for (const char *scene : {"number-awaited", "number-blocking"}) {
        test::Theatre theatre;
        const auto answered = theatre.play(test::sceneOf(QLatin1String(scene))).sum;
        QVERIFY(answered && *answered && **answered == 142);
        theatre.typed = u"many"_s;
        const auto refused = theatre.play(test::sceneOf(QLatin1String(scene))).sum;
        QVERIFY(refused && !*refused);
        QVERIFY(refused->error() == primer::NumberProblem::NotANumber);
    }
}

void LessonsTest::everySceneCanBeStopped_data()
{
    QTest::addColumn<QString>("scene");
    for (const Lesson &lesson : primer::lessons()) {
        for (const Scene &scene : lesson.scenes)
            QTest::newRow(scene.id) << QString::fromLatin1(scene.id);
    }
}

/// In hours that nobody waits for.
void LessonsTest::everySceneCanBeStopped()
{
    QFETCH(QString, scene);
    test::Theatre theatre;
    async::SteadyClock clock;
    std::stop_source source;
    primer::StageSetting setting;
    setting.clock = &clock;
    setting.scale = 3600;
    setting.keyboard = &theatre;
    setting.tell = [&source](const StageEvent &) { source.request_stop(); };
    setting.stop = source.get_token();
    const Performance performance = async::run(primer::play(test::sceneOf(scene), setting));
    QVERIFY(performance.isStopped && !performance.failure && !performance.sum);
    QVERIFY2(!primer::endsOf(performance.events).isEmpty(), "the code ran to its end");
}

void LessonsTest::everyLessonHasAText()
{
    QStringList pages{primer::pageFor(QLocale::c())};
    for (const QString &language : QDir(u":/help"_s).entryList(QDir::Dirs))
        pages << primer::pageFor(QLocale(language));
    for (const QString &page : pages) {
        const QList<primer::LessonText> texts = primer::textsOf(page);
        QCOMPARE(texts.size(), static_cast<qsizetype>(primer::lessons().size()));
        for (const primer::LessonText &text : texts)
            QVERIFY2(text.markdown.contains(u"await"), qUtf8Printable(text.title));
    }
    for (const Lesson &lesson : primer::lessons()) {
        QCOMPARE(primer::lessonOf(QLatin1String(lesson.id)), &lesson);
        for (const Scene &scene : lesson.scenes)
            QVERIFY2(!text::sceneTitle(QLatin1String(scene.id)).isEmpty(), scene.id);
    }
    QCOMPARE(primer::lessonOf(u"nothing"_s), nullptr);
}

void LessonsTest::whatIsShownIsWhatIsCompiled()
{
    for (const Lesson &lesson : primer::lessons()) {
        QFile file(qEnvironmentVariable("LAPWING_SOURCE_DIR")
                   + u"/src/primer/examples/%1.cpp"_s.arg(QLatin1String(lesson.source)));
        QVERIFY2(file.open(QIODevice::ReadOnly), lesson.source);
        const QString shown = primer::sourceOf(lesson);
        QVERIFY2(shown.size() > 200 && !shown.contains(u"SPDX"), lesson.source);
        QVERIFY(QString::fromUtf8(file.readAll()).contains(shown));
    }
}

LAPWING_TEST(LessonsTest)
#include "tst_lessons.moc"
