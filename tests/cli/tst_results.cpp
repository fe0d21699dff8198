// SPDX-License-Identifier: MIT
#include "cli/results.h"
#include "console.h"
#include "records.h"
#include "support/otherwords.h"
#include "support/testmain.h"
#include "text/failure.h"

using namespace lapwing;
using namespace std::chrono_literals;
using record::TaskState;
using test::Console;

namespace {

QString name(const char *text)
{
    return QString::fromUtf8(text);
}

/// Two files of 1000 bytes, and what a comparison said.
report::Document documentWith(std::optional<measure::Comparison> comparison)
{
    report::Document document;
    document.runs = {test::runOf(
        {test::task(1, name("a"), TaskState::Done), test::task(2, name("b"), TaskState::Done)},
        5s)};
    document.comparison = std::move(comparison);
    return document;
}

measure::Comparison measured(double value)
{
    measure::Comparison comparison;
    comparison.baseline = {measure::Baseline::Kind::Measured, 12s, std::nullopt};
    comparison.speedup.kind = measure::Baseline::Kind::Measured;
    comparison.speedup.value = value;
    comparison.speedup.rounds = 1;
    return comparison;
}

measure::Comparison estimated()
{
    measure::Comparison comparison;
    comparison.baseline.range = measure::Range{5100ms, 12s};
    comparison.speedup.low = 1.02;
    comparison.speedup.high = 2.4;
    return comparison;
}

} // namespace

class ResultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineForEachTask();
    void columnsStandInEveryLanguage();
    void hostileNamesAreHarmless();
    void queryValuesAreHidden();
    void nothingToCompare();
    void estimatedIsSaid();
    void measuredIsSaid_data();
    void measuredIsSaid();
    void notComparableGivesNoFigure();
    void unverifiedIsSaid();
    void interruptedIsSaid();
    void aFullDiskIsSaid_data();
    void aFullDiskIsSaid();
    void whatIsRemarkableIsSaid();
    void whatWasSaidByAPortWithoutHttpIsShown();
    void whatCameAgainIsSaid();
    void whatWasThereIsSaid();
    void whatWasSkippedIsSaid_data();
    void whatWasSkippedIsSaid();
    void tasksThatWaitAreTold_data();
    void tasksThatWaitAreTold();
};

void ResultsTest::aLineForEachTask()
{
    Console console;
    const record::Run run = test::runOf(
        {test::task(1, name("a"), TaskState::Done), test::task(2, name("b"), TaskState::Unverified),
         test::task(3, name("c"), TaskState::Failed), test::task(4, name("d"), TaskState::Queued)},
        1s);
    cli::sayTasks(console.streams().out, run, plan::Redaction::Redacted);
    const record::Failure failure = record::make(record::Cause::HttpStatus, {}, 404);
    QCOMPARE(QString::fromUtf8(console.out()),
             name("done           1.0 kB     0.5 s  /tmp/a\n"
                  "unverified     1.0 kB     0.5 s  /tmp/b\n"
                  "failed              –         –  http://example.org/c: %1 %2\n"
                  "queued              –         –  http://example.org/d\n")
                 .arg(text::sentence(failure), text::advice(failure, text::Reader::CommandLine)));
}

/// A character of Korean is as wide as two others.
void ResultsTest::columnsStandInEveryLanguage()
{
    const test::OtherWords korean({{name("done"), name("완료")},
                                   {name("unverified"), name("검증 안 됨")},
                                   {name("queued"), name("대기 중")},
                                   {name("%1 s"), name("%1초")}});
    Console console;
    cli::sayTasks(console.streams().out,
                  test::runOf({test::task(1, name("a"), TaskState::Done),
                               test::task(2, name("b"), TaskState::Unverified),
                               test::task(3, name("c"), TaskState::Queued)},
                              1s),
                  plan::Redaction::Redacted);
    QCOMPARE(QString::fromUtf8(console.out()),
             name("완료           1.0 kB     0.5초  /tmp/a\n"
                  "검증 안 됨     1.0 kB     0.5초  /tmp/b\n"
                  "대기 중             –         –  http://example.org/c\n"));
}

void ResultsTest::hostileNamesAreHarmless()
{
    Console console({}, true, true);
    record::TaskRecord task = test::task(1, name("a"), TaskState::Done);
    task.path = name("/tmp/\x1b]0;gotcha\x07\u202e.txt");
    cli::sayTasks(console.streams().out, test::runOf({task}, 1s), plan::Redaction::Redacted);
    const QByteArray afterWord = console.out().mid(console.out().indexOf("\x1b[0m") + 4);
    QVERIFY(afterWord.contains("gotcha"));
    QVERIFY(!afterWord.contains('\x1b') && !afterWord.contains('\x07')
            && !afterWord.contains("\xE2\x80\xAE"));
}

void ResultsTest::queryValuesAreHidden()
{
    record::TaskRecord task = test::task(1, name("a"), TaskState::Failed);
    task.url = QUrl(name("http://example.org/a?token=hush"));
    QVERIFY(!cli::resultDetail(task, plan::Redaction::Redacted).contains(u"hush"));
    QVERIFY(cli::resultDetail(task, plan::Redaction::Full).contains(u"hush"));
}

