// SPDX-License-Identifier: MIT
#include "measure/compare/completeness.h"
#include "measure/seconds.h"
#include "plan/redaction.h"
#include "support/rawserver.h"
#include "support/testmain.h"
#include "trial/trialchart.h"
#include "trial/trialforecast.h"
#include "trial/trialpage.h"
#include "ui/longestwait.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>

using namespace lapwing;
using ui::DownloadController;
using ui::TrialPage;
using ui::TrialQuestion;
using Activity = DownloadController::Activity;
using test::longestWait;

namespace {

constexpr double quickDemo = 0.005; ///< 25, 15 and 20 ms
/// 100, 60 and 80 ms: where something is done meanwhile, or numbers at once are told apart.
constexpr double slowDemo = 0.02;

} // namespace

/// The page over a real engine, with the three deliveries of the demo.
class TrialPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { open(quickDemo); }

    void cleanup()
    {
        m_page.reset();
        m_controller.reset();
        m_folder.reset();
    }

    void theCostIsSaidFirst()
    {
        QTRY_COMPARE(text("data"), u"37.7 MB in 12 runs"); // 3 files of 1 MiB
        QVERIFY2(text("time").contains(u" s"), qPrintable(text("time")));
        child<QSpinBox>("rounds")->setValue(1);
        QCOMPARE(text("data"), u"6.3 MB in 2 runs");
        m_page->choose(TrialQuestion::Once);
        QCOMPARE(text("data"), u"3.1 MB in 1 run");
        QVERIFY(text("files").contains(u"No new files are kept"));
        for (const char *figure : {"data", "time"}) { // a name of their own would hide them
            const QAccessibleInterface *read =
                QAccessible::queryAccessibleInterface(child<QLabel>(figure));
            QCOMPARE(read->text(QAccessible::Name), text(figure));
        }
    }

    void withoutARunTheTimeIsNotKnown()
    {
        QUrl link = m_controller->entry(1)->url;
        link.setPath(QStringLiteral("/size-2000000/own.bin"));
        m_controller->add({{link}, {}}); // in the place of the demo
        QCOMPARE(text("time"), u"unknown until one run has ended");
        QVERIFY(!child<QRadioButton>("once")->isEnabled());
    }

    void whatWasTriedTellsTheTime()
    {
        addOwnLink(); // in the place of the demo
        child<QSpinBox>("rounds")->setValue(1);
        QCOMPARE(text("time"), u"unknown until one run has ended");
        run();
        QVERIFY2(!text("time").startsWith(u"unknown"), qPrintable(text("time")));
    }

    void whatFailedIsNotWaitedFor()
    {
        test::RawServer server;
        server.route("/a", test::ok("a"));
        m_controller->add({{server.url("/a"), server.url("/b")}, {}}); // in the place of the demo
        m_controller->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_controller->canMeasure(), longestWait);
        QVERIFY2(!text("time").startsWith(u"unknown"), qPrintable(text("time")));
    }

    void theTimeOfWhatFailedIsNotCounted()
    {
        test::RawServer server;
        server.route("/a", test::ok("a"));
        server.route("/b", test::status(404).afterRelease());
        m_controller->add({{server.url("/a"), server.url("/b")}, {}}); // in the place of the demo
        m_controller->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->situation().totals.in(record::TaskState::Done), 1,
                                  longestWait);
        server.release();
        QTRY_VERIFY_WITH_TIMEOUT(m_controller->canMeasure(), longestWait);
        const record::Run &last = *m_controller->lastRun();
        const ui::KnownTime known = m_controller->timesToMeasure().front();
        QCOMPARE(known.seconds.high, measure::seconds(measure::elapsedOfFiles(last)));
        QVERIFY(known.seconds.high < measure::seconds(last.facts.elapsed));
    }

    void whatFailedCostsItsTimeAndItsBytesOnce()
    {
        test::RawServer server;
        server.route("/a", test::ok("a"));
        server.route("/b", test::withLength(1'000'000, "b").hold().close());
        ui::Settings settings;
        settings.retries.max = 0;
        m_controller->setSettings(settings);
        m_controller->add({{server.url("/a"), server.url("/b")}, {}}); // in the place of the demo
        m_controller->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->situation().totals.in(record::TaskState::Done), 1,
                                  longestWait);
        server.release();
        QTRY_VERIFY_WITH_TIMEOUT(m_controller->canMeasure(), longestWait);
        const double failed = ui::timeOfFailed(*m_controller->lastRun());
        QVERIFY(failed > 0);
        ui::TrialForecast forecast(*m_controller);
        forecast.refresh();
        ui::TrialChoice choice;
        choice.rounds.count = 2;
        const ui::TrialCost cost = forecast.costOf(choice);
        const auto steps = ui::stepsOf(choice, m_controller->atOnce(), 2);
        const auto ofFiles = ui::expectedTime(steps, m_controller->timesToMeasure());
        QCOMPARE(cost.time->high, ofFiles->high + failed);
        QCOMPARE(cost.sizes->bytes, 1);
        QCOMPARE(cost.failedBytes, 1'000'000);
    }

    void aRunAfterTheTrialTellsTheTime()
    {
        test::RawServer server;
        server.route("/a", test::ok("a"));
        m_controller->add({{server.url("/a")}, {}}); // in the place of the demo
        child<QSpinBox>("rounds")->setValue(1);
        run();
        server.route("/a", test::ok("a").after(std::chrono::milliseconds(600)));
        m_controller->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_controller->canMeasure(), longestWait);
        const QString time = text("time");
        QVERIFY2(time.section(u' ', 1, 1).toDouble() >= 1.2, qPrintable(time)); // of two runs
    }

    void theTimeOfOnceIsThatOfTheCard()
    {
        connect(m_page.get(), &TrialPage::aloneChanged, m_controller.get(),
                [this] { m_controller->setTried(m_page->alone()); }); // as the window does
        test::RawServer server;
        server.route("/b", test::ok("b"));
        const auto answerAfter = [&](int milliseconds) {
            server.route("/a", test::ok("a").after(std::chrono::milliseconds(milliseconds)));
        };
        const auto ofCard = [this] {
            return QStringLiteral("about ")
                + m_controller->summary().measureCost.section(u',', 0, 0);
        };
        answerAfter(520); // shorter lists have no figure
        m_controller->add({{server.url("/a"), server.url("/b")}, {}}); // in the place of the demo
        m_controller->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_controller->canMeasure(), longestWait);
        m_page->choose(TrialQuestion::Once);
        const QString before = text("time");
        end(comparedDocument({1.3, 1.1, 1.6}));
        QVERIFY(text("time") != before);
        QCOMPARE(text("time"), ofCard());
        for (const int milliseconds : {560, 620}) {
            answerAfter(milliseconds);
            measureOnce();
            QCOMPARE(text("time"), ofCard());
        }
    }

    void theResultOfAnotherListIsSaidToBe()
    {
        addOwnLink();
        child<QSpinBox>("rounds")->setValue(1);
        run();
        QVERIFY(m_page->document() != nullptr);
        QVERIFY(child<QLabel>("otherList")->isHidden());
        TrialPage next(m_controller.get());
        next.showKept(*m_page->document());
        const auto *inNext = next.findChild<QLabel *>(QStringLiteral("otherList"));
        QVERIFY(inNext->isHidden());
        addLinks(1);
        for (const QLabel *label :
             std::initializer_list<const QLabel *>{child<QLabel>("otherList"), inNext}) {
            QVERIFY(!label->isHidden());
            QVERIFY2(label->text().endsWith(u", with another list."), qPrintable(label->text()));
        }
        QTRY_VERIFY(child<QLabel>("otherList")->y() < child<QLabel>("headline")->y());
        QCOMPARE(text("time"), u"unknown until one run has ended");
        m_controller->remove({m_controller->ids().back()});
        QVERIFY(child<QLabel>("otherList")->isHidden());
        QVERIFY2(!text("time").startsWith(u"unknown"), qPrintable(text("time")));
    }

    void aListThatGrewWhileItWasMeasuredIsAnother()
    {
        addOwnLink(); // in the place of the demo
        child<QSpinBox>("rounds")->setValue(1);
        connect(
            m_controller.get(), &DownloadController::trialMoved, m_page.get(),
            [this] { addLinks(1); }, Qt::SingleShotConnection);
        run();
        QCOMPARE(m_controller->count(), 2);
        QCOMPARE(m_page->document()->runs.front().tasks.size(), std::size_t(1));
        QVERIFY(!child<QLabel>("otherList")->isHidden());
        QCOMPARE(text("time"), u"unknown until one run has ended");
    }

    void linksThatDifferInTheirQueriesAreOtherOnes()
    {
        test::RawServer server;
        server.route("/get", test::ok("a"));
        const auto add = [&](const QByteArray &id) {
            m_controller->add({{server.url("/get?id=" + id)}, {}});
        };
        add("1"); // in the place of the demo
        child<QSpinBox>("rounds")->setValue(1);
        run();
        report::Document kept = *m_page->document();
        for (record::Run &each : kept.runs)
            each.tasks.front().edit().url = QUrl(plan::displayUrl(each.tasks.front()->url));
        TrialPage next(m_controller.get());
        next.showKept(kept); // as the history has it
        const auto *ofNext = next.findChild<QLabel *>(QStringLiteral("otherList"));
        const auto *ofThis = child<QLabel>("otherList");
        QVERIFY(ofNext->isHidden());
        m_controller->clear();
        add("2");
        QVERIFY(!ofNext->isHidden());
        QVERIFY(!ofThis->isHidden());
        m_controller->clear();
        add("1");
        QVERIFY(ofThis->isHidden());
        QVERIFY2(!ofNext->isHidden(), "no id is given twice, and the history has no query");
    }

    void theCostIsThatOfTheListThatIsShown()
    {
        QTRY_VERIFY(text("data").contains(u"37.7 MB"));
        QUrl link = m_controller->entry(1)->url;
        link.setPath(QStringLiteral("/size-2000000/own.bin"));
        m_controller->add({{link}, {}}); // in the place of the demo
        QVERIFY2(!text("data").contains(u"37.7 MB"), qPrintable(text("data")));
        QCOMPARE(text("data"), u"12 runs; the sizes are not known");
        child<QPushButton>("ask")->click();
        QTRY_VERIFY2(text("data").contains(u"24.0 MB"), qPrintable(text("data"))); // 12 times
        link.setPath(QStringLiteral("/size-1000000/more.bin"));
        m_controller->add({{link}, {}});
        QVERIFY2(!text("data").contains(u"24.0 MB"), qPrintable(text("data")));
        child<QPushButton>("ask")->click();
        QTRY_VERIFY2(text("data").contains(u"36.0 MB"), qPrintable(text("data")));
        QVERIFY2(!child<QPushButton>("ask")->isVisible(), "they said all that they know");
    }

    void serversAreAskedOnlyWhenTold()
    {
        QVERIFY(!child<QPushButton>("ask")->isVisible());
        m_page->hide();
        const QSignalSpy known(m_controller.get(), &DownloadController::costKnown);
        QUrl link = m_controller->entry(1)->url;
        link.setPath(QStringLiteral("/size-2000000/own.bin"));
        m_controller->add({{link}, {}});
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        QVERIFY(child<QPushButton>("ask")->isVisible());
        QVERIFY(!text("data").contains(u"asking"));
        child<QPushButton>("ask")->click();
        QVERIFY(text("data").contains(u"asking"));
        QTRY_COMPARE(known.size(), 1);
    }

    /// A file of the settings is gone: no server is asked.
    void sizesThatNobodyIsAskedForAreNotAwaited()
    {
        addOwnLink();
        ui::Settings settings;
        settings.cookieFile = QStringLiteral("/no/such/cookies.txt");
        m_controller->setSettings(settings);
        QSignalSpy raised(m_controller.get(), &DownloadController::messageRaised);
        child<QPushButton>("ask")->click();
        QVERIFY(text("data").contains(u"asking"));
        QTRY_COMPARE(raised.size(), 1);
        QVERIFY(raised.front().front().toString().startsWith(u"Not started: "));
        QCOMPARE(text("data"), u"12 runs; the sizes are not known");
        QVERIFY(child<QPushButton>("ask")->isVisible());
        m_controller->setSettings({});
        child<QPushButton>("ask")->click();
        QTRY_VERIFY2(text("data").contains(u"24.0 MB"), qPrintable(text("data")));
    }

    void onceCostsWhatTheCardSays()
    {
        QUrl link = m_controller->entry(1)->url;
        link.setPath(QStringLiteral("/size-2000000/own.bin"));
        m_controller->add({{link}, {}}); // in the place of the demo
        m_controller->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_controller->canMeasure(), longestWait);
        link.setPath(QStringLiteral("/size-1000000/more.bin"));
        m_controller->add({{link}, {}}); // not of the run that is measured
        m_page->choose(TrialQuestion::Once);
        const QString card = m_controller->summary().measureCost;
        QVERIFY2(card.endsWith(u"2.0 MB"), qPrintable(card));
        QCOMPARE(text("data"), u"2.0 MB in 1 run");
        QVERIFY2(!text("time").startsWith(u"unknown"), qPrintable(text("time")));
    }

    void roundsGrowAsTheyEnd()
    {
        open(slowDemo);
        child<QSpinBox>("rounds")->setValue(2);
        QSignalSpy moved(m_controller.get(), &DownloadController::trialMoved);
        child<QPushButton>("start")->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Trying, longestWait);
        QTRY_VERIFY_WITH_TIMEOUT(!chart()->picture().runs.empty(), longestWait);
        QVERIFY(!chart()->picture().isOver);
        QVERIFY(child<QProgressBar>("bar")->isVisible());
        QVERIFY2(text("step").startsWith(u"Round "), qPrintable(text("step")));
        QVERIFY2(text("left").startsWith(u"Time left: "), qPrintable(text("left")));
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Idle, longestWait);
        QVERIFY(chart()->picture().isOver);
        QCOMPARE(chart()->picture().runs.size(), std::size_t(4));
        QVERIFY(!child<QProgressBar>("bar")->isVisible());
        QCOMPARE(moved.size(), 5); // the probes, and before each run
    }

    void theBarMovesInTheFirstRun()
    {
        test::RawServer server;
        server.route("/a", test::ok("a"));
        server.route(
            "/b", test::withLength(2000, test::filler(1000)).hold().send(test::filler(1000, 1000)));
        m_controller->add({{server.url("/a"), server.url("/b")}, {}}); // in the place of the demo
        child<QSpinBox>("rounds")->setValue(1);
        QSignalSpy ended(m_controller.get(), &DownloadController::trialEnded);
        child<QPushButton>("start")->click();
        QTRY_COMPARE_WITH_TIMEOUT(child<QProgressBar>("bar")->value(), 750, longestWait);
        QCOMPARE(child<QProgressBar>("bar")->maximum(), 2000);
        QCOMPARE(child<QProgressBar>("bar")->format(), u"0 of 2 runs");
        QVERIFY2(text("data").startsWith(u"2 runs"), qPrintable(text("data")));
        QVERIFY(chart()->picture().runs.empty());
        QTRY_VERIFY_WITH_TIMEOUT(text("left").startsWith(u"Time left: "), longestWait);
        server.release();
        QVERIFY(ended.wait(longestWait));
    }

    void theBarMovesWhileTheLastRunIsMeasured()
    {
        test::RawServer server;
        server.route("/a", test::ok(test::filler(2000)));
        m_controller->add({{server.url("/a")}, {}}); // in the place of the demo
        m_controller->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_controller->canMeasure(), longestWait);
        server.route(
            "/a", test::withLength(2000, test::filler(1000)).hold().send(test::filler(1000, 1000)));
        m_page->choose(TrialQuestion::Once);
        child<QPushButton>("start")->click();
        QTRY_COMPARE_WITH_TIMEOUT(child<QProgressBar>("bar")->value(), 500, longestWait);
        QCOMPARE(child<QProgressBar>("bar")->maximum(), 1000); // the run together was there before
        QCOMPARE(child<QProgressBar>("bar")->format(), u"0 of 1 run");
        QVERIFY2(text("data").endsWith(u"in 1 run"), qPrintable(text("data")));
        QCOMPARE(text("step"), u"One at a time");
        server.release();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Idle, longestWait);
    }

    void whatRoundsComeTo()
    {
        open(slowDemo);
        child<QSpinBox>("rounds")->setValue(2);
        run();
        QVERIFY2(text("headline").contains(u"× as fast as one at a time."),
                 qPrintable(text("headline")));
        QCOMPARE(table()->model()->rowCount(), 2);
        QVERIFY(child<QWidget>("use")->isHidden());
        QVERIFY2(QDir(m_folder->path()).isEmpty(), "it keeps no files");
    }

    void theBestNumberIsOffered()
    {
        open(slowDemo);
        m_page->choose(TrialQuestion::BestNumber);
        child<QLineEdit>("levels")->setText(QStringLiteral("1, 3"));
        child<QSpinBox>("rounds")->setValue(2);
        m_page->setAtOnce(6);
        run();
        QCOMPARE(text("headline"), u"Recommended: 3 at a time.");
        QCOMPARE(table()->model()->rowCount(), 2);
        auto *use = child<QPushButton>("use");
        QVERIFY(use->isVisible() && use->isEnabled());
        QCOMPARE(use->text(), u"Use 3");
        const QSignalSpy wanted(m_page.get(), &TrialPage::atOnceWanted);
        use->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toInt(), 3);
        m_page->setAtOnce(3);
        QVERIFY(!use->isEnabled());
        QCOMPARE(text("used"), u"3 at once is chosen.");
        QVERIFY(m_page->alone() != nullptr);
        QVERIFY(m_page->alone()->facts.mode == plan::Mode::OneAtATime);
        addLinks(1); // in the place of the demo
        m_page->setAtOnce(6);
        QVERIFY2(use->isHidden() && child<QLabel>("used")->isHidden(), "it was of another list");
        QVERIFY(m_page->alone() == nullptr);
    }

    void whatIsMeasuredOnceLeavesWhatWasRecommended()
    {
        end(sweptDocument(3));
        const measure::Recommendation all{3};
        QCOMPARE(m_page->recommended(), std::optional(all));
        m_page->choose(TrialQuestion::Once);
        measureOnce();
        m_controller->remove({m_controller->ids().back()});
        QVERIFY(!m_page->recommended());
        m_controller->undo();
        QCOMPARE(m_page->recommended(), std::optional(all));
    }

    /// Three files; the card does not say of the number that more was tried.
    void theHighestNumberThatWasTriedIsNoLimit()
    {
        report::Document document = sweptDocument(2);
        QVERIFY2(document.sweep->mayBeExceeded, "there are three files");
        end(std::move(document));
        const measure::Recommendation highest{2, 2};
        QCOMPARE(m_page->recommended(), std::optional(highest));
    }

    void whatCannotBeToldApartIsNotOffered()
    {
        using Reason = measure::NoDifference::Reason;
        report::Document document = sweptDocument(3);
        document.sweep->recommended.reset();
        document.sweep->noDifference = measure::NoDifference{Reason::ShortRuns, 0.06, 0.631};
        end(std::move(document));
        QCOMPARE(text("headline"), u"No difference between these numbers could be measured.");
        QVERIFY2(text("basis").startsWith(u"The runs are too short (0.060 s to 0.63 s): "),
                 qPrintable(text("basis")));
        QVERIFY(child<QWidget>("use")->isHidden() && child<QWidget>("used")->isHidden());
        QVERIFY(!m_page->recommended());
    }

    void whyFewerNumbersWereTriedIsSaid()
    {
        test::RawServer server;
        server.route("/a", test::ok("a"));
        server.route("/b", test::ok("b"));
        m_controller->add({{server.url("/a"), server.url("/b"), server.url("/c")}, {}});
        m_page->choose(TrialQuestion::BestNumber);
        QCOMPARE(child<QLineEdit>("levels")->text(), u"1, 2, 3");
        child<QSpinBox>("rounds")->setValue(1);
        run();
        QCOMPARE(table()->model()->rowCount(), 2);
        QVERIFY2(text("basis").endsWith(u"1 file failed in the first run and was left out, so no "
                                        "number above 2 could be tried."),
                 qPrintable(text("basis")));
        child<QLineEdit>("levels")->setText(QStringLiteral("1"));
        run();
        QVERIFY2(!text("basis").contains(u"left out"), qPrintable(text("basis")));
    }

    void theNumbersThatAreReallyTriedAreOnTheAxisWhileItGoesOn()
    {
        test::RawServer server;
        server.route("/a", test::ok("a"));
        server.route("/b", test::ok("b"));
        m_controller->add({{server.url("/a"), server.url("/b"), server.url("/c")}, {}});
        m_page->choose(TrialQuestion::BestNumber);
        child<QLineEdit>("levels")->setText(QStringLiteral("1, 3"));
        child<QSpinBox>("rounds")->setValue(1);
        std::vector<std::vector<int>> levels;
        QStringList sayings;
        connect(m_controller.get(), &DownloadController::trialMoved, this, [&] {
            levels.push_back(chart()->picture().levels);
            sayings << text("outcome");
        });
        run();
        QCOMPARE(levels, (std::vector<std::vector<int>>{{1, 3}, {1, 3}, {1, 2}}));
        QCOMPARE(sayings.at(1), QString());
        QCOMPARE(sayings.at(2),
                 u"1 file failed in the first run and was left out, so no number above 2 could be "
                 u"tried.");
    }

    void theLastRunIsMeasuredOnce()
    {
        test::RawServer server;
        server.route("/*", test::ok("a").after(std::chrono::milliseconds(520)));
        m_controller->add({{server.url("/a"), server.url("/b")}, {}}); // in the place of the demo
        m_controller->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_controller->canMeasure(), longestWait);
        m_page->chooseComparison();
        QVERIFY(child<QRadioButton>("once")->isChecked());
        child<QPushButton>("start")->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Measuring, longestWait);
        QCOMPARE(chart()->picture().runs.size(), std::size_t(1));
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Idle, longestWait);
        QVERIFY(m_controller->summary().measured);
        QTRY_COMPARE_WITH_TIMEOUT(chart()->picture().runs.size(), std::size_t(2), longestWait);
        QVERIFY2(text("headline").contains(u"as fast"), qPrintable(text("headline")));
    }

    void aSecondMeasurementThatFailsIsSaidBesideTheFirst()
    {
        test::RawServer server;
        server.route("/a", test::ok("a"));
        m_controller->add({{server.url("/a")}, {}}); // in the place of the demo
        m_controller->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_controller->canMeasure(), longestWait);
        m_page->choose(TrialQuestion::Once);
        measureOnce();
        const QString headline = text("headline");
        QVERIFY(!headline.isEmpty());
        QCOMPARE(text("outcome"), QString());
        server.route("/a", test::status(404));
        measureOnce();
        QCOMPARE(text("outcome"),
                 u"The last run one at a time was not complete; showing the previous result.");
        QVERIFY(child<QLabel>("outcome")->isVisible());
        QCOMPARE(text("headline"), headline);
    }

    void aFirstMeasurementThatIsStoppedKeepsNothing()
    {
        open(slowDemo);
        m_page->choose(TrialQuestion::Once);
        child<QPushButton>("start")->click();
        QCOMPARE(m_controller->activity(), Activity::Measuring);
        child<QPushButton>("stop")->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Idle, longestWait);
        QCOMPARE(text("outcome"),
                 u"Stopped. The run one at a time was not complete, so nothing is kept.");
        QVERIFY(m_page->document() == nullptr);
    }

    void onceIsChosenAgainWhenItCanBe()
    {
        m_page->choose(TrialQuestion::Once);
        addOwnLink(); // in the place of the demo
        QVERIFY2(child<QRadioButton>("inRounds")->isChecked(), "there is no run");
        QSettings settings;
        m_page->save(settings);
        TrialPage next(m_controller.get());
        QVERIFY(!next.restore(settings));
        const auto *inNext = next.findChild<QRadioButton *>(QStringLiteral("once"));
        QVERIFY(!inNext->isChecked());
        m_controller->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_controller->canMeasure(), longestWait);
        QVERIFY(child<QRadioButton>("once")->isChecked());
        QVERIFY(inNext->isChecked());
    }

    void whatStoodInForOnceCanBeChosen()
    {
        m_page->choose(TrialQuestion::Once);
        addOwnLink();
        child<QRadioButton>("inRounds")->click();
        m_controller->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_controller->canMeasure(), longestWait);
        QVERIFY(child<QRadioButton>("inRounds")->isChecked());
    }

    void whatIsStartedIsWhatIsShown()
    {
        m_page->choose(TrialQuestion::Once);
        addOwnLink();
        child<QPushButton>("start")->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Trying, longestWait);
        QVERIFY(child<QRadioButton>("inRounds")->isChecked());
        m_controller->stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Idle, longestWait);
        QVERIFY(child<QRadioButton>("inRounds")->isChecked());
    }

    /// As after a start, where the list was measured once before.
    void aPageThatIsOpenedLaterShowsWhatWasMeasured()
    {
        m_controller->measure();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Idle, longestWait);
        QVERIFY(m_controller->hasBaseline());
        QSettings settings;
        m_page->save(settings);
        TrialPage next(m_controller.get());
        QVERIFY2(!next.restore(settings), "it comes with the list");
        QVERIFY(next.document() == nullptr);
        next.show();
        QVERIFY2(next.document() == nullptr, "it is not made on this thread");
        QTRY_VERIFY_WITH_TIMEOUT(next.document() != nullptr, longestWait);
        settings.setValue(QStringLiteral("trial/result"), true);
        TrialPage another(m_controller.get());
        QVERIFY(another.restore(settings));
        another.show();
        QVERIFY2(another.document() == nullptr, "that of the rounds is to follow");
    }

    void noNumberAboveThatOfTheFilesIsOffered()
    {
        m_page->choose(TrialQuestion::BestNumber);
        QCOMPARE(child<QLineEdit>("levels")->text(), u"1, 2, 3");
        child<QLineEdit>("levels")->setText(QStringLiteral("1,2,16"));
        QCOMPARE(form()->choice()->levels, (std::vector{1, 2, 3}));
    }

    void theNumberInUseIsTriedToo()
    {
        m_page->choose(TrialQuestion::BestNumber);
        addLinks(10); // in the place of the demo
        const auto *levels = child<QLineEdit>("levels");
        m_page->setAtOnce(6);
        QCOMPARE(levels->text(), u"1, 2, 4, 6, 8, 10");
        m_page->setAtOnce(3);
        QCOMPARE(levels->text(), u"1, 2, 3, 4, 8, 10");
        m_page->setAtOnce(64);
        QCOMPARE(levels->text(), u"1, 2, 4, 8, 10");
        child<QLineEdit>("levels")->setText(QStringLiteral("1, 2"));
        m_page->setAtOnce(6);
        QVERIFY2(levels->text() == u"1, 2", "those of the user stay");
        child<QSpinBox>("rounds")->setValue(3);
        m_page->choose(TrialQuestion::Rounds);
        QCOMPARE(m_page->runsToFindBest(), 6);
        QUrl link = m_controller->entry(m_controller->ids().front())->url;
        m_controller->clear();
        QCOMPARE(m_page->runsToFindBest(), 0);
        plan::Links five;
        for (int number = 1; number <= 5; ++number) {
            link.setPath(QStringLiteral("/size-1000/of-another-list-%1.bin").arg(number));
            five.urls.push_back(link);
        }
        m_controller->add(five);
        QVERIFY2(levels->text() == u"1, 2, 4, 5", "they were for another list");
    }

    void numbersThatAreNoneCannotBeTried()
    {
        m_page->choose(TrialQuestion::BestNumber);
        child<QLineEdit>("levels")->setText(QStringLiteral("1, many"));
        QVERIFY(!child<QPushButton>("start")->isEnabled());
        QVERIFY(text("explanation").contains(u"whole numbers"));
        child<QLineEdit>("levels")->setText(QStringLiteral("1,2"));
        QVERIFY(child<QPushButton>("start")->isEnabled());
    }

    void aStopKeepsTheRoundsThatWereWhole()
    {
        open(slowDemo);
        child<QSpinBox>("rounds")->setValue(100);
        child<QPushButton>("start")->click();
        QTRY_VERIFY_WITH_TIMEOUT(chart()->picture().runs.size() >= 4, longestWait);
        child<QPushButton>("stop")->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Idle, longestWait);
        QVERIFY(child<QPushButton>("start")->isEnabled());
        QVERIFY2(text("outcome").contains(u"complete rounds"), qPrintable(text("outcome")));
        QVERIFY2(text("headline").contains(u"as fast"), qPrintable(text("headline")));
        const auto &runs = m_page->document()->runs;
        QVERIFY(runs.size() >= 4 && runs.size() % 2 == 0);
        for (const record::Run &run : runs)
            QVERIFY(!run.facts.stopped);
    }

    void aStopInTheFirstRoundKeepsNothing()
    {
        open(slowDemo);
        child<QSpinBox>("rounds")->setValue(100);
        child<QPushButton>("start")->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Trying, longestWait);
        m_controller->stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Idle, longestWait);
        QVERIFY2(text("outcome").contains(u"nothing is kept"), qPrintable(text("outcome")));
        QVERIFY(m_page->document() == nullptr);
        QVERIFY(!child<QWidget>("offers")->isVisible());
    }

    void theReportAndTheExportAreHandedOut()
    {
        QSignalSpy report(m_page.get(), &TrialPage::reportWanted);
        const QSignalSpy toExport(m_page.get(), &TrialPage::exportWanted);
        end(comparedDocument({1.2}));
        child<QPushButton>("report")->click();
        child<QPushButton>("exportButton")->click();
        QCOMPARE(report.size(), 1);
        QCOMPARE(toExport.size(), 1);
        const auto document = report.first().first().value<report::Document>();
        QCOMPARE(document.runs.size(), std::size_t(2));
        QCOMPARE(document.trial.kind, record::Trial::Kind::Compare);
    }

    void theTableIsCopied()
    {
        end(comparedDocument({1.2}));
        QApplication::clipboard()->clear();
        table()->setFocus();
        QTest::keySequence(table(), QKeySequence::Copy);
        const QString copied = QApplication::clipboard()->text();
        QVERIFY2(copied.startsWith(QStringLiteral("Round\tTogether\tOne at a time\t")),
                 qPrintable(copied));
    }

    void theChoiceComesBack()
    {
        m_page->choose(TrialQuestion::BestNumber);
        child<QLineEdit>("levels")->setText(QStringLiteral("1,2"));
        child<QSpinBox>("rounds")->setValue(9);
        QSettings settings;
        m_page->save(settings);
        TrialPage next(m_controller.get());
        QVERIFY2(!next.restore(settings), "no result was shown");
        const auto *field = next.findChild<QLineEdit *>(QStringLiteral("levels"));
        QCOMPARE(field->text(), u"1,2");
        QCOMPARE(next.findChild<QSpinBox *>(QStringLiteral("rounds"))->value(), 9);
        QVERIFY(next.findChild<QRadioButton *>(QStringLiteral("bestNumber"))->isChecked());
        child<QLineEdit>("levels")->setText(QStringLiteral("1, 2, 3")); // what the list suggests
        m_page->save(settings);
        TrialPage another(m_controller.get());
        QVERIFY(!another.restore(settings));
        QCOMPARE(another.findChild<QLineEdit *>(QStringLiteral("levels"))->text(), u"1, 2, 3");
        QVERIFY(next.findChild<QLabel *>(QStringLiteral("outcome"))->text().isEmpty());
    }

    void whatWasCutOffIsSaid()
    {
        child<QSpinBox>("rounds")->setValue(100);
        child<QPushButton>("start")->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Trying, longestWait);
        QSettings settings;
        m_page->save(settings); // as a crash leaves it
        TrialPage next(m_controller.get());
        QVERIFY(!next.restore(settings));
        const QString said = next.findChild<QLabel *>(QStringLiteral("outcome"))->text();
        QVERIFY2(said.contains(u"cut off"), qPrintable(said));
    }

    /// What a window as large as a screen of 1400x900 has for it at scale 1.6.
    void theFormNeedsNoScrollingOnAScaledScreen()
    {
        m_page->resize(868, 420);
        child<QRadioButton>("bestNumber")->click();
        QCoreApplication::processEvents();
        QCOMPARE(child<QScrollArea>("scroll")->verticalScrollBar()->maximum(), 0);
    }

    void itFitsALowAndNarrowWindow()
    {
        end(comparedDocument({1.2}));
        m_page->resize(480, 300);
        QCoreApplication::processEvents();
        QVERIFY2(m_page->minimumSizeHint().width() <= 480,
                 qPrintable(QString::number(m_page->minimumSizeHint().width())));
        QVERIFY2(chart()->mapTo(m_page.get(), QPoint()).y()
                     > form()->mapTo(m_page.get(), QPoint()).y() + form()->height(),
                 "the result is below the form");
        for (const char *name : {"start", "stop"}) {
            const auto *button = child<QPushButton>(name);
            QVERIFY2(button->visibleRegion().boundingRect() == button->rect(), name);
        }
        m_page->resize(1200, 700);
        QCoreApplication::processEvents();
        QVERIFY(chart()->mapTo(m_page.get(), QPoint()).x() > form()->width());
    }

    void whereThereIsLittleRoomThePictureHasIt()
    {
        m_page->resize(480, 300);
        QTRY_VERIFY(m_page->width() < 500);
        child<QSpinBox>("rounds")->setValue(100);
        child<QPushButton>("start")->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Trying, longestWait);
        QVERIFY2(form()->isHidden(), qPrintable(QString::number(m_page->width())));
        m_controller->stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Idle, longestWait);
        QVERIFY(!form()->isHidden());
    }

    void howFarItIsIsInSightAtOnce()
    {
        m_page->resize(1200, 350);
        QTRY_COMPARE(m_page->height(), 350);
        child<QSpinBox>("rounds")->setValue(100);
        child<QPushButton>("start")->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Trying, longestWait);
        for (const char *name : {"bar", "step", "left"})
            QTRY_VERIFY2(isInSight(child<QWidget>(name)), name);
        m_controller->stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Idle, longestWait);
    }

    void theAnswerComesFirst()
    {
        m_page->resize(1200, 350);
        QTRY_COMPARE(m_page->height(), 350);
        m_page->choose(TrialQuestion::BestNumber);
        end(sweptDocument(3));
        for (const char *name : {"headline", "use"})
            QTRY_VERIFY2(isInSight(child<QWidget>(name)), name);
        QTRY_VERIFY2(table()->y() + table()->height() <= chart()->y(), "the picture is below it");
    }

    void everythingHasAName()
    {
        for (const QWidget *field : m_page->findChildren<QWidget *>()) {
            const bool isField = field->inherits("QLineEdit") || field->inherits("QTableView")
                || field->inherits("QProgressBar") || field->inherits("QSpinBox");
            const bool isPart = field->parentWidget()->inherits("QAbstractSpinBox");
            if (isField && !isPart)
                QVERIFY2(!field->accessibleName().isEmpty(), qPrintable(field->objectName()));
        }
    }

    void escapeLeadsBack()
    {
        const QSignalSpy back(m_page.get(), &TrialPage::backWanted);
        m_page->activateWindow();
        child<QPushButton>("start")->setFocus();
        QTest::keyClick(child<QPushButton>("start"), Qt::Key_Escape);
        QCOMPARE(back.size(), 1);
    }

    void theProgramCanEndMeanwhile()
    {
        child<QSpinBox>("rounds")->setValue(100);
        child<QPushButton>("start")->click();
        QTRY_COMPARE(m_controller->activity(), Activity::Trying);
    } // cleanup() joins the engine's thread

