// SPDX-License-Identifier: MIT
#include "console.h"
#include "process.h"
#include "records.h"
#include "report/data/csv.h"
#include "report/json/json.h"
#include "support/otherwords.h"
#include "support/testmain.h"

#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;
using namespace std::chrono_literals;
using record::TaskState;
using test::Console;

namespace {

record::Run runOf(plan::Mode mode, int atOnce, int round, record::Stamp elapsed)
{
    record::TaskRecord first = test::task(1, u"a"_s, TaskState::Done);
    first.url.setQuery(u"token=hush"_s);
    first.attempts.front().hops.front().url = first.url;
    first.start = 0ms;
    first.end = 600ms;
    record::TaskRecord second = test::task(2, u"b"_s, TaskState::Failed);
    record::Run run = test::runOf({first, second}, elapsed);
    run.facts.mode = mode;
    run.facts.atOnce = atOnce;
    run.facts.round = round;
    return run;
}

report::Document documentOf(std::vector<record::Run> runs,
                            plan::Redaction redaction = plan::Redaction::Redacted)
{
    return report::makeDocument({2, 6, 6, u"folder"_s}, std::move(runs), redaction);
}

/// The first round is not complete.
report::Document twoRounds()
{
    report::Trial trial;
    trial.kind = report::Trial::Kind::Compare;
    return report::makeDocument({2, 6, 6, u"folder"_s},
                                {runOf(plan::Mode::Together, 6, 1, 7s),
                                 runOf(plan::Mode::Together, 6, 2, 5s),
                                 runOf(plan::Mode::OneAtATime, 1, 2, 20s)},
                                plan::Redaction::Redacted, trial);
}

report::Document oneRun(plan::Redaction redaction = plan::Redaction::Redacted)
{
    return documentOf({runOf(plan::Mode::Together, 6, 1, 5s)}, redaction);
}

} // namespace

/// `report` and `diff`: what reads run documents.
class DocumentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void reportTellsLikeGet();
    void reportReadsStandardInput();
    void reportWritesWhatIsAskedFor();
    void reportBringsNothingBack();
    void reportKeepsFullLinks();
    void wrongUsage_data();
    void wrongUsage();
    void whatCannotBeWrittenIsSaid();
    void diffTellsBoth();
    void diffSaysWhichRun();
    void diffIsOfTheFilesOfBoth();
    void diffSaysHowItRanInEveryLanguage();

private:
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder->filePath(QLatin1String(name));
    }
    void write(const char *name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void DocumentsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write("run.json", report::toJson(oneRun()));
    write("full.json", report::toJson(oneRun(plan::Redaction::Full)));
    write("list.txt", "http://a.example/\n");
    write("empty.json", report::toJson(documentOf({})));
    write("rounds.json", report::toJson(twoRounds()));
}

void DocumentsTest::reportTellsLikeGet()
{
    Console console;
    QCOMPARE(console.run({u"report"_s, path("run.json")}), 0);
    QVERIFY2(console.out().startsWith("done           1.0 kB     0.5 s  /tmp/a\n"),
             console.out().constData());
    QVERIFY(console.out().contains("\nLinks: 2; 1 done, 0 unverified, 1 failed; 1.0 kB.\n"));
    QVERIFY2(console.out().contains("\nTogether: 0.6 s (whole run: 5.0 s)."),
             console.out().constData());
    QCOMPARE(console.err(), QByteArray());
}

void DocumentsTest::reportReadsStandardInput()
{
    const QByteArray json = report::toJson(oneRun());
    Console console(json);
    QCOMPARE(console.run({u"report"_s, u"-"_s, u"--json"_s}), 0);
    QCOMPARE(console.out(), json);
}

void DocumentsTest::reportWritesWhatIsAskedFor()
{
    Console console;
    QCOMPARE(console.run({u"report"_s, path("run.json"), u"--export"_s, path("new.json"),
                          u"--export"_s, path("new.csv")}),
             0);
    QCOMPARE(test::contentsOf(path("new.json")), report::toJson(oneRun()));
    QCOMPARE(test::contentsOf(path("new.csv")), report::toCsv(oneRun()));
}

