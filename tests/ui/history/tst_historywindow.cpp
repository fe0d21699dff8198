// SPDX-License-Identifier: MIT
#include "history/historycolumns.h"
#include "history/historytable.h"
#include "history/historywindow.h"
#include "letterwidth.h"
#include "report/sample.h"
#include "results/differencewindow.h"
#include "results/reportwindow.h"
#include "store/file.h"
#include "support/testmain.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QScopeGuard>
#include <QSettings>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTimeZone>
#include <QToolButton>

#include <algorithm>

using namespace lapwing;
using namespace lapwing::test;
using namespace Qt::Literals::StringLiterals;
using plan::Mode;
using ui::HistoryColumnId;
using ui::HistoryWindow;
using ui::ReportWindow;

namespace {

/// On that day of May; `links` tells it from the others.
report::Document runOn(int day, int links, double milliseconds = 1000)
{
    record::Run run = wholeRun(Mode::Together, milliseconds);
    run.facts.started = QDateTime({2024, 5, day}, {12, 0}, QTimeZone::utc());
    report::Document document = sampleDocument({run});
    document.plan.entries = links;
    return document;
}

store::KeepDocument kept(report::Document document)
{
    return {[document = std::move(document)] { return document; }};
}

void overwrite(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class HistoryWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anEmptyHistorySaysWhatWillBeThere();
    void runsAreListedNewestFirst();
    void aClickOnAHeaderSorts();
    void returnOpensTheReport();
    void aDoubleClickOpensTheReport();
    void theNewerOfTwoIsHeldAgainstTheOlder();
    void actionsAreThereWhereTheyDoSomething();
    void theListOfARunIsHandedOver();
    void aRunIsExported();
    void whatIsDeletedComesBackByUndo();
    void deletionsAreUndoneOneByOne();
    void theLinkUndoesToo();
    void whatWasDeletedComesBackAfterReopening();
    void aDeletedRunThatIsMeasuredIsListedAgain();
    void aDeletionThatWasDroppedIsSaid();
    void withoutAWriterNothingIsDeleted();
    void aDamagedFileIsSaid();
    void aDamagedRunIsSaid();
    void whatIsKeptMeanwhileIsListed();
    void escapeCloses();
    void columnsComeBack();
    void theHostStandsBesideTheKindAlsoAmongColumnsThatWereKeptWithoutIt();
    void allColumnsAreInSightWhereTheyCanBe();
    void whereThereIsRoomTheLimitIsWhole();
    void noFigureAndNoDateIsCut_data();
    void noFigureAndNoDateIsCut();
    void theToolBarIsReachedByTab();

private:
    template<typename Widget>
    Widget *child(const char *name) const
    {
        return m_window->findChild<Widget *>(QLatin1String(name));
    }
    QAction *action(const char *name) const { return child<QAction>(name); }
    QTableView *table() const { return child<QTableView>("table"); }
    QString message() const { return child<QLabel>("message")->text(); }
    QString notice() const { return child<QLabel>("notice")->text(); }
    /// By the number of their links, as the rows stand.
    QList<int> listed() const;
    QList<int> stored() const;
    void keep(std::vector<report::Document> documents);
    void showWindow();
    void select(const QList<int> &rows);
    void pressKey(Qt::Key key, Qt::KeyboardModifiers modifiers = {});

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Writer> m_writer;
    std::unique_ptr<HistoryWindow> m_window;
};

void HistoryWindowTest::init()
{
    QSettings().remove(u"history"_s);
    m_folder = std::make_unique<QTemporaryDir>();
    m_writer = std::make_unique<store::Writer>(m_folder->path());
}

void HistoryWindowTest::cleanup()
{
    m_window.reset();
    m_writer.reset();
    m_folder.reset();
}

QList<int> HistoryWindowTest::listed() const
{
    QList<int> links;
    const QAbstractItemModel *model = table()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        links << model->index(row, static_cast<int>(HistoryColumnId::Links)).data().toInt();
    return links;
}

QList<int> HistoryWindowTest::stored() const
{
    QList<int> links;
    const auto all = store::summaries(m_folder->path());
    for (const store::RunSummary &run : all.value_or(std::vector<store::RunSummary>()))
        links << run.links;
    return links;
}

void HistoryWindowTest::keep(std::vector<report::Document> documents)
{
    for (report::Document &document : documents)
        m_writer->write(kept(std::move(document)));
    QVERIFY(m_writer->flush(std::chrono::minutes(1)));
}

void HistoryWindowTest::showWindow()
{
    if (!m_window)
        m_window = std::make_unique<HistoryWindow>(m_folder->path(), m_writer.get());
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void HistoryWindowTest::select(const QList<int> &rows)
{
    table()->clearSelection();
    for (const int row : rows)
        table()->selectionModel()->select(table()->model()->index(row, 0),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
    table()->selectionModel()->setCurrentIndex(table()->model()->index(rows.constLast(), 0),
                                               QItemSelectionModel::NoUpdate);
}

void HistoryWindowTest::pressKey(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    table()->setFocus();
    QTest::keyClick(table(), key, modifiers);
}

void HistoryWindowTest::anEmptyHistorySaysWhatWillBeThere()
{
    showWindow();
    QTRY_COMPARE(notice(), u"Finished runs are kept here."_s);
    QVERIFY(child<QLabel>("notice")->isVisible());
    QVERIFY(!table()->isVisible());
}

void HistoryWindowTest::runsAreListedNewestFirst()
{
    keep({runOn(1, 10), runOn(3, 30), runOn(2, 2)});
    showWindow();
    QTRY_COMPARE(listed(), (QList{30, 2, 10}));
    QVERIFY(table()->isVisible());
    QCOMPARE(ui::selectedRuns(table()), QSet<qint64>{2}); // Return opens the newest
    const auto text = [this](HistoryColumnId id) {
        return table()->model()->index(1, static_cast<int>(id)).data().toString();
    };
    QCOMPARE(text(HistoryColumnId::Together), u"1.0 s"_s);
    QVERIFY(text(HistoryColumnId::OneAtATime).endsWith(u", estimated"_s));
    QVERIFY(text(HistoryColumnId::Speedup).endsWith(u"as fast, estimated"_s));
}

void HistoryWindowTest::aClickOnAHeaderSorts()
{
    keep({runOn(1, 10), runOn(3, 9), runOn(2, 20)});
    showWindow();
    QTRY_COMPARE(listed(), (QList{9, 20, 10}));
    QHeaderView *header = table()->horizontalHeader();
    const int column = static_cast<int>(HistoryColumnId::Links);
    const QPoint place(header->sectionViewportPosition(column) + header->sectionSize(column) / 2,
                       header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    QTRY_COMPARE(listed(), (QList{9, 10, 20}));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    QTRY_COMPARE(listed(), (QList{20, 10, 9}));
}

void HistoryWindowTest::returnOpensTheReport()
{
    keep({runOn(1, 10), runOn(2, 20, 4000)});
    showWindow();
    QTRY_COMPARE(listed(), (QList{20, 10}));
    pressKey(Qt::Key_Return);
    QTRY_VERIFY(m_window->findChild<ReportWindow *>());
    const auto *report = m_window->findChild<ReportWindow *>();
    const QString date = table()->model()->index(0, 0).data().toString();
    QCOMPARE(report->windowTitle(), u"Run, %1 – Lapwing"_s.arg(date));
    QVERIFY(report->isVisible());
}

void HistoryWindowTest::aDoubleClickOpensTheReport()
{
    keep({runOn(1, 10)});
    showWindow();
    QTRY_COMPARE(listed(), QList{10});
    const QPoint place = table()->visualRect(table()->model()->index(0, 0)).center();
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, place);
    QTRY_COMPARE(m_window->findChildren<ReportWindow *>().size(), 1);
}

void HistoryWindowTest::theNewerOfTwoIsHeldAgainstTheOlder()
{
    keep({runOn(1, 2, 4000), runOn(2, 2, 1000)});
    showWindow();
    QTRY_COMPARE(listed().size(), 2);
    select({0, 1});
    action("actionCompare")->trigger();
    QTRY_VERIFY(m_window->findChild<ui::DifferenceWindow *>());
    const auto *difference = m_window->findChild<ui::DifferenceWindow *>();
    QCOMPARE(difference->findChild<QLabel *>(u"headline"_s)->text(),
             u"The files took 1.00 s in the second run, 3.00 s less than in the first."_s);
    QVERIFY(difference->isVisible());
    const auto date = [this](int row) { return table()->model()->index(row, 0).data().toString(); };
    QCOMPARE(difference->windowTitle(), u"%1, compared with %2 – Lapwing"_s.arg(date(0), date(1)));
}

void HistoryWindowTest::actionsAreThereWhereTheyDoSomething()
{
    keep({runOn(1, 10), runOn(2, 20), runOn(3, 30)});
    showWindow();
    QTRY_COMPARE(listed().size(), 3);
    const auto enabled = [this] {
        QString names;
        for (const char *name : {"actionOpen", "actionCompare", "actionAdd", "actionExport",
                                 "actionDelete", "actionUndo"})
            names += action(name)->isEnabled() ? u'1' : u'0';
        return names;
    };
    QCOMPARE(enabled(), u"101110"_s);
    select({0, 2});
    QCOMPARE(enabled(), u"010010"_s);
    table()->selectAll();
    QCOMPARE(enabled(), u"000010"_s);
    table()->clearSelection();
    QCOMPARE(enabled(), u"000000"_s);
    select({1});
    pressKey(Qt::Key_Delete);
    QCOMPARE(enabled(), u"101111"_s);
}

/// The values of queries are not kept, so a link with one cannot be downloaded again: it is named, not dropped.
void HistoryWindowTest::theListOfARunIsHandedOver()
{
    record::Run run = wholeRun(Mode::Together, 1000);
    run.tasks.front().edit().url = QUrl(u"http://one.example/a.bin"_s);
    run.tasks.front().edit().name = u"a (1).bin"_s;
    run.tasks.back().edit().url = QUrl(u"http://one.example/c?token=hush"_s);
    keep({sampleDocument({run})});
    showWindow();
    QTRY_COMPARE(listed().size(), 1);
    plan::Links wanted;
    connect(m_window.get(), &HistoryWindow::linksWanted, this,
            [&wanted](const plan::Links &links) { wanted = links; });
    action("actionAdd")->trigger();
    QTRY_COMPARE(wanted.urls, std::vector<QUrl>{QUrl(u"http://one.example/a.bin"_s)});
    QCOMPARE(wanted.details.at(0).name, u"a (1).bin"_s);
    QCOMPARE(wanted.rejects.size(), std::size_t{1});
    QVERIFY(wanted.rejects.front().error.fault == plan::ListFault::RedactedLink);
}

void HistoryWindowTest::aRunIsExported()
{
    keep({runOn(1, 10), runOn(2, 20)});
    showWindow();
    QTRY_COMPARE(listed().size(), 2);
    select({1});
    action("actionExport")->trigger();
    auto *dialog = m_window->findChild<QFileDialog *>();
    QVERIFY(dialog);
    const QString path = m_folder->filePath(u"run.json"_s);
    Q_EMIT dialog->fileSelected(path);
    QTRY_COMPARE(message(), u"Exported to %1"_s.arg(path));
    const auto again = ui::readRun(path);
    QVERIFY(again);
    QCOMPARE(again->plan.entries, 10);
}

void HistoryWindowTest::whatIsDeletedComesBackByUndo()
{
    keep({runOn(1, 10), runOn(2, 20), runOn(3, 30)});
    showWindow();
    QTRY_COMPARE(listed(), (QList{30, 20, 10}));
    select({0, 2});
    pressKey(Qt::Key_Delete);
    QCOMPARE(listed(), QList{20}); // at once, whatever the disk does
    QVERIFY(message().startsWith(u"2 runs deleted."));
    QCOMPARE(child<QLabel>("message")->accessibleDescription(), u"2 runs deleted. Undo"_s);
    QVERIFY(m_writer->flush());
    QCOMPARE(stored(), QList{20});
    pressKey(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(listed(), (QList{30, 20, 10}));
    QCOMPARE(ui::selectedRuns(table()), (QSet<qint64>{1, 3}));
    QVERIFY(message().isEmpty());
    QVERIFY(child<QLabel>("message")->accessibleDescription().isEmpty());
    QVERIFY(m_writer->flush());
    QCOMPARE(stored(), (QList{30, 20, 10}));
}

void HistoryWindowTest::deletionsAreUndoneOneByOne()
{
    keep({runOn(1, 10), runOn(2, 20), runOn(3, 30)});
    showWindow();
    QTRY_COMPARE(listed(), (QList{30, 20, 10}));
    select({1});
    pressKey(Qt::Key_Delete);
    QVERIFY(message().startsWith(u"1 run deleted."));
    QCOMPARE(ui::selectedRuns(table()), QSet<qint64>{1}); // the row that came up
    pressKey(Qt::Key_Delete);
    QCOMPARE(listed(), QList{30});
    action("actionUndo")->trigger();
    QCOMPARE(listed(), (QList{30, 10}));
    action("actionUndo")->trigger();
    QCOMPARE(listed(), (QList{30, 20, 10}));
    QVERIFY(!action("actionUndo")->isEnabled());
}

void HistoryWindowTest::theLinkUndoesToo()
{
    keep({runOn(1, 10)});
    showWindow();
    QTRY_COMPARE(listed(), QList{10});
    pressKey(Qt::Key_Delete);
    QTRY_COMPARE(notice(), u"Finished runs are kept here."_s);
    auto *label = child<QLabel>("message");
    QVERIFY(label->text().contains(u"<a href=\"undo\">Undo</a>"));
    Q_EMIT label->linkActivated(u"undo"_s);
    QCOMPARE(listed(), QList{10});
}

void HistoryWindowTest::whatWasDeletedComesBackAfterReopening()
{
    keep({runOn(1, 10), runOn(2, 20)});
    showWindow();
    QTRY_COMPARE(listed(), (QList{20, 10}));
    pressKey(Qt::Key_Delete);
    m_window->close();
    QVERIFY(m_writer->flush());
    showWindow();
    QTRY_COMPARE(listed(), QList{10});
    QVERIFY(action("actionUndo")->isEnabled());
    pressKey(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_writer->flush());
    m_window = std::make_unique<HistoryWindow>(m_folder->path(), m_writer.get());
    showWindow();
    QTRY_COMPARE(listed(), (QList{20, 10}));
}

/// While its rows are open, so that it is kept once more.
void HistoryWindowTest::aDeletedRunThatIsMeasuredIsListedAgain()
{
    const report::Document estimated = runOn(1, 10);
    keep({estimated, runOn(2, 20)});
    showWindow();
    QTRY_COMPARE(listed(), (QList{20, 10}));
    select({1});
    pressKey(Qt::Key_Delete);
    QCOMPARE(listed(), QList{20});
    report::Document measured =
        sampleDocument({estimated.runs.front(), wholeRun(Mode::OneAtATime, 3000)});
    measured.plan.entries = 10;
    keep({std::move(measured)});
    QTRY_COMPARE(listed(), (QList{20, 10}));
    action("actionUndo")->trigger();
    QCOMPARE(listed(), (QList{20, 10})); // once, as it was measured
    const auto speedup = static_cast<int>(HistoryColumnId::Speedup);
    QVERIFY(!table()->model()->index(1, speedup).data().toString().endsWith(u", estimated"));
}

void HistoryWindowTest::aDeletionThatWasDroppedIsSaid()
{
    keep({runOn(1, 10), runOn(2, 20)});
    showWindow();
    QTRY_COMPARE(listed(), (QList{20, 10}));
    pressKey(Qt::Key_Delete);
    QVERIFY(m_writer->flush());
    const auto opened = store::openFile(m_folder->path());
    QVERIFY(opened && (*opened)->run(u"UPDATE history SET removed = 0"_s));
    Q_EMIT m_writer->historyFailed(store::Trouble::Damaged);
    QCOMPARE(message(), u"The history cannot be changed: the file is damaged."_s);
    QVERIFY(!action("actionUndo")->isEnabled());
    QTRY_COMPARE(listed(), (QList{20, 10}));
}

void HistoryWindowTest::withoutAWriterNothingIsDeleted()
{
    keep({runOn(1, 10)});
    m_window = std::make_unique<HistoryWindow>(m_folder->path(), nullptr);
    showWindow();
    QTRY_COMPARE(listed(), QList{10});
    QVERIFY(action("actionOpen")->isEnabled());
    QVERIFY(!action("actionDelete")->isEnabled());
    pressKey(Qt::Key_Delete);
    QCOMPARE(listed(), QList{10});
}

void HistoryWindowTest::aDamagedFileIsSaid()
{
    m_writer.reset();
    overwrite(store::filePath(m_folder->path()), QByteArray(8192, 'x'));
    showWindow();
    QTRY_COMPARE(notice(), u"The history cannot be read: the file is damaged."_s);
    QVERIFY(child<QLabel>("notice")->isVisible());
}

void HistoryWindowTest::aDamagedRunIsSaid()
{
    keep({runOn(1, 10), runOn(2, 20)});
    const auto opened = store::openFile(m_folder->path());
    QVERIFY(opened);
    QVERIFY((*opened)->run(u"UPDATE history SET document = x'00' WHERE id = 2"_s));
    showWindow();
    QTRY_COMPARE(listed(), (QList{20, 10}));
    pressKey(Qt::Key_Return);
    QTRY_COMPARE(message(), u"This run cannot be read: it is damaged or no longer kept."_s);
    QCOMPARE(child<QLabel>("message")->accessibleDescription(), message());
    table()->selectAll();
    action("actionCompare")->trigger();
    QTRY_VERIFY(message().startsWith(u"This run cannot be read"));
    QVERIFY(!m_window->findChild<ReportWindow *>());
    QVERIFY(!m_window->findChild<ui::DifferenceWindow *>());
}

void HistoryWindowTest::whatIsKeptMeanwhileIsListed()
{
    keep({runOn(1, 10), runOn(2, 20)});
    showWindow();
    QTRY_COMPARE(listed(), (QList{20, 10}));
    select({1});
    keep({runOn(3, 30)});
    QTRY_COMPARE(listed(), (QList{30, 20, 10}));
    QCOMPARE(ui::selectedRuns(table()), QSet<qint64>{1});
}

void HistoryWindowTest::escapeCloses()
{
    keep({runOn(1, 10)});
    showWindow();
    QTRY_COMPARE(listed(), QList{10});
    pressKey(Qt::Key_Escape);
    QVERIFY(!m_window->isVisible());
    showWindow();
    pressKey(Qt::Key_W, Qt::ControlModifier);
    QVERIFY(!m_window->isVisible());
}

void HistoryWindowTest::columnsComeBack()
{
    keep({runOn(1, 10), runOn(2, 9)});
    showWindow();
    QTRY_COMPARE(listed(), (QList{9, 10}));
    const int links = static_cast<int>(HistoryColumnId::Links);
    table()->setColumnWidth(links, 123);
    table()->sortByColumn(links, Qt::DescendingOrder);
    m_window->close();
    m_window = std::make_unique<HistoryWindow>(m_folder->path(), m_writer.get());
    QCOMPARE(table()->columnWidth(links), 123);
    showWindow();
    QTRY_COMPARE(listed(), (QList{10, 9}));
}

void HistoryWindowTest::theHostStandsBesideTheKindAlsoAmongColumnsThatWereKeptWithoutIt()
{
    QTableWidget earlier(0, static_cast<int>(HistoryColumnId::Host));
    earlier.setColumnWidth(static_cast<int>(HistoryColumnId::Links), 123);
    earlier.horizontalHeader()->moveSection(static_cast<int>(HistoryColumnId::Limit), 0);
    for (const bool isKept : {false, true}) {
        if (isKept)
            QSettings().setValue(u"history/columns"_s, earlier.horizontalHeader()->saveState());
        m_window = std::make_unique<HistoryWindow>(m_folder->path(), m_writer.get());
        const QHeaderView *header = table()->horizontalHeader();
        const auto placeOf = [header](HistoryColumnId id) {
            return header->visualIndex(static_cast<int>(id));
        };
        QCOMPARE(placeOf(HistoryColumnId::Host), placeOf(HistoryColumnId::Kind) + 1);
        QCOMPARE(placeOf(HistoryColumnId::Limit), isKept ? 0 : header->count() - 1);
        QVERIFY(table()->columnWidth(static_cast<int>(HistoryColumnId::Host))
                >= table()->fontMetrics().horizontalAdvance(u"downloads.example.org"_s));
    }
    QCOMPARE(table()->columnWidth(static_cast<int>(HistoryColumnId::Links)), 123);
}

void HistoryWindowTest::allColumnsAreInSightWhereTheyCanBe()
{
    m_window = std::make_unique<HistoryWindow>(m_folder->path(), m_writer.get());
    const auto widthOf = [this](HistoryColumnId id) {
        return table()->columnWidth(static_cast<int>(id));
    };
    const QHeaderView *header = table()->horizontalHeader();
    const int letter = ui::letterWidth(table()->fontMetrics());
    const int all = header->length();
    const int host = widthOf(HistoryColumnId::Host);
    const int figures = widthOf(HistoryColumnId::OneAtATime);
    QVERIFY2(all < 235 * letter, "it is as wide as what is usual in it");
    ui::fitColumns(table(), 40 * letter);
    QVERIFY2(header->length() == all, "there is no room for all of them");
    ui::fitColumns(table(), all - 26 * letter);
    QVERIFY(header->length() <= all - 26 * letter);
    QVERIFY(widthOf(HistoryColumnId::Host) < host);
    QVERIFY2(widthOf(HistoryColumnId::OneAtATime) == figures, "a figure is not cut");
}

void HistoryWindowTest::whereThereIsRoomTheLimitIsWhole()
{
    m_window = std::make_unique<HistoryWindow>(m_folder->path(), m_writer.get());
    ui::fitColumns(table(), table()->horizontalHeader()->length() * 9 / 8);
    QVERIFY(
        table()->columnWidth(static_cast<int>(HistoryColumnId::Limit))
        > table()->fontMetrics().horizontalAdvance(u"Limited by the speed of each connection"_s));
}

void HistoryWindowTest::noFigureAndNoDateIsCut_data()
{
    QTest::addColumn<QString>("locale");
    for (const char *locale : {"C", "en_US", "hu_HU", "ja_JP", "ko_KR"})
        QTest::newRow(locale) << QString::fromLatin1(locale);
}

void HistoryWindowTest::noFigureAndNoDateIsCut()
{
    QFETCH(const QString, locale);
    const auto restore = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(locale));
    m_window = std::make_unique<HistoryWindow>(m_folder->path(), m_writer.get());
    const QFontMetrics metrics = table()->fontMetrics();
    store::RunSummary run;
    run.started = QDateTime({2026, 11, 30}, {22, 58});
    run.together = std::chrono::seconds(2);
    for (const double high : {0.9, 1.0, 4.0}) {
        run.low = std::min(high, 1.0);
        run.high = high;
        for (const auto id :
             {HistoryColumnId::Started, HistoryColumnId::OneAtATime, HistoryColumnId::Speedup}) {
            const QString text = ui::historyColumn(id).text(run);
            QVERIFY2(metrics.horizontalAdvance(text) + ui::letterWidth(metrics)
                         <= table()->columnWidth(static_cast<int>(id)),
                     qPrintable(text));
        }
    }
}

void HistoryWindowTest::theToolBarIsReachedByTab()
{
    showWindow();
    int reached = 0;
    for (const QToolButton *button : m_window->findChildren<QToolButton *>()) {
        if (button->isVisible() && button->defaultAction() != nullptr)
            reached += (button->focusPolicy() & Qt::TabFocus) != 0 ? 1 : 0;
    }
    QCOMPARE(reached, 5);
}

LAPWING_TEST(HistoryWindowTest)
#include "tst_historywindow.moc"
