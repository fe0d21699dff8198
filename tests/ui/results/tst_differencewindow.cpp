// SPDX-License-Identifier: MIT
#include "results/differencewindow.h"

#include "history/historycolumns.h"
#include "measure/recordbuilder.h"
#include "report/sample.h"
#include "results/differencerows.h"
#include "support/testmain.h"
#include "trial/trialtable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QScrollArea>

using namespace lapwing;
using namespace lapwing::test;
using namespace Qt::Literals::StringLiterals;
using plan::Mode;
using ui::DifferenceWindow;
using ui::TrialTable;

namespace {

/// A file that came after `end` milliseconds, with a query in its link.
record::TaskRecord fileIn(int id, double end)
{
    record::TaskRecord task = doneTask(
        id, {hop(u"http://one.example/get?s=%1&r=%1"_s.arg(id), 0, 10, 60, end - 10)}, 1000, end);
    task.name = u"m%1.bin"_s.arg(id);
    return task;
}

record::Run runWith(std::vector<record::SharedRecord> tasks, double elapsed, int atOnce)
{
    record::Run run;
    run.tasks = std::move(tasks);
    run.facts.elapsed = ms(elapsed);
    run.facts.atOnce = atOnce;
    run.facts.started = QDateTime({2026, 11, 30}, {14, 2});
    return run;
}

record::TaskRecord withoutFile(record::TaskRecord task, double end)
{
    task.state = record::TaskState::Failed;
    task.end = ms(end);
    return task;
}

/// Three files in both; a link that does not exist took most of the first run.
ui::ComparedRuns comparableRuns()
{
    const record::Run before = runWith(
        {fileIn(1, 1000), fileIn(2, 2000), fileIn(3, 600), withoutFile(fileIn(5, 90), 9000)}, 9000,
        7);
    const record::Run after = runWith({fileIn(1, 1500), fileIn(2, 200), fileIn(3, 600)}, 1500, 4);
    return *ui::comparedRuns(sampleDocument({before}), sampleDocument({after}));
}

/// Three files in both; a link that does not exist took most of the first run, and one file failed in the second.
ui::ComparedRuns someRuns()
{
    const record::Run before = runWith({fileIn(1, 1000), fileIn(2, 2000), fileIn(3, 600),
                                        fileIn(4, 700), withoutFile(fileIn(5, 90), 9000)},
                                       9000, 7);
    const record::Run after =
        runWith({fileIn(1, 1500), fileIn(2, 200), fileIn(3, 600), withoutFile(fileIn(4, 90), 800)},
                1500, 4);
    return *ui::comparedRuns(sampleDocument({before}), sampleDocument({after}));
}

} // namespace

/// What changed from one run to another, in tables.
class DifferenceWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { open(someRuns()); }
    void cleanup() { delete m_window; }

    void itsSentencesAgreeWithItsTables();
    void whyTheyCannotBeComparedLeads();
    void theRunsAreToldAsTheHistoryTellsThem();
    void ofASweepTheRunIsNamed();
    void whatFailedInOneRunComesFirst();
    void filesHaveTheirNames();
    void phasesStandInTheirOrder();
    void serversAreToldWhereThereAreSeveral();
    void withoutACommonFileThereAreOnlyTheRuns();
    void manyFilesAreCutOff();
    void rowsAreCopied();
    void aColumnIsSortedBySizeOfTheChange();
    void itIsReadableInASmallWindow();
    void escapeCloses();

private:
    void open(ui::ComparedRuns runs)
    {
        m_window = new DifferenceWindow(std::move(runs));
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window));
    }
    [[nodiscard]] TrialTable *table(const char *name) const
    {
        return m_window->findChild<TrialTable *>(QLatin1String(name));
    }
    [[nodiscard]] QString label(const char *name) const
    {
        return m_window->findChild<QLabel *>(QLatin1String(name))->text();
    }
    [[nodiscard]] QStringList line(const char *name, int row) const
    {
        QStringList cells;
        const QAbstractItemModel *model = table(name)->model();
        for (int column = 0; column < model->columnCount(); ++column)
            cells << model->index(row, column).data().toString();
        return cells;
    }
    /// The row that begins so; empty: there is none.
    [[nodiscard]] QStringList lineOf(const char *name, const QString &first) const
    {
        for (int row = 0; row < table(name)->model()->rowCount(); ++row) {
            if (line(name, row).first() == first)
                return line(name, row);
        }
        return {};
    }

    QPointer<DifferenceWindow> m_window;
};