private:
    void open(double demoScale)
    {
        cleanup();
        QSettings().clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_controller = std::make_unique<DownloadController>(demoScale);
        m_controller->setFolder(m_folder->path());
        m_controller->startDemo();
        QTRY_VERIFY(m_controller->canMeasure());
        m_page = std::make_unique<TrialPage>(m_controller.get());
        m_page->resize(1200, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    template<typename Widget>
    Widget *child(const char *name) const
    {
        return m_page->findChild<Widget *>(QLatin1String(name));
    }

    QString text(const char *name) const { return child<QLabel>(name)->text(); }
    ui::TrialChart *chart() const { return child<ui::TrialChart>("chart"); }
    ui::TrialForm *form() const { return child<ui::TrialForm>("form"); }
    QTableView *table() const { return child<QTableView>("runs"); }

    /// All of it.
    static bool isInSight(const QWidget *widget)
    {
        return !widget->rect().isEmpty()
            && widget->visibleRegion().boundingRect() == widget->rect();
    }

    /// 2 MB.
    void addOwnLink()
    {
        QUrl link = m_controller->entry(1)->url;
        link.setPath(QStringLiteral("/size-2000000/own.bin"));
        m_controller->add({{link}, {}});
    }

    void addLinks(int count)
    {
        std::vector<QUrl> links;
        for (int number = 1; number <= count; ++number) {
            links.push_back(m_controller->entry(m_controller->ids().front())->url);
            links.back().setPath(QStringLiteral("/size-1000/%1.bin").arg(number));
        }
        m_controller->add({links, {}});
    }

    void measureOnce()
    {
        child<QPushButton>("start")->click();
        QCOMPARE(m_controller->activity(), Activity::Measuring);
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Idle, longestWait);
    }

    void run()
    {
        QSignalSpy ended(m_controller.get(), &DownloadController::trialEnded);
        child<QPushButton>("start")->click();
        QVERIFY(ended.wait(longestWait));
    }

    /// The last run once more, just now, by another way.
    record::Run again(plan::Mode mode, int atOnce, int round, double seconds) const
    {
        record::Run run = *m_controller->lastRun();
        run.facts.mode = mode;
        run.facts.atOnce = atOnce;
        run.facts.round = round;
        run.facts.started = QDateTime::currentDateTime();
        run.facts.elapsed = measure::stampOf(seconds);
        return run;
    }

    /// Rounds of the list in which together takes 0.6 s, and one at a time so long.
    report::Document comparedDocument(const std::vector<double> &oneAtATime) const
    {
        std::vector<record::Run> runs;
        for (const double seconds : oneAtATime) {
            const int round = static_cast<int>(runs.size()) / 2 + 1;
            runs.push_back(again(plan::Mode::Together, 6, round, 0.6));
            runs.push_back(again(plan::Mode::OneAtATime, 1, round, seconds));
        }
        return documentOf(std::move(runs), record::Trial::Kind::Compare);
    }

    /// A sweep of the list that recommends so many at once.
    report::Document sweptDocument(int recommended) const
    {
        report::Document document = documentOf(
            {again(plan::Mode::Together, 1, 1, 2), again(plan::Mode::Together, recommended, 1, 1)},
            record::Trial::Kind::Sweep);
        document.sweep->recommended = document.sweep->fastest = recommended;
        return document;
    }

    static report::Document documentOf(std::vector<record::Run> runs, record::Trial::Kind kind)
    {
        record::Trial trial;
        trial.kind = kind;
        return report::makeDocument({}, std::move(runs), plan::Redaction::Redacted, trial);
    }

    /// As if it had been measured: where the page is looked at, not what it measures.
    void end(report::Document document)
    {
        Q_EMIT m_controller->trialEnded({std::move(document), false, false});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DownloadController> m_controller;
    std::unique_ptr<TrialPage> m_page;
};

LAPWING_TEST(TrialPageTest)
#include "tst_trialpage.moc"
