// SPDX-License-Identifier: MIT
#include "mainwindow.h"
#include "results/reportwindow.h"
#include "store/history.h"
#include "support/rawserver.h"
#include "support/testmain.h"
#include "trial/trialpage.h"
#include "ui/longestwait.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

#include <algorithm>

using namespace lapwing;
using ui::MainWindow;
using ui::TrialPage;
using ui::TrialQuestion;
using Activity = ui::DownloadController::Activity;
using test::longestWait;

/// The page of a trial in the main window, over a list of two files.
class TrialWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QSettings().clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_data = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<test::RawServer>();
        for (const char *path : {"/a", "/b"})
            m_server->route(path,
                            test::ok(test::filler(10'000)).after(std::chrono::milliseconds(60)));
        open();
        QStringList links;
        for (const char *path : {"/a", "/b"})
            links << m_server->url(path).toString();
        m_window->addInputs(links);
        QTRY_COMPARE(controller().count(), 2);
    }

    void cleanup()
    {
        m_window.reset();
        m_server.reset();
    }

    void theButtonsOfTheCardOpenThePage()
    {
        child<QPushButton>("findBest")->click();
        QVERIFY(isOpen());
        QVERIFY(child<QRadioButton>("bestNumber")->isChecked());
        QVERIFY(child<QPushButton>("start")->hasFocus());
        QTest::keyClick(child<QPushButton>("start"), Qt::Key_Escape);
        QVERIFY(!isOpen());
        child<QPushButton>("measure")->click();
        QVERIFY(isOpen());
        QVERIFY2(child<QRadioButton>("inRounds")->isChecked(),
                 "there is no run to be held against");
        child<QPushButton>("back")->click();
        QVERIFY(!isOpen());
        QVERIFY(table()->hasFocus());
    }

    /// What the button of the card says is what the page would do.
    void theCardCostsWhatThePageSays()
    {
        const auto *findBest = child<QPushButton>("findBest");
        QTRY_COMPARE(findBest->text(), u"Find the best number… (12 runs)");
        child<QPushButton>("findBest")->click();
        child<QLineEdit>("levels")->setText(QStringLiteral("2, 40"));
        child<QSpinBox>("rounds")->setValue(2);
        QCOMPARE(findBest->text(), u"Find the best number… (2 runs)"); // of two files
        QVERIFY2(child<QLabel>("data")->text().startsWith(u"2 runs"),
                 qPrintable(child<QLabel>("data")->text()));
        child<QPushButton>("back")->click();
    }

    void whatASweepMeasuredIsOnTheCard()
    {
        sweepSlowFiles();
        const auto *ground = child<QLabel>("ground");
        QTRY_VERIFY2(ground->text().contains(u"measured once"), qPrintable(ground->text()));
        controller().remove({controller().ids().back()}); // it was of that list
        QTRY_VERIFY2(!ground->text().contains(u"measured"), qPrintable(ground->text()));
    }

    /// Right under the card that led there, whatever else the page shows.
    void startIsAboveEverything()
    {
        child<QPushButton>("measure")->click();
        const auto top = [this](const QWidget *widget) {
            return widget->mapTo(m_window.get(), QPoint()).y();
        };
        const auto *form = child<QRadioButton>("once");
        QTRY_VERIFY(top(child<QPushButton>("start")) < top(form));
        QVERIFY(top(child<QPushButton>("stop")) < top(form));
        child<QPushButton>("back")->click();
    }

    void theListCanBeSeenWhileItGoesOn()
    {
        start(TrialQuestion::Rounds, 100);
        child<QPushButton>("back")->click();
        QVERIFY(!isOpen());
        QCOMPARE(controller().activity(), Activity::Trying);
        QCOMPARE(child<QToolButton>("link")->text(), u"Show");
        child<QToolButton>("link")->click();
        QVERIFY(isOpen());
        QVERIFY(child<QPushButton>("stop")->isEnabled());
        controller().stop();
        untilIdle();
    }

    void aRunThatBeginsShowsTheList()
    {
        child<QPushButton>("findBest")->click();
        controller().start();
        QTRY_COMPARE(controller().activity(), Activity::Running);
        QTRY_VERIFY(!isOpen());
        QVERIFY(table()->hasFocus());
        child<QPushButton>("findBest")->click(); // who opens it meanwhile stays
        untilIdle();
        QVERIFY(isOpen());
    }

    void itsEndIsSaidWhereverOneIs()
    {
        start(TrialQuestion::Rounds, 2);
        child<QPushButton>("back")->click();
        untilIdle();
        QTRY_VERIFY2(message().contains(u"as fast"), qPrintable(message()));
        QCOMPARE(child<QToolButton>("link")->text(), u"Show");
    }

    void theRecommendedNumberIsTaken()
    {
        for (const char *path : {"/a", "/b"}) // so long that a busy machine does not blur them
            m_server->route(path, test::ok("a").after(std::chrono::milliseconds(300)));
        start(TrialQuestion::BestNumber, 2);
        untilIdle();
        auto *use = child<QPushButton>("use");
        QTRY_VERIFY(use->isVisible());
        const int number = page()->document()->sweep->recommended.value();
        QVERIFY(use->isEnabled());
        use->click();
        QCOMPARE(controller().atOnce(), number);
        QVERIFY2(message().contains(QString::number(number)), qPrintable(message()));
        QVERIFY(!use->isEnabled());
    }

    void aFinishedTrialIsKept()
    {
        start(TrialQuestion::Rounds, 2);
        untilIdle();
        QTRY_COMPARE(kept().size(), std::size_t(1));
        QCOMPARE(kept().front().kind, record::Trial::Kind::Compare);
        QVERIFY(kept().front().speedup.has_value());
        QCOMPARE(child<QLabel>("outcome")->text(), u"Kept in the history.");
    }

    void aTrialThatWasStoppedKeepsItsWholeRounds()
    {
        start(TrialQuestion::Rounds, 100);
        QTRY_VERIFY_WITH_TIMEOUT(rounds() >= 3, longestWait);
        controller().stop();
        untilIdle();
        QTRY_COMPARE(kept().size(), std::size_t(1));
        const auto document = store::document(m_data->path(), kept().front().id);
        QVERIFY(document.has_value());
        QVERIFY(document->runs.size() >= 4 && document->runs.size() % 2 == 0);
    }

    void itsReportIsAWindow()
    {
        start(TrialQuestion::Rounds, 1);
        untilIdle();
        QTRY_VERIFY(page()->document() != nullptr);
        child<QPushButton>("report")->click();
        QTRY_VERIFY(m_window->findChild<ui::ReportWindow *>());
        QCOMPARE(m_window->findChild<ui::ReportWindow *>()->windowTitle(), u"Comparison – Lapwing");
    }

    void whatWasMeasuredComesBack()
    {
        start(TrialQuestion::BestNumber, 2);
        untilIdle();
        QTRY_COMPARE(kept().size(), std::size_t(1));
        const QString headline = child<QLabel>("headline")->text();
        QVERIFY(!headline.isEmpty());
        m_window->close();
        m_window.reset();

        open();
        QTRY_VERIFY(isOpen());
        QVERIFY(child<QRadioButton>("bestNumber")->isChecked());
        QCOMPARE(child<QSpinBox>("rounds")->value(), 2);
        QTRY_COMPARE(child<QLabel>("headline")->text(), headline);
        QVERIFY(child<QLabel>("outcome")->text().startsWith(u"Measured on "));
        QVERIFY2(child<QLabel>("otherList")->isHidden(), "the list came back too");
    }

    void theCardRecommendsWhatThePageDoes()
    {
        sweepSlowFiles();
        removeAndUndo();
        QTRY_COMPARE(countKept(record::Trial::Kind::Sweep), 1);
        m_window->close();
        m_window.reset();

        open();
        QTRY_VERIFY2(card().contains(u"recommends 2 at a time."), qPrintable(card()));
        for (const char *path : {"/a", "/b"})
            m_server->route(path, test::status(404).after(std::chrono::milliseconds(300)));
        start(TrialQuestion::BestNumber, 1);
        untilIdle();
        QTRY_VERIFY(page()->document() != nullptr);
        QVERIFY(!page()->document()->sweep->recommended);
        QTRY_VERIFY2(card().contains(u"One run cannot tell"), qPrintable(card()));
    }

    void aComparisonLeavesWhatTheCardRecommends()
    {
        sweepSlowFiles();
        child<QSpinBox>("atOnce")->setValue(2);
        start(TrialQuestion::Rounds, 1);
        untilIdle();
        removeAndUndo();
        QTRY_COMPARE(countKept(record::Trial::Kind::Sweep), 1);
        QTRY_COMPARE(countKept(record::Trial::Kind::Compare), 1);
        for (int session = 0; session < 2; ++session) {
            m_window->close();
            m_window.reset();

            open();
            QTRY_VERIFY2(card().contains(u"recommends 2 at a time."), qPrintable(card()));
            QTRY_VERIFY(page()->document() != nullptr);
            QVERIFY2(!page()->document()->sweep, "the comparison is shown");
        }
        removeAndUndo();
    }

    void whatWasMeasuredOnceComesBackToo()
    {
        controller().start();
        QTRY_VERIFY_WITH_TIMEOUT(controller().canMeasure(), longestWait);
        child<QAction>("actionCompare")->trigger();
        QVERIFY(child<QRadioButton>("once")->isChecked());
        child<QPushButton>("start")->click();
        QTRY_COMPARE_WITH_TIMEOUT(controller().activity(), Activity::Measuring, longestWait);
        untilIdle();
        QTRY_VERIFY(page()->document() != nullptr);
        const QString headline = child<QLabel>("headline")->text();
        QVERIFY(!headline.isEmpty());
        m_window->close();
        m_window.reset();

        open();
        QTRY_VERIFY(isOpen());
        QTRY_VERIFY(page()->document() != nullptr);
        QCOMPARE(child<QLabel>("headline")->text(), headline);
        QVERIFY(child<QRadioButton>("once")->isChecked());
    }

    void keysOfTheListDoNothingToItOutOfSight()
    {
        table()->selectAll();
        child<QPushButton>("findBest")->click();
        QTest::keyClick(child<QPushButton>("start"), Qt::Key_Delete);
        QCOMPARE(controller().count(), 2);
    }

    void aListThatIsClearedHasNoPage()
    {
        child<QPushButton>("findBest")->click();
        controller().clear();
        QCOMPARE(pages()->currentWidget()->objectName(), u"emptyPage");
        controller().undo();
        QCOMPARE(pages()->currentWidget()->objectName(), u"listPage");
    }

    void aLowWindowLeavesTheRoomToThePage()
    {
        m_window->resize(m_window->width(), 1'000);
        child<QPushButton>("findBest")->click();
        QVERIFY(!child<QWidget>("card")->isHidden());
        m_window->resize(640, 480);
        QTRY_VERIFY(child<QWidget>("card")->isHidden());
        child<QPushButton>("back")->click();
        QVERIFY(!child<QWidget>("card")->isHidden());
    }

private:
    template<typename Widget>
    Widget *child(const char *name) const
    {
        return m_window->findChild<Widget *>(QLatin1String(name));
    }
    ui::DownloadController &controller() const { return m_window->controller(); }
    TrialPage *page() const { return m_window->findChild<TrialPage *>(); }
    QStackedWidget *pages() const { return child<QStackedWidget>("pages"); }
    QTableView *table() const { return child<QTableView>("table"); }
    int rounds() const { return child<QTableView>("runs")->model()->rowCount(); }
    bool isOpen() const { return pages()->currentWidget() == page(); }
    QString message() const { return child<QLabel>("message")->text(); }
    QString card() const { return child<QLabel>("sentence")->text(); }

    void open()
    {
        MainWindow::Conditions conditions;
        conditions.folder = m_folder->path();
        conditions.dataFolder = m_data->path();
        m_window = std::make_unique<MainWindow>(conditions);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void start(TrialQuestion question, int rounds)
    {
        child<QAction>(question == TrialQuestion::BestNumber ? "actionSweep" : "actionCompare")
            ->trigger();
        page()->choose(question);
        child<QSpinBox>("rounds")->setValue(rounds);
        QTRY_VERIFY(child<QPushButton>("start")->isEnabled());
        child<QPushButton>("start")->click();
        QTRY_COMPARE_WITH_TIMEOUT(controller().activity(), Activity::Trying, longestWait);
    }

    void untilIdle()
    {
        QTRY_COMPARE_WITH_TIMEOUT(controller().activity(), Activity::Idle, longestWait);
    }

    /// The card recommends 2 then. They take long enough to be what the run is limited by.
    void sweepSlowFiles()
    {
        for (const char *path : {"/a", "/b"})
            m_server->route(path,
                            test::withLength(1'000, {}).drip(test::filler(1'000), 100,
                                                             std::chrono::milliseconds(60)));
        child<QSpinBox>("atOnce")->setValue(1);
        controller().start();
        QTRY_VERIFY_WITH_TIMEOUT(controller().canMeasure(), longestWait);
        QTRY_VERIFY2(card().contains(u"One run cannot tell"), qPrintable(card()));
        start(TrialQuestion::BestNumber, 1);
        untilIdle();
        QTRY_VERIFY2(card().contains(u"recommends 2 at a time."), qPrintable(card()));
    }

    /// With the list, what is recommended for it.
    void removeAndUndo()
    {
        controller().remove({controller().ids().back()});
        QTRY_VERIFY2(!card().contains(u"recommends"), qPrintable(card()));
        controller().undo();
        QTRY_VERIFY2(card().contains(u"recommends 2 at a time."), qPrintable(card()));
    }

    std::ptrdiff_t countKept(record::Trial::Kind kind) const
    {
        return std::ranges::count(kept(), kind, &store::RunSummary::kind);
    }

    std::vector<store::RunSummary> kept() const
    {
        return store::summaries(m_data->path()).value_or(std::vector<store::RunSummary>());
    }

    std::unique_ptr<QTemporaryDir> m_folder, m_data;
    std::unique_ptr<test::RawServer> m_server;
    std::unique_ptr<MainWindow> m_window;
};

LAPWING_TEST(TrialWindowTest)
#include "tst_trialwindow.moc"
