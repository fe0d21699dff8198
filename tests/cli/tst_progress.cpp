// SPDX-License-Identifier: MIT
#include "cli/progress/progress.h"
#include "console.h"
#include "records.h"
#include "support/otherwords.h"
#include "support/testmain.h"
#include "text/displaywidth.h"
#include "text/failure.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace lapwing;
using namespace std::chrono_literals;
using cli::ProgressKind;
using record::TaskState;
using test::Console;

namespace {

QString name(const char *text)
{
    return QString::fromUtf8(text);
}

plan::Plan planOfTwo()
{
    plan::Plan plan;
    plan.entries = {test::entry(1, name("a")), test::entry(2, name("b"))};
    return plan;
}

record::Batch batch(record::Stamp elapsed, std::vector<record::SharedRecord> changed)
{
    record::Batch batch;
    batch.facts.elapsed = elapsed;
    batch.changed = std::move(changed);
    return batch;
}

/// Half of a file of 1000 bytes.
record::TaskRecord half(int id, const char *of)
{
    record::TaskRecord task = test::task(id, name(of), TaskState::Downloading);
    task.bytes = 500;
    task.size = 1000;
    return task;
}

/// One half, then done; the other fails.
void play(cli::Progress &progress)
{
    progress.begin(planOfTwo());
    progress.changed(batch(1s, {half(1, "a")}));
    progress.note(name("Stopping.\x1b[2J"));
    progress.changed(batch(2s, {test::task(1, name("a"), TaskState::Done)}));
    progress.changed(batch(
        6s,
        {test::task(1, name("a"), TaskState::Done), test::task(2, name("b"), TaskState::Failed)}));
    record::RunFacts facts;
    facts.elapsed = 6s;
    progress.end(facts);
}

QList<QJsonObject> jsonLines(const QByteArray &text)
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : text.trimmed().split('\n'))
        objects << QJsonDocument::fromJson(line).object();
    return objects;
}

} // namespace

class ProgressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bar();
    void barFitsTheTerminal_data();
    void barFitsTheTerminal();
    void barFitsTheTerminalInEveryLanguage_data();
    void barFitsTheTerminalInEveryLanguage();
    void plain();
    void json();
    void jsonHidesSecrets();
    void aRetryIsSaidOnce_data();
    void aRetryIsSaidOnce();
    void aRetryIsSaidInEveryLanguage();
    void aRetryIsAnEvent();
    void aServerThatIsNotAskedAnyMoreIsSaidOnce();
    void aStepDownIsSaidOnce();
    void aHoldIsSaidOnce();
    void aFullDiskIsSaidOnce();
    void aFullDiskIsInEachStanding();
    void none();
    void whichKind_data();
    void whichKind();
};

void ProgressTest::bar()
{
    Console console({}, true, false);
    play(*cli::makeProgress(ProgressKind::Bar, plan::Redaction::Redacted, console.streams()));
    const QString notBroken = name("\r\x1b[K");
    QCOMPARE(
        QString::fromUtf8(console.err()),
        name("\r[=======                       ] 0 of 2, 500 bytes, 500 bytes/s\x1b[K") + notBroken
            + name("Stopping.\uFFFD[2J\n"
                   "\r[===============               ] 1 of 2, 1.0 kB, 500 bytes/s\x1b[K"
                   "\r[==============================] 2 of 2, 1 failed, 1.0 kB, 167 bytes/s\x1b[K")
            + notBroken);
}

void ProgressTest::barFitsTheTerminal_data()
{
    QTest::addColumn<int>("columns");
    for (const int columns : {1, 10, 33, 34, 46, 80, 300})
        QTest::addRow("%d", columns) << columns;
}

void ProgressTest::barFitsTheTerminal()
{
    QFETCH(int, columns);
    Console console({}, true, false);
    console.setColumns(columns);
    const auto progress =
        cli::makeProgress(ProgressKind::Bar, plan::Redaction::Redacted, console.streams());
    progress->begin(planOfTwo());
    progress->changed(batch(1s, {half(1, "a")}));
    QVERIFY(console.err().startsWith('\r') && console.err().endsWith("\x1b[K"));
    QVERIFY(console.err().size() - 4 < columns);
}