void DifferenceWindowTest::whyTheyCannotBeComparedLeads()
{
    QCOMPARE(label("headline"),
             u"The second run did not download 1 file that came in the first. The two cannot be "
             "compared. The first took 9.00 s, the second 1.50 s."_s);
    QVERIFY(!label("remarks").contains(u"largest change"));
    QCOMPARE(lineOf("runs", u"Time of the 3 files that both downloaded"_s),
             (QStringList{u"Time of the 3 files that both downloaded"_s, u"2.00 s"_s, u"1.50 s"_s,
                          QString()}));
    QCOMPARE(lineOf("runs", u"Whole run"_s),
             (QStringList{u"Whole run"_s, u"9.00 s"_s, u"1.50 s"_s, QString()}));
}

void DifferenceWindowTest::itsSentencesAgreeWithItsTables()
{
    m_window->close();
    open(comparableRuns());
    QCOMPARE(label("headline"),
             u"The files took 1.50 s in the second run, 0.500 s less than in the first."_s);
    const QStringList remarks = label("remarks").split(u'\n');
    QCOMPARE(remarks.at(0),
             u"That is the time of the 3 files that came in both runs; the whole runs took 9.00 s "
             "and 1.50 s."_s);
    QCOMPARE(remarks.at(1),
             u"The largest change is in Receive: from 3.39 s to 2.09 s, summed over the files."_s);
    QCOMPARE(lineOf("phases", u"Receive"_s),
             (QStringList{u"Receive"_s, u"3.39 s"_s, u"2.09 s"_s, u"−1.30 s (0.62×)"_s}));
    QVERIFY(!label("headline").contains(u"->") && !label("remarks").contains(u"->"));
    QCOMPARE(lineOf("runs", u"Time of the 3 files that both downloaded"_s),
             (QStringList{u"Time of the 3 files that both downloaded"_s, u"2.00 s"_s, u"1.50 s"_s,
                          u"−0.500 s (0.75×)"_s}));
    QCOMPARE(lineOf("runs", u"Whole run"_s),
             (QStringList{u"Whole run"_s, u"9.00 s"_s, u"1.50 s"_s, u"−7.50 s (0.17×)"_s}));
}

void DifferenceWindowTest::theRunsAreToldAsTheHistoryTellsThem()
{
    const QString date =
        QLocale().toString(QDateTime({2026, 11, 30}, {14, 2}), QLocale::ShortFormat);
    QCOMPARE(lineOf("runs", u"Date"_s), (QStringList{u"Date"_s, date, date, QString()}));
    QCOMPARE(lineOf("runs", u"Kind"_s), (QStringList{u"Kind"_s, u"Run"_s, u"Run"_s, QString()}));
    QCOMPARE(lineOf("runs", u"Host"_s),
             (QStringList{u"Host"_s, u"one.example"_s, u"one.example"_s, QString()}));
    QCOMPARE(lineOf("runs", u"At once"_s), (QStringList{u"At once"_s, u"7"_s, u"4"_s, u"−3"_s}));
    QCOMPARE(lineOf("runs", u"Files"_s),
             (QStringList{u"Files"_s, u"4 of 4"_s, u"3 of 4"_s, u"−1"_s}));
    QVERIFY(!table("runs")->isSortingEnabled());
}

/// It is the one at the number that the row of the history has, not at the one that was planned.
void DifferenceWindowTest::ofASweepTheRunIsNamed()
{
    m_window->close();
    std::vector<record::Run> runs{runWith({fileIn(1, 1400)}, 1400, 6)};
    for (const double elapsed : {1600, 1500, 1450}) {
        runs.push_back(runWith({fileIn(1, elapsed)}, elapsed, 4));
        runs.back().facts.round = static_cast<int>(runs.size()) - 1;
    }
    report::Document sweep = sampleDocument(runs); // of 6 at once
    sweep.trial.kind = record::Trial::Kind::Sweep;
    sweep.sweep.emplace().recommended = 4;
    open(*ui::comparedRuns(sampleDocument({runs.front()}), sweep));
    QCOMPARE(lineOf("runs", u"Kind"_s).at(2), u"Sweep (round 2, recommended number)"_s);
    const auto &column = ui::historyColumn(ui::HistoryColumnId::AtOnce);
    QCOMPARE(lineOf("runs", u"At once"_s).at(2), column.text(store::summaryOf(sweep)));
    QCOMPARE(lineOf("runs", u"At once"_s).at(2), u"4"_s);
    QVERIFY2(label("headline").startsWith(u"The files took 1.50 s in the second run"),
             qPrintable(label("headline")));
    m_window->close();
    sweep.sweep->recommended.reset();
    open(*ui::comparedRuns(sampleDocument({runs.front()}), sweep));
    QCOMPARE(lineOf("runs", u"At once"_s), (QStringList{u"At once"_s, u"6"_s, u"4"_s, u"−2"_s}));
}