void ResultsTest::nothingToCompare()
{
    QCOMPARE(cli::summary(documentWith(std::nullopt)),
             (QStringList{name("Links: 2; 2 done, 0 unverified, 0 failed; 2.0 kB."),
                          name("Together: 5.0 s.")}));
}

void ResultsTest::estimatedIsSaid()
{
    const QStringList lines = cli::summary(documentWith(estimated()));
    QCOMPARE(lines.at(1),
             name("Together: 5.0 s. One at a time: between 5.1 s and 12.0 s, estimated."));
    QCOMPARE(lines.at(2), name("Together was between 1.0 and 2.4× as fast (estimated)."));
    QVERIFY(lines.at(3).startsWith(name("An estimate from the parallel run, not a measurement.")));
}

void ResultsTest::measuredIsSaid_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("line");
    QTest::newRow("faster") << 2.4 << name("Together was 2.4× as fast (measured).");
    QTest::newRow("slower") << 0.9 << name("Together was slower: 0.9× as fast (measured).");
    QTest::newRow("the same") << 1.04 << name("Together was no faster: 1.0× as fast (measured).");
    QTest::newRow("just slower") << 0.96
                                 << name("Together was no faster: 1.0× as fast (measured).");
}

void ResultsTest::measuredIsSaid()
{
    QFETCH(double, value);
    const QStringList lines = cli::summary(documentWith(measured(value)));
    QCOMPARE(lines.at(1), name("Together: 5.0 s. One at a time: 12.0 s, measured."));
    QFETCH(QString, line);
    QCOMPARE(lines.at(2), line + name(" From a single pair of runs: may be off by about 10 %."));
    QCOMPARE(lines.at(3),
             name("The list ran once each way, first together, then one at a time: caches may have "
                  "been warm the second time."));
}

void ResultsTest::notComparableGivesNoFigure()
{
    measure::Comparison comparison = measured(2.4);
    comparison.speedup.gap = measure::Gap{measure::Gap::Kind::Failed, 1, 2, plan::Mode::OneAtATime};
    QCOMPARE(cli::summary(documentWith(comparison)).at(2),
             name("Together and one at a time are not comparable."));
    QCOMPARE(cli::summary(documentWith(comparison)).at(3),
             name("1 of 2 downloads failed in the one-at-a-time run."));
}

void ResultsTest::unverifiedIsSaid()
{
    report::Document document;
    document.runs = {test::runOf({test::task(1, name("a"), TaskState::Unverified)}, 1s)};
    const QStringList lines = cli::summary(document);
    QCOMPARE(lines.at(0), name("Links: 1; 0 done, 1 unverified, 0 failed; 1.0 kB."));
    record::TaskRecord failed = test::task(2, name("b"), TaskState::Failed);
    failed.bytes = 500; // which are no file
    document.runs.front().tasks.push_back(failed);
    QCOMPARE(cli::summary(document).at(0),
             name("Links: 2; 0 done, 1 unverified, 1 failed; 1.0 kB."));
    QVERIFY(lines.at(1).startsWith(u"Unverified: "));
}

void ResultsTest::interruptedIsSaid()
{
    report::Document document;
    document.runs = {test::runOf({test::task(1, name("a"), TaskState::Cancelled),
                                  test::task(2, name("b"), TaskState::Queued)},
                                 1s)};
    document.runs.front().facts.stopped = true;
    QCOMPARE(
        cli::summary(document).at(0),
        name("Links: 2; 0 done, 0 unverified, 0 failed, 1 cancelled, 1 not started; 0 bytes."));
    const QString goesOn = name("Stopped. Run the same command again to resume.");
    QCOMPARE(cli::summary(document).constLast(), goesOn);
    document.runs.front().tasks.front().edit().startsAgain = true;
    QVERIFY(cli::summary(document).constLast().startsWith(
        goesOn + name(" Files that will start over: 1;")));
    document.runs.front().tasks.front().edit().startsAgain = false;
    document.runs.front().facts.discarded = true;
    QVERIFY(!cli::summary(document).contains(goesOn));
}

void ResultsTest::aFullDiskIsSaid_data()
{
    QTest::addColumn<bool>("waits");
    QTest::newRow("everybody waits") << true;
    QTest::newRow("a download failed of it") << false;
}

void ResultsTest::aFullDiskIsSaid()
{
    QFETCH(bool, waits);
    const record::Failure failure = record::make(record::Cause::DiskFull);
    record::TaskRecord task = test::task(1, name("a"), TaskState::Failed);
    report::Document document;
    document.runs = {test::runOf({task}, 1s)};
    const auto said = [&document] {
        return cli::summary(document).constLast().startsWith(u"The disk is full. ");
    };
    QVERIFY(!said());
    if (waits)
        document.runs.front().facts.diskFull = failure;
    else
        document.runs.front().tasks.front().edit().failure = failure;
    QVERIFY2(said(), qPrintable(cli::summary(document).constLast()));
}

