// SPDX-License-Identifier: MIT
#include "report/data/csv.h"
#include "report/fullsample.h"
#include "report/python.h"
#include "report/sample.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace lapwing;
using namespace lapwing::test;
using plan::Mode;

namespace {

/// A strict reader: rows by the names in the header.
const char read[] = R"(
import csv, io, json, sys
text = sys.stdin.buffer.read().decode("utf-8")
print(json.dumps(list(csv.DictReader(io.StringIO(text, newline=""), strict=True))))
)";

QJsonArray readBack(const QByteArray &csv)
{
    const Ran ran = runPython(read, {}, csv);
    if (ran.status != 0)
        qWarning("%s", ran.errors.constData());
    return QJsonDocument::fromJson(ran.output).array();
}

report::Document named(const QString &name)
{
    record::Run run = sampleRun();
    run.tasks.resize(1);
    run.tasks.front().edit().name = name;
    return sampleDocument({run});
}

} // namespace

class CsvTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theHeaderNamesTheColumns();
    void linesEndWithCrLf();
    void goldenCells_data();
    void goldenCells();
    void namesComeBack_data();
    void namesComeBack();
    void secretsAppearNowhere();
    void phasesOfARichRun_data();
    void phasesOfARichRun();
    void sweepPoints_data();
    void sweepPoints();
    void noSweepIsAHeaderAlone();
};

void CsvTest::theHeaderNamesTheColumns()
{
    QCOMPARE(
        report::toCsv(sampleDocument({})),
        QByteArray(
            "mode,round,id,name,url,state,error,status,protocol,bytes,size,queued_s,"
            "setup_s,own_s,wait_s,"
            "receive_s,commit_s,start_s,end_s,attempts,path,kept,already_there,look_up_s,"
            "first_byte_s,stalled_s,disk_s,retry_s,verify_s,reused,late,host,at_once,held_s\r\n"));
}

void CsvTest::linesEndWithCrLf()
{
    const QByteArray csv =
        report::toCsv(sampleDocument({sampleRun(), sampleRun(Mode::OneAtATime)}));
    QVERIFY(csv.endsWith("\r\n"));
    QCOMPARE(csv.count('\n'), 1 + 2 * 4);
    QCOMPARE(csv.count('\r'), 1 + 2 * 4);
}

void CsvTest::goldenCells_data()
{
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("expected");
    const auto row = [](int line, const char *column, const char *expected) {
        QTest::addRow("%d %s", line, column)
            << line << QString::fromLatin1(column) << QString::fromLatin1(expected);
    };
    row(0, "mode", "together");
    row(4, "mode", "one-at-a-time");
    row(0, "round", "1");
    row(0, "id", "1");
    row(0, "name", "a.bin");
    row(0, "url", "http://one.example/a?key=redacted&n=redacted");
    row(0, "state", "done");
    row(0, "error", "");
    row(0, "status", "200");
    row(0, "protocol", "HTTP/1.1");
    row(0, "bytes", "1000");
    row(0, "size", "1000");
    row(0, "queued_s", "0.005000000");
    row(0, "setup_s", "0.012000000");
    row(0, "own_s", "0.331000000");
    row(0, "wait_s", "0.080000000");
    row(0, "receive_s", "0.251000000");
    row(0, "commit_s", "0.010000000");
    row(0, "start_s", "0.005000000");
    row(0, "end_s", "0.360000000");
    row(0, "attempts", "1");
    row(0, "path", "/downloads/a.bin");
    row(0, "kept", "0");
    row(0, "already_there", "false");
    row(1, "kept", "500");
    row(8, "already_there", "true");
    row(1, "path", "/downloads/c, \"d\".txt");
    row(1, "size", "");
    row(2, "state", "failed");
    row(2, "error", "http-404");
    row(2, "attempts", "2");
    row(2, "commit_s", "");
    row(2, "path", "");
    row(3, "state", "queued");
    row(3, "status", "");
    row(3, "bytes", "0");
    for (const char *column :
         {"queued_s", "setup_s", "own_s", "wait_s", "receive_s", "commit_s", "start_s", "end_s"})
        row(3, column, "");
}

void CsvTest::goldenCells()
{
    if (!hasPython())
        QSKIP("python3 is not installed");
    QFETCH(int, line);
    QFETCH(QString, column);
    static const QJsonArray rows = readBack(
        report::toCsv(sampleDocument({sampleRun(), sampleRun(Mode::OneAtATime), runAgain()})));
    QCOMPARE(rows.size(), 12);
    const QJsonValue cell = rows.at(line).toObject().value(column);
    QVERIFY(cell.isString());
    QTEST(cell.toString(), "expected");
}

