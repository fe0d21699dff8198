// SPDX-License-Identifier: MIT
#include "list/filter/filter.h"
#include "list/filter/filteramounts.h"
#include "list/filter/filterwords.h"
#include "measure/recordbuilder.h"
#include "support/testmain.h"
#include "ui/rows.h"

#include <QRegularExpression>

using namespace lapwing;
using namespace Qt::Literals::StringLiterals;
using record::TaskState;
using ui::Filter;
using ui::TaskGroup;

namespace {

constexpr qint64 mega = 1'000'000;

/// queued, downloading, done, failed by 404, failed by a refusal, paused, cancelled, unverified.
std::vector<record::SharedRecord> tasks()
{
    std::vector<record::SharedRecord> all{
        test::queuedTask(1), test::downloadingTask(2), test::doneTask(3, 8), test::failedTask(4),
        test::failedTask(5), test::queuedTask(6),      test::queuedTask(7),  test::doneTask(8, 1)};
    all[0].edit().name = u"Two Words.iso"_s;
    all[0].edit().url = QUrl(u"https://Other.Example/dir/two.iso"_s);
    all[2].edit().size = 20 * mega;
    all[3].edit().status = 404;
    all[4].edit().failure = record::make(record::Cause::ConnectionRefused);
    all[5].edit().state = TaskState::Paused;
    all[6].edit().state = TaskState::Cancelled;
    all[6].edit().failure = record::make(record::Cause::Cancelled);
    all[7].edit().state = TaskState::Unverified;
    all[7].edit().status = 410;
    return all;
}

/// "1 3": the ids that are shown.
QString shown(const Filter &filter)
{
    QStringList ids;
    for (const record::TaskRecord &task : tasks()) {
        ui::Row row{task, test::ms(6000)};
        if (task.state == TaskState::Downloading)
            row.speed = 50'000;
        if (filter.accepts(row))
            ids << QString::number(task.id);
    }
    return ids.join(u' ');
}

} // namespace

class FilterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFileIsFoundByTheNameThatItHas()
    {
        record::TaskRecord task = test::doneTask(1, 8);
        task.path = u"/tmp/1 (2).bin"_s; // the name was taken
        QVERIFY(Filter::parse(u"\"1 (2)\""_s)->accepts({task, {}}));
        QVERIFY(!Filter::parse(u"\"tmp\""_s)->accepts({task, {}}));
    }

    void expressions_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("ids");
        const auto row = [](const char *expression, const char *ids) {
            QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromLatin1(ids);
        };
        row("", "1 2 3 4 5 6 7 8");
        row("   ", "1 2 3 4 5 6 7 8");
        row("-", "1 2 3 4 5 6 7 8");
        row("3.bin", "3");
        row("3.BIN", "3");
        row("one.example/4", "4");
        row("https://other.example/dir", "1");
        row("http://one.example/5", "5");
        row("does not exist", "4");
        row("\"does not exist\"", "4");
        row("\"not found\"", "4");
        row("refused", "5");
        row("\"two words\"", "1");
        row("\"words two\"", "");
        row("words two", "1");
        row("\"two wor", "1");
        row("-bin", "1");
        row("-\"two words\"", "2 3 4 5 6 7 8");
        row("host:other", "1");
        row("host:OTHER.example", "1");
        row("HOST:other", "1");
        row("-host:other", "2 3 4 5 6 7 8");
        row("host:iso", "");
        row("status:404", "4");
        row("status:4xx", "4 8");
        row("status:4XX", "4 8");
        row("-status:4xx", "1 2 3 5 6 7");
        row("status:200", "");
        row("larger:10MB", "3");
        row("larger:1mb", "2 3 8");
        row("larger:2MiB", "3");
        row("smaller:1.5MB", "8");
        row("smaller:1,5 MB", "");
        row("smaller:\"1,5 MB\"", "8");
        row("slower:100kB/s", "2");
        row("slower:100kB", "2");
        row("slower:1MB/s", "2 3");
        row("longer:5s", "2 3");
        row("longer:7000ms", "3");
        row("longer:1min", "");
        row("is:failed", "4 5");
        row("is:done", "3 8");
        row("is:Running", "2");
        row("is:queued", "1");
        row("is:paused", "6");
        row("is:cancelled", "7");
        row("is:unverified", "8");
        row("-is:done -is:failed", "1 2 6 7");
        row("is:failed is:done", "");
        row("is:failed status:404", "4");
        row("a\"b", "");
    }

    void expressions()
    {
        QFETCH(QString, expression);
        QFETCH(QString, ids);
        const auto filter = Filter::parse(expression);
        QVERIFY2(filter, qPrintable(filter ? QString() : filter.error()));
        QCOMPARE(shown(*filter), ids);
        QCOMPARE(filter->isEmpty(), expression.trimmed().isEmpty() || expression == u"-");
    }

    void whatIsNotUnderstoodIsSaid_data()
    {
        QTest::addColumn<QString>("part");
        QTest::newRow("host:") << u"“host:”"_s;
        QTest::newRow("is:") << u"“is:”"_s;
        QTest::newRow("is:bad") << u"unverified"_s;
        QTest::newRow("status:40") << u"404"_s;
        QTest::newRow("status:4x") << u"4xx"_s;
        QTest::newRow("status:9xx") << u"4xx"_s;
        QTest::newRow("larger:much") << u"10MB"_s;
        QTest::newRow("larger:10XB") << u"10MB"_s;
        QTest::newRow("smaller:MB") << u"10MB"_s;
        QTest::newRow("slower:5s") << u"100kB/s"_s;
        QTest::newRow("longer:5MB") << u"5s"_s;
        QTest::newRow("sise:10MB") << u"“sise:”"_s;
        QTest::newRow("-colour:red") << u"“colour:”"_s;
    }

    void whatIsNotUnderstoodIsSaid()
    {
        QFETCH(QString, part);
        const auto filter = Filter::parse(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(!filter);
        QVERIFY2(filter.error().contains(part), qPrintable(filter.error()));
        static const QRegularExpression oneSentence(u"^[^.]*(\\d\\.\\d)?[^.]*\\.$"_s);
        QVERIFY2(oneSentence.match(filter.error()).hasMatch(), qPrintable(filter.error()));
    }

    void aServerWithItsPortIsText()
    {
        const auto filter = Filter::parse(u"localhost:8080"_s);
        QVERIFY(filter);
        record::TaskRecord task = test::queuedTask(1);
        task.url = QUrl(u"http://localhost:8080/a"_s);
        QVERIFY(filter->accepts({task, {}}));
        task.url = QUrl(u"http://localhost:8081/a"_s);
        QVERIFY(!filter->accepts({task, {}}));
    }

    void aGroupAndAnExpressionCountTogether()
    {
        QCOMPARE(shown(Filter().in(TaskGroup::Failed)), u"4 5");
        QCOMPARE(shown(Filter::parse(u"refused"_s)->in(TaskGroup::Failed)), u"5");
        QCOMPARE(shown(Filter::parse(u"refused"_s)->in(TaskGroup::Done)), QString());
        QVERIFY(!Filter().in(TaskGroup::Failed).isEmpty());
        QVERIFY(Filter::parse(u"a b"_s)->in(TaskGroup::All) == *Filter::parse(u" a  b "_s));
        QVERIFY(!(Filter().in(TaskGroup::Failed) == Filter()));
    }

    void everyStateIsInOneGroup()
    {
        record::Totals totals;
        totals.count = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512};
        int sum = 0;
        const ui::RowCounts counts{totals, 1};
        for (const TaskGroup group : ui::taskGroups)
            sum += group == TaskGroup::All ? 0 : ui::countIn(group, counts);
        QCOMPARE(sum, 1023);
        QCOMPARE(ui::countIn(TaskGroup::All, counts), 1023);
        QCOMPARE(ui::countIn(TaskGroup::Running, counts), 8 + 16);
        QCOMPARE(ui::countIn(TaskGroup::Saving, counts), 32);
        QCOMPARE(ui::countIn(TaskGroup::Done, counts), 64 + 128);
        QCOMPARE(ui::countIn(TaskGroup::NotStarted, counts), 1);
        QCOMPARE(ui::countIn(TaskGroup::Queued, counts), 2);
    }

    /// As its status says it.
    void aQueuedRowThatNothingStartsHasNotStarted()
    {
        const record::TaskRecord task = test::queuedTask(1);
        const auto isIn = [&task](TaskGroup group, bool startsByItself) {
            return Filter().in(group).accepts({task, {}, 1, {}, startsByItself});
        };
        QVERIFY(isIn(TaskGroup::Queued, true) && !isIn(TaskGroup::NotStarted, true));
        QVERIFY(!isIn(TaskGroup::Queued, false) && isIn(TaskGroup::NotStarted, false));
        QVERIFY(Filter::parse(u"is:not-started"_s)->accepts({task, {}, 1, {}, false}));
        QVERIFY(!Filter::parse(u"is:queued"_s)->accepts({task, {}, 1, {}, false}));
    }

    void amounts()
    {
        QCOMPARE(ui::typedBytes(u"1.5GB"), 1.5e9);
        QCOMPARE(ui::typedBytes(u" 10 kib "), 10240.0);
        QCOMPARE(ui::typedBytes(u"7"), 7.0);
        QCOMPARE(ui::typedRate(u"2MB/S"), 2e6);
        QCOMPARE(ui::typedSeconds(u"250ms"), 0.25);
        QCOMPARE(ui::typedSeconds(u"2h"), 7200.0);
        for (const char16_t *text : {u"", u"MB", u"1.2.3MB", u"-1MB", u"1e3", u"1 MB x"})
            QVERIFY2(!ui::typedBytes(text), qPrintable(QString::fromUtf16(text)));
    }

    void words()
    {
        const QList<ui::FilterWord> words =
            ui::filterWords(u"-is:done host:\"a b\" \"c:d\"  https://e/f -"_s);
        const QList<ui::FilterWord> expected{{true, u"is"_s, u"done"_s},
                                             {false, u"host"_s, u"a b"_s},
                                             {false, QString(), u"c:d"_s},
                                             {false, QString(), u"https://e/f"_s}};
        QCOMPARE(words, expected);
    }
};

LAPWING_TEST(FilterTest)
#include "tst_filter.moc"