void DocumentsTest::reportBringsNothingBack()
{
    for (const char *name : {"run.json", "full.json"}) {
        Console console;
        QCOMPARE(console.run({u"report"_s, path(name), u"--json"_s}), 0);
        QVERIFY(!console.out().contains("hush"));
    }
    Console console;
    QCOMPARE(console.run({u"report"_s, path("run.json"), u"--json"_s, u"--full-urls"_s}), 0);
    QVERIFY(console.out().contains("token=redacted"));
}

void DocumentsTest::reportKeepsFullLinks()
{
    Console console;
    QCOMPARE(console.run({u"report"_s, path("full.json"), u"--json"_s, u"--full-urls"_s}), 0);
    QCOMPARE(console.out(), report::toJson(oneRun(plan::Redaction::Full)));
}

void DocumentsTest::wrongUsage_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char *line, const char *reason) {
        QTest::newRow(line) << QString::fromLatin1(line) << QByteArray(reason);
    };
    row("report", "one run document");
    row("report run.json run.json", "one run document");
    row("report none.json", "none.json: ");
    row("report list.txt", "list.txt: This is not JSON");
    row("report .", "lapwing-cli: ");
    row("report run.json --export run.xml", ".sweep.csv");
    row("report run.json --json --export -", "Only one run document");
    row("diff run.json", "two run documents");
    row("diff - -", "two run documents");
    row("diff run.json none.json", "none.json: ");
    row("diff list.txt run.json", "list.txt: This is not JSON");
    row("diff run.json empty.json", "contains no run");
}

void DocumentsTest::wrongUsage()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, reason);
    QStringList arguments = line.split(u' ');
    for (QString &argument : arguments) {
        if (argument.endsWith(u".json") || argument.endsWith(u".txt"))
            argument = m_folder->filePath(argument);
    }
    Console console;
    QCOMPARE(console.run(arguments), 2);
    QCOMPARE(console.out(), QByteArray());
    QVERIFY2(console.err().contains(reason), console.err().constData());
}

void DocumentsTest::whatCannotBeWrittenIsSaid()
{
    Console console;
    QCOMPARE(console.run({u"report"_s, path("run.json"), u"--export"_s, u"/no/such/a.csv"_s,
                          u"--export"_s, path("new.csv")}),
             4);
    QVERIFY(console.err().contains("/no/such/a.csv: "));
    QCOMPARE(test::contentsOf(path("new.csv")), report::toCsv(oneRun()));
}

void DocumentsTest::diffTellsBoth()
{
    Console console;
    QCOMPARE(console.run({u"diff"_s, path("run.json"), path("full.json"), u"--full-urls"_s}), 0);
    QCOMPARE(console.err(), QByteArray());
}

void DocumentsTest::diffSaysHowItRanInEveryLanguage()
{
    const test::OtherWords korean({{u"together"_s, u"함께"_s}});
    Console console;
    QCOMPARE(console.run({u"diff"_s, path("run.json"), path("rounds.json")}), 0);
    QVERIFY2(console.out().contains("함께, 6 at a time, comparison, round 2)\n"),
             console.out().constData());
}

void DocumentsTest::diffSaysWhichRun()
{
    Console console;
    QCOMPARE(console.run({u"diff"_s, path("run.json"), path("rounds.json")}), 0);
    const QList<QByteArray> lines = console.out().split('\n');
    QVERIFY2(lines.at(0).startsWith("First run: " + path("run.json").toUtf8() + " ("),
             lines.at(0).constData());
    QVERIFY2(lines.at(0).endsWith("example.org, together, 6 at a time)"), lines.at(0).constData());
    QVERIFY2(lines.at(1).startsWith("Second run: " + path("rounds.json").toUtf8() + " ("),
             lines.at(1).constData());
    QVERIFY2(lines.at(1).endsWith("together, 6 at a time, comparison, round 2)"),
             lines.at(1).constData());
}

/// What failed took most of both runs, and is in no time that is compared.
void DocumentsTest::diffIsOfTheFilesOfBoth()
{
    Console console;
    QCOMPARE(console.run({u"diff"_s, path("run.json"), path("rounds.json")}), 0);
    QVERIFY2(
        console.out().contains("\nThe files took about the same time in both runs: 0.600 s and "
                               "0.600 s.\nThat is the time of the 1 file"),
        console.out().constData());
    QVERIFY2(console.out().contains("; the whole runs took 5.00 s and 5.00 s.\n"),
             console.out().constData());
}

LAPWING_TEST(DocumentsTest)
#include "tst_documents.moc"