void DifferenceWindowTest::whatFailedInOneRunComesFirst()
{
    QCOMPARE(table("files")->model()->rowCount(), 4);
    QCOMPARE(line("files", 0),
             (QStringList{u"m4.bin"_s, u"0.680 s"_s, u"failed"_s, u"–"_s, QString()}));
    QCOMPARE(
        line("files", 1),
        (QStringList{u"m2.bin"_s, u"1.98 s"_s, u"0.180 s"_s, u"−1.80 s (0.09×)"_s, u"Receive"_s}));
    QCOMPARE(line("files", 3).first(), u"m3.bin"_s);
}

void DifferenceWindowTest::filesHaveTheirNames()
{
    const QModelIndex name = table("files")->model()->index(0, 0);
    QCOMPARE(name.data(Qt::ToolTipRole).toString(),
             u"m4.bin\nhttp://one.example/get?s=redacted&r=redacted"_s);
    QCOMPARE(table("files")->textElideMode(), Qt::ElideMiddle);
}

void DifferenceWindowTest::phasesStandInTheirOrder()
{
    QStringList titles;
    for (int row = 0; row < table("phases")->model()->rowCount(); ++row)
        titles << line("phases", row).first();
    QVERIFY2(titles.indexOf(u"Connect"_s) < titles.indexOf(u"Wait"_s)
                 && titles.indexOf(u"Wait"_s) < titles.indexOf(u"Receive"_s),
             qPrintable(titles.join(u", ")));
    QVERIFY(!titles.contains(u"Waiting to retry"_s)); // of what failed alone
}

void DifferenceWindowTest::serversAreToldWhereThereAreSeveral()
{
    QVERIFY(table("hosts")->isHidden());
    m_window->close();
    record::TaskRecord other = fileIn(3, 600);
    other.url.setHost(u"two.example"_s);
    const report::Document document = sampleDocument({runWith({fileIn(1, 1000), other}, 1000, 2)});
    open(*ui::comparedRuns(document, document));
    QVERIFY(table("hosts")->isVisible());
    QCOMPARE(table("hosts")->model()->rowCount(), 2);
}

void DifferenceWindowTest::withoutACommonFileThereAreOnlyTheRuns()
{
    m_window->close();
    open(*ui::comparedRuns(sampleDocument({runWith({fileIn(1, 1000)}, 1000, 2)}),
                           sampleDocument({runWith({fileIn(2, 500)}, 500, 2)})));
    QVERIFY(label("headline").startsWith(u"The runs have no link in common"));
    for (const char *name : {"phases", "hosts", "files"})
        QVERIFY2(table(name)->isHidden(), name);
    QCOMPARE(lineOf("runs", u"Together"_s),
             (QStringList{u"Together"_s, u"1.00 s"_s, u"0.500 s"_s, QString()}));
    m_window->close();
    open(*ui::comparedRuns(
        sampleDocument({runWith({fileIn(1, 1000), withoutFile(fileIn(3, 90), 3000)}, 3000, 2)}),
        sampleDocument({runWith({fileIn(2, 500)}, 500, 2)})));
    QCOMPARE(lineOf("runs", u"Whole run"_s).last(), QString());
}

void DifferenceWindowTest::manyFilesAreCutOff()
{
    measure::Difference difference;
    difference.tasks.resize(ui::maxChangedFiles + 5);
    QCOMPARE(ui::changedFileRows(difference).rows.size(), ui::maxChangedFiles);
}

void DifferenceWindowTest::rowsAreCopied()
{
    table("files")->selectRow(1);
    table("files")->setFocus();
    QTest::keySequence(table("files"), QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"Name\tFirst run\tSecond run\tChange\tLargest change in\n"
             "m2.bin\t1.98 s\t0.180 s\t−1.80 s (0.09×)\tReceive\n"_s);
}

void DifferenceWindowTest::aColumnIsSortedBySizeOfTheChange()
{
    table("phases")->sortByColumn(3, Qt::DescendingOrder);
    QCOMPARE(line("phases", 0).first(), u"Receive"_s);
    table("files")->sortByColumn(0, Qt::AscendingOrder);
    QCOMPARE(line("files", 0).first(), u"m1.bin"_s);
}

void DifferenceWindowTest::itIsReadableInASmallWindow()
{
    m_window->resize(640, 480);
    const auto *scroll = m_window->findChild<QScrollArea *>();
    QTRY_COMPARE(m_window->size(), QSize(640, 480));
    QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
    QVERIFY(scroll->widget()->height() > scroll->viewport()->height());
}

void DifferenceWindowTest::escapeCloses()
{
    QTest::keyClick(table("files"), Qt::Key_Escape);
    QTRY_VERIFY(!m_window);
}

LAPWING_TEST(DifferenceWindowTest)
#include "tst_differencewindow.moc"