void ProgressTest::barFitsTheTerminalInEveryLanguage_data()
{
    barFitsTheTerminal_data();
}

/// A character of Korean is as wide as two others.
void ProgressTest::barFitsTheTerminalInEveryLanguage()
{
    QFETCH(int, columns);
    const test::OtherWords korean({{name("%1 of %2"), name("다운로드 %2개 중 %1개 완료")}});
    Console console({}, true, false);
    console.setColumns(columns);
    const auto progress =
        cli::makeProgress(ProgressKind::Bar, plan::Redaction::Redacted, console.streams());
    progress->begin(planOfTwo());
    progress->changed(batch(1s, {half(1, "a")}));
    const QByteArray line = console.err().mid(1, console.err().size() - 4);
    QVERIFY(text::displayWidth(QString::fromUtf8(line)) < columns);
    QCOMPARE(line.contains("완료, 500 bytes, 500 bytes/s"), columns >= 80);
}

void ProgressTest::plain()
{
    Console console;
    play(*cli::makeProgress(ProgressKind::Plain, plan::Redaction::Redacted, console.streams()));
    const record::Failure failure = record::make(record::Cause::HttpStatus, {}, 404);
    QCOMPARE(QString::fromUtf8(console.err()),
             name("Stopping.\uFFFD[2J\n"
                  "done 1/2 /tmp/a\n"
                  "failed 2/2 http://example.org/b: %1 %2\n"
                  "6.0 s: 2 of 2, 1 failed, 1.0 kB, 167 bytes/s\n")
                 .arg(text::sentence(failure), text::advice(failure, text::Reader::CommandLine)));
}

void ProgressTest::json()
{
    Console console({}, true, true);
    play(*cli::makeProgress(ProgressKind::Json, plan::Redaction::Redacted, console.streams()));
    QVERIFY(!console.err().contains('\x1b'));
    const QList<QJsonObject> lines = jsonLines(console.err());
    QStringList events;
    for (const QJsonObject &line : lines)
        events << line[name("event")].toString();
    QCOMPARE(events.join(u' '), name("start progress note task progress task progress end"));
    QCOMPARE(lines.at(0)[name("format")].toString(), name("lapwing-progress"));
    QCOMPARE(lines.at(0)[name("version")].toInt(), 1);
    QCOMPARE(lines.at(0)[name("entries")].toInt(), 2);
    QCOMPARE(lines.at(2)[name("text")].toString(), name("Stopping.\x1b[2J"));
    QCOMPARE(lines.at(3)[name("path")].toString(), name("/tmp/a"));
    QVERIFY(lines.at(3)[name("error")].isNull());
    QVERIFY(lines.at(5)[name("path")].isNull());
    QCOMPARE(lines.at(5)[name("error")][name("code")].toString(), name("http-404"));
    QCOMPARE(lines.at(6)[name("failed")].toInt(), 1);
    QCOMPARE(lines.at(7)[name("elapsed_s")].toDouble(), 6.0);
}

void ProgressTest::jsonHidesSecrets()
{
    Console console;
    const auto progress =
        cli::makeProgress(ProgressKind::Json, plan::Redaction::Redacted, console.streams());
    progress->begin(planOfTwo());
    record::TaskRecord task = test::task(1, name("a"), TaskState::Failed);
    task.url = QUrl(name("http://example.org/a?token=hush"));
    record::Failure failure = *task.failure;
    failure.detail = name("Error transferring http://example.org/a?token=hush");
    task.failure = failure;
    progress->changed(batch(1s, {task}));
    QVERIFY2(!console.err().contains("hush"), console.err().constData());
}

void ProgressTest::aRetryIsSaidOnce_data()
{
    QTest::addColumn<ProgressKind>("kind");
    QTest::addColumn<int>("lines");
    QTest::newRow("plain") << ProgressKind::Plain << 2;
    QTest::newRow("json") << ProgressKind::Json << 2;
    QTest::newRow("none") << ProgressKind::None << 0;
}