void ResultsTest::whatIsRemarkableIsSaid()
{
    record::TaskRecord task = test::task(1, name("a"), TaskState::Done);
    task.status = 203;
    QCOMPARE(cli::resultDetail(task, plan::Redaction::Redacted),
             name("/tmp/a: A proxy on the way may have changed it (HTTP 203)."));
}

void ResultsTest::whatWasSaidByAPortWithoutHttpIsShown()
{
    record::TaskRecord task = test::task(1, name("a"), TaskState::Failed);
    task.failure = record::make(record::Cause::NotHttp, name("SSH-2.0-Test"));
    QCOMPARE(cli::resultDetail(task, plan::Redaction::Redacted),
             name("http://example.org/a: The server at this port does not speak HTTP. "
                  "(SSH-2.0-Test) Check the port of the link."));
}

void ResultsTest::whatCameAgainIsSaid()
{
    record::TaskRecord again = test::task(1, name("a"), TaskState::Unverified);
    again.alreadyThere = true;
    report::Document document;
    document.runs = {test::runOf({again}, 1s)};
    QVERIFY(cli::summary(document).contains(name("Downloaded again and found unchanged: 1.")));
    QVERIFY(cli::resultDetail(again, plan::Redaction::Full)
                .endsWith(name("(downloaded again and found unchanged)")));
}

void ResultsTest::whatWasThereIsSaid()
{
    record::TaskRecord there = test::task(1, name("a"), TaskState::Done);
    there.alreadyThere = true;
    there.bytes = 0;
    there.size = 3000;
    record::TaskRecord partly = test::task(2, name("b"), TaskState::Done);
    partly.kept = 4000;
    Console console;
    report::Document document;
    document.runs = {test::runOf({there, partly}, 1s)};
    cli::sayTasks(console.streams().out, document.runs.front(), plan::Redaction::Redacted);
    QCOMPARE(QString::fromUtf8(console.out()),
             name("done           3.0 kB     0.5 s  /tmp/a (already on disk)\ndone           5.0 "
                  "kB     0.5 s  /tmp/b (4.0 kB resumed)\n"));
    const QStringList lines = cli::summary(document);
    QCOMPARE(lines.at(0), name("Links: 2; 2 done, 0 unverified, 0 failed; 1.0 kB."));
    QCOMPARE(lines.at(1), name("Already on disk, not downloaded again: 1."));
}

void ResultsTest::whatWasSkippedIsSaid_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("line");
    QTest::newRow("before it was asked for") << qint64(0)
                                             << name("skipped             –     0.5 s  /tmp/a (a "
                                                     "file of that name exists; not downloaded)\n");
    QTest::newRow("when its name came") << qint64(1000)
                                        << name("skipped             –     0.5 s  /tmp/a (a file "
                                                "of that name exists; download discarded)\n");
}

/// Somebody else's file is neither unverified nor ours.
void ResultsTest::whatWasSkippedIsSaid()
{
    QFETCH(qint64, bytes);
    record::TaskRecord task = test::task(1, name("a"), TaskState::Unverified);
    task.alreadyThere = task.nameTaken = true;
    task.bytes = bytes;
    task.size = 3000;
    Console console;
    report::Document document;
    document.runs = {test::runOf({task}, 1s)};
    cli::sayTasks(console.streams().out, document.runs.front(), plan::Redaction::Redacted);
    QTEST(QString::fromUtf8(console.out()), "line");
    const QStringList lines = cli::summary(document);
    QVERIFY2(lines.at(0).startsWith(u"Links: 1; 0 done, 0 unverified, 0 failed, 1 skipped; "),
             qPrintable(lines.at(0)));
    QVERIFY2(lines.at(1).startsWith(u"Skipped because a file of that name exists: 1."),
             qPrintable(lines.at(1)));
    QVERIFY(!lines.at(2).contains(u"nverified"));
}

void ResultsTest::tasksThatWaitAreTold_data()
{
    QTest::addColumn<TaskState>("state");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QString>("counts");
    QTest::newRow("retrying") << TaskState::Retrying << QByteArray("cancelled ")
                              << name("1 cancelled, 0 not started");
    QTest::newRow("paused, in the window")
        << TaskState::Paused << QByteArray("queued ") << name("0 cancelled, 1 not started");
}

void ResultsTest::tasksThatWaitAreTold()
{
    QFETCH(TaskState, state);
    report::Document document;
    document.runs = {test::runOf({test::task(1, name("a"), state)}, 1s)};
    document.runs.front().facts.stopped = true;
    Console console;
    cli::sayTasks(console.streams().out, document.runs.front(), plan::Redaction::Redacted);
    QFETCH(QByteArray, word);
    QVERIFY2(console.out().startsWith(word), console.out().constData());
    QFETCH(QString, counts);
    const QString counted = cli::summary(document).constFirst();
    QVERIFY2(counted.contains(counts), qPrintable(counted));
}

LAPWING_TEST(ResultsTest)
#include "text/failure.h"
#include "tst_results.moc"