void CsvTest::namesComeBack_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *title, const char *name, const char *expected) {
        QTest::newRow(title) << QString::fromUtf8(name) << QString::fromUtf8(expected);
    };
    row("plain", "a b", "a b");
    row("empty", "", "");
    row("comma", "a,b", "a,b");
    row("quotes", "\"a\" \"\"", "\"a\" \"\"");
    row("line ends", "a\r\nb\nc\rd", "a\r\nb\nc\rd");
    row("beyond ASCII", "na\xc3\xafve \xf0\x9f\x90\xa6", "na\xc3\xafve \xf0\x9f\x90\xa6");
    row("inside", "a=b+c", "a=b+c");
    row("equals", "=1+1", "'=1+1");
    row("equals and comma", "=a(1,\"b\")", "'=a(1,\"b\")");
    row("plus", "+a", "'+a");
    row("minus", "-a", "'-a");
    row("minus formula", "-1+a", "'-1+a");
    row("at", "@a", "'@a");
    row("tab", "\t=1", "'\t=1");
    row("carriage return", "\r=1", "'\r=1");
    row("line feed", "\n=1", "'\n=1");
    row("a sign alone", "-", "'-");
    row("negative number", "-5", "-5");
    row("signed number", "+1.5e3", "+1.5e3");
    row("infinity", "-inf", "'-inf");
}

void CsvTest::namesComeBack()
{
    if (!hasPython())
        QSKIP("python3 is not installed");
    QFETCH(QString, name);
    const QJsonArray rows = readBack(report::toCsv(named(name)));
    QCOMPARE(rows.size(), 1);
    QTEST(rows.at(0).toObject().value(QStringLiteral("name")).toString(), "expected");
    QCOMPARE(rows.at(0).toObject().size(), 34);
}

void CsvTest::secretsAppearNowhere()
{
    const QByteArray csv = report::toCsv(sampleDocument({sampleRun()}));
    QVERIFY(csv.contains("one.example"));
    QVERIFY(!csv.contains(password.toUtf8()));
    QVERIFY(!csv.contains(token.toUtf8()));
    const QByteArray full = report::toCsv(sampleDocument({sampleRun()}, plan::Redaction::Full));
    QVERIFY(full.contains(token.toUtf8()));
    QVERIFY(!full.contains(password.toUtf8()));
}

void CsvTest::phasesOfARichRun_data()
{
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("expected");
    const auto row = [](int line, const char *column, const char *expected) {
        QTest::addRow("%d %s", line, column)
            << line << QString::fromLatin1(column) << QString::fromLatin1(expected);
    };
    row(0, "look_up_s", "0.003000000");
    row(0, "first_byte_s", "0.002000000");
    row(0, "stalled_s", "0.000000000");
    row(0, "disk_s", "0.011000007");
    row(0, "verify_s", "0.017000007");
    row(0, "retry_s", "");
    row(0, "reused", "false");
    row(0, "late", "true");
    row(0, "host", "https://one.example:443");
    row(0, "at_once", "6");
    row(1, "stalled_s", "1.300000007");
    row(1, "retry_s", "0.399000000"); // 1500 to 1999 without the pause
    row(1, "verify_s", "");
    row(1, "reused", "true");
    row(2, "look_up_s", "");
    row(2, "reused", ""); // without TLS nobody tells
    row(2, "host", "http://127.0.0.1:8080");
}

void CsvTest::phasesOfARichRun()
{
    if (!hasPython())
        QSKIP("python3 is not installed");
    QFETCH(int, line);
    QFETCH(QString, column);
    static const QJsonArray rows = readBack(report::toCsv(sampleDocument({richRun()})));
    QCOMPARE(rows.size(), 3);
    QTEST(rows.at(line).toObject().value(column).toString(), "expected");
}

void CsvTest::sweepPoints_data()
{
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("expected");
    const auto row = [](int line, const char *column, const char *expected) {
        QTest::addRow("%d %s", line, column)
            << line << QString::fromLatin1(column) << QString::fromLatin1(expected);
    };
    row(0, "at_once", "1");
    row(0, "rounds", "3");
    row(0, "speedup", "1");
    row(0, "serial_share", "");
    row(0, "recommended", "false");
    row(1, "recommended", "true");
    row(1, "slot_use", "0.9");
    row(2, "at_once", "4");
    row(2, "most_at_once", "4");
    row(2, "throttled", "2");
}

void CsvTest::sweepPoints()
{
    if (!hasPython())
        QSKIP("python3 is not installed");
    QFETCH(int, line);
    QFETCH(QString, column);
    static const QJsonArray rows = readBack(report::toSweepCsv(sweptDocument()));
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.at(line).toObject().size(), 15);
    const QJsonValue cell = rows.at(line).toObject().value(column);
    QVERIFY(cell.isString());
    QTEST(cell.toString(), "expected");
}

void CsvTest::noSweepIsAHeaderAlone()
{
    QCOMPARE(report::toSweepCsv(sampleDocument({sampleRun()})),
             QByteArray("at_once,rounds,elapsed_s,low_s,high_s,level,speedup,efficiency,"
                        "throughput_bytes_per_s,serial_share,in_flight,slot_use,most_at_once,"
                        "throttled,recommended\r\n"));
}

LAPWING_TEST(CsvTest)
#include "tst_csv.moc"