/// Two waits, each told in several batches.
void ProgressTest::aRetryIsSaidOnce()
{
    QFETCH(ProgressKind, kind);
    Console console;
    const auto progress = cli::makeProgress(kind, plan::Redaction::Redacted, console.streams());
    progress->begin(planOfTwo());
    const record::TaskRecord first = test::retrying(1, name("a"), 3s);
    record::TaskRecord second = first;
    second.retryAt = 9s;
    progress->changed(batch(1s, {first}));
    progress->changed(batch(1s, {first, test::task(2, name("b"), TaskState::Waiting)}));
    progress->changed(batch(2s, {half(1, "a")}));
    progress->changed(batch(3s, {second}));
    progress->changed(batch(3s, {second}));
    const QByteArray word = kind == ProgressKind::Json ? "\"event\":\"retry\"" : "retrying in ";
    QTEST(static_cast<int>(console.err().count(word)), "lines");
    const QString reason = text::sentence(record::make(record::Cause::Stalled));
    if (kind == ProgressKind::Plain)
        QCOMPARE(QString::fromUtf8(console.err().split('\n').constFirst()),
                 name("retrying in 3.0 s: http://example.org/a: ") + reason);
}

void ProgressTest::aRetryIsSaidInEveryLanguage()
{
    const test::OtherWords korean(
        {{name("retrying"), name("재시도 중")}, {name(" in %1: %2: %3"), name(" %1 후: %2: %3")}});
    Console console;
    const auto progress =
        cli::makeProgress(ProgressKind::Plain, plan::Redaction::Redacted, console.streams());
    progress->begin(planOfTwo());
    progress->changed(batch(1s, {test::retrying(1, name("a"), 3s)}));
    QVERIFY2(console.err().startsWith("재시도 중 3.0 s 후: http://example.org/a: "),
             console.err().constData());
}

void ProgressTest::aRetryIsAnEvent()
{
    Console console;
    const auto progress =
        cli::makeProgress(ProgressKind::Json, plan::Redaction::Redacted, console.streams());
    progress->begin(planOfTwo());
    record::TaskRecord task = test::retrying(1, name("a"), 3s);
    task.url = QUrl(name("http://example.org/a?token=hush"));
    progress->changed(batch(1s, {task}));
    QVERIFY2(!console.err().contains("hush"), console.err().constData());
    const QJsonObject retry = jsonLines(console.err()).at(1);
    QCOMPARE(retry[name("event")].toString(), name("retry"));
    QCOMPARE(retry[name("id")].toInt(), 1);
    QCOMPARE(retry[name("wait_s")].toDouble(), 3.0);
    QCOMPARE(retry[name("attempts")].toInt(), 1);
    QCOMPARE(retry[name("error")][name("code")].toString(), name("stalled"));
    QCOMPARE(jsonLines(console.err()).at(2)[name("retrying")].toInt(), 1);
}

void ProgressTest::aStepDownIsSaidOnce()
{
    Console console;
    const auto progress =
        cli::makeProgress(ProgressKind::None, plan::Redaction::Redacted, console.streams());
    progress->begin(planOfTwo());
    record::Batch stepped = batch(1s, {});
    stepped.facts.steppedDown = {{1s, name("http://example.org:80"), 3}};
    progress->changed(stepped);
    progress->changed(stepped);
    QCOMPARE(console.err().count('\n'), 1);
    QVERIFY(console.err().startsWith("http://example.org:80 "));
    QVERIFY2(console.err().contains("to 3 at a time"), console.err().constData());
    stepped.facts.steppedDown.push_back({2s, name("http://example.org:80"), 1});
    progress->changed(stepped);
    QCOMPARE(console.err().count('\n'), 2);
}

void ProgressTest::aHoldIsSaidOnce()
{
    Console console;
    const auto progress =
        cli::makeProgress(ProgressKind::Plain, plan::Redaction::Redacted, console.streams());
    progress->begin(planOfTwo());
    record::Batch held = batch(1s, {});
    held.facts.holds = {{name("http://example.org:80"), 1s, 7s, {}}};
    progress->changed(held);
    held.facts.holds.front().to = 7s;
    progress->changed(held);
    QCOMPARE(console.err().count('\n'), 1);
    QVERIFY2(console.err().startsWith("http://example.org:80 asked Lapwing to wait 6"),
             console.err().constData());
    held.facts.holds.push_back({name("http://example.org:80"), 8s, 9s, {}});
    progress->changed(held);
    QCOMPARE(console.err().count('\n'), 2);
}

void ProgressTest::aServerThatIsNotAskedAnyMoreIsSaidOnce()
{
    Console console;
    const auto progress =
        cli::makeProgress(ProgressKind::None, plan::Redaction::Redacted, console.streams());
    const plan::Plan plan = planOfTwo();
    progress->begin(plan);
    std::vector<record::SharedRecord> tasks;
    for (const plan::Entry &entry : plan.entries) {
        record::TaskRecord task;
        task.id = entry.id;
        task.url = plan.entries.front().url;
        task.state = TaskState::Failed;
        task.failure = record::make(record::Cause::ConnectTimeout);
        tasks.push_back(task);
    }
    progress->changed(batch(1s, tasks));
    QCOMPARE(console.err().count('\n'), 1);
    QVERIFY2(console.err().contains("Its other links are not tried."), console.err().constData());
}

/// And that it goes on.
void ProgressTest::aFullDiskIsSaidOnce()
{
    Console console;
    const auto progress =
        cli::makeProgress(ProgressKind::None, plan::Redaction::Redacted, console.streams());
    progress->begin(planOfTwo());
    record::Batch full = batch(1s, {});
    full.facts.diskFull = record::make(record::Cause::DiskFull);
    progress->changed(full);
    progress->changed(full);
    QCOMPARE(console.err().count('\n'), 1);
    QVERIFY2(console.err().startsWith("The disk is full"), console.err().constData());
    progress->changed(batch(2s, {}));
    progress->changed(batch(3s, {}));
    QCOMPARE(console.err().count('\n'), 2);
    QVERIFY2(console.err().contains("Disk space is available again"), console.err().constData());
}

void ProgressTest::aFullDiskIsInEachStanding()
{
    Console console;
    const auto progress =
        cli::makeProgress(ProgressKind::Json, plan::Redaction::Redacted, console.streams());
    progress->begin(planOfTwo());
    record::Batch full = batch(1s, {});
    full.facts.diskFull = record::make(record::Cause::DiskFull);
    progress->changed(full);
    progress->changed(batch(2s, {}));
    QList<bool> told;
    for (const QJsonObject &line : jsonLines(console.err())) {
        if (line[name("event")] == name("progress"))
            told << line[name("disk_full")].toBool();
    }
    QCOMPARE(told, (QList<bool>{true, false}));
}

void ProgressTest::none()
{
    Console console({}, true, true);
    play(*cli::makeProgress(ProgressKind::None, plan::Redaction::Redacted, console.streams()));
    QCOMPARE(console.err(),
             QByteArray("Stopping.\xEF\xBF\xBD[2J\n")); // what has to be said is said
}

void ProgressTest::whichKind_data()
{
    QTest::addColumn<ProgressKind>("kind");
    QTest::addColumn<bool>("isTerminal");
    QTest::addColumn<bool>("isBar");
    QTest::newRow("auto on a terminal") << ProgressKind::Auto << true << true;
    QTest::newRow("auto elsewhere") << ProgressKind::Auto << false << false;
    QTest::newRow("bar elsewhere") << ProgressKind::Bar << false << false;
    QTest::newRow("plain on a terminal") << ProgressKind::Plain << true << false;
}

void ProgressTest::whichKind()
{
    QFETCH(ProgressKind, kind);
    QFETCH(bool, isTerminal);
    Console console({}, isTerminal, false);
    play(*cli::makeProgress(kind, plan::Redaction::Redacted, console.streams()));
    QTEST(console.err().contains('\r'), "isBar");
}

LAPWING_TEST(ProgressTest)
#include "text/failure.h"
#include "tst_progress.moc"
