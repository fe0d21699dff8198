// SPDX-License-Identifier: MIT
#include "../report/sample.h"
#include "help/helpwindow.h"
#include "history/historywindow.h"
#include "list/listpage.h"
#include "list/taskorder.h"
#include "mainwindow.h"
#include "results/differencewindow.h"
#include "results/reportwindow.h"
#include "settings/settingsdialog.h"
#include "support/testmain.h"
#include "text/catalogue.h"
#include "words.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

using namespace lapwing;
using test::difference;
using test::hasHangul;
using test::wordsIn;
using ui::MainWindow;

namespace {

template<typename Window>
std::unique_ptr<Window> shown(std::unique_ptr<Window> window)
{
    window->resize(1100, 700);
    window->show();
    [[maybe_unused]] const bool isExposed = QTest::qWaitForWindowExposed(window.get());
    return window;
}

std::unique_ptr<MainWindow> mainWindow(const QString &folder)
{
    MainWindow::Conditions conditions;
    conditions.folder = folder;
    conditions.demoScale = 0.2;
    return shown(std::make_unique<MainWindow>(conditions));
}

/// Looks the same after the language changed as if it had been made in that language.
template<typename Make>
void compareWithNew(const Make &make)
{
    text::speak(u"en"_s);
    const auto window = make();
    QCoreApplication::processEvents();
    const QStringList english = wordsIn(*window);
    text::speak(u"ko"_s);
    const auto made = make();
    QTRY_COMPARE(difference(wordsIn(*window), wordsIn(*made)), QString());
    QVERIFY(hasHangul(wordsIn(*window).join(u'\n')));
    text::speak(u"en"_s);
    QTRY_COMPARE(difference(wordsIn(*window), english), QString());
}

} // namespace

/// Another language is chosen while the program runs.
class SwitchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        text::speak(u"en"_s);
        QSettings().clear();
    }

    void theMainWindowSaysEverythingAnew()
    {
        const QTemporaryDir folder;
        compareWithNew([&] { return mainWindow(folder.path()); });
    }

    void theHelpSaysEverythingAnew()
    {
        compareWithNew([] { return shown(std::make_unique<ui::HelpWindow>()); });
    }

    void theHistorySaysEverythingAnew()
    {
        const QTemporaryDir folder;
        compareWithNew(
            [&] { return shown(std::make_unique<ui::HistoryWindow>(folder.path(), nullptr)); });
    }

    void aReportSaysEverythingAnew()
    {
        compareWithNew([] {
            return shown(
                std::make_unique<ui::ReportWindow>(test::sampleDocument({test::sampleRun()}), [] {
                    return ui::MainWindow::tr("The last run");
                }));
        });
    }

    void aComparisonOfTwoRunsSaysEverythingAnew()
    {
        const report::Document before = test::sampleDocument({test::sampleRun()});
        const report::Document after =
            test::sampleDocument({test::wholeRun(plan::Mode::OneAtATime, 3000)});
        compareWithNew([&] {
            return shown(std::make_unique<ui::DifferenceWindow>(*ui::comparedRuns(before, after)));
        });
    }

    void theHelpStaysAtItsPlace()
    {
        const auto help = shown(std::make_unique<ui::HelpWindow>());
        help->goTo(QUrl(u"qrc:/help/downloads.md#undo"_s));
        auto *page = help->findChild<QTextBrowser *>(u"page"_s);
        text::speak(u"ko"_s);
        QVERIFY(hasHangul(page->toPlainText()));
        QCOMPARE(page->source(), QUrl(u"qrc:/help/downloads.md#undo"_s));
    }

    void whatCanBeUndoneIsSaidInIt();
    void whatHappenedIsSaidInItToo();
    void aRunGoesOnAndNothingIsLost();
    void theSettingsChooseIt();
};

void SwitchTest::whatCanBeUndoneIsSaidInIt()
{
    const QTemporaryDir folder;
    const auto window = mainWindow(folder.path());
    auto &controller = window->controller();
    controller.add(plan::linksFromText("http://127.0.0.1:9/a\nhttp://127.0.0.1:9/b\n"));
    controller.clear();
    const auto *undo = window->findChild<QAction *>(u"actionUndo"_s);
    QCOMPARE(undo->text(), u"&Undo: Clear list of 2 downloads"_s);
    text::speak(u"ko"_s);
    QVERIFY2(!undo->text().contains(u"Clear"_s) && hasHangul(controller.undoText()),
             qPrintable(undo->text()));
    controller.undo();
    QCOMPARE(controller.count(), 2);
    QVERIFY(hasHangul(controller.redoText()));
}

/// Where it can be; no message stays in a language that is no longer spoken.
void SwitchTest::whatHappenedIsSaidInItToo()
{
    const QTemporaryDir folder;
    const auto window = mainWindow(folder.path());
    auto &controller = window->controller();
    const auto *message = window->findChild<QLabel *>(u"message"_s);
    auto *link = window->findChild<QToolButton *>(u"link"_s);
    controller.add(plan::linksFromText("http://127.0.0.1:9/a\nhttp://127.0.0.1:9/b\n"));
    QCOMPARE(message->text(), u"2 links added"_s);
    text::speak(u"ko"_s);
    QVERIFY2(hasHangul(message->text()), qPrintable(message->text()));
    text::speak(u"en"_s);
    QCOMPARE(message->text(), u"2 links added"_s);
    controller.remove({1});
    QCOMPARE(message->text(), u"1 download removed."_s);
    text::speak(u"ko"_s);
    QVERIFY2(hasHangul(message->text()), qPrintable(message->text()));
    QVERIFY2(hasHangul(link->text()), qPrintable(link->text()));
    link->click();
    QCOMPARE(controller.count(), 2);
    QVERIFY2(hasHangul(message->text()), qPrintable(message->text()));
    text::speak(u"en"_s);
    QVERIFY2(message->text().startsWith(u"Undone: "_s), qPrintable(message->text()));
    Q_EMIT controller.messageRaised(u"Said once."_s);
    text::speak(u"ko"_s);
    QCOMPARE(message->text(), QString());
    QVERIFY(link->isHidden());
}

void SwitchTest::aRunGoesOnAndNothingIsLost()
{
    const QTemporaryDir folder;
    const auto window = mainWindow(folder.path());
    auto &controller = window->controller();
    controller.startDemo();
    QTRY_VERIFY(controller.tasks().ledger().totals().running() > 0);
    auto *table = window->findChild<QTableView *>(u"table"_s);
    table->selectRow(1);
    const int row = table->currentIndex().row();
    window->findChild<QLineEdit *>(u"search"_s)->setText(u"127"_s);
    const QString before = table->model()->headerData(4, Qt::Horizontal).toString();
    text::speak(u"ko"_s);
    QCOMPARE(controller.activity(), ui::DownloadController::Activity::Running);
    QCOMPARE(table->currentIndex().row(), row);
    QVERIFY(table->selectionModel()->isRowSelected(row));
    QCOMPARE(window->findChild<QLineEdit *>(u"search"_s)->text(), u"127"_s);
    QVERIFY(table->model()->headerData(4, Qt::Horizontal).toString() != before);
    QTRY_COMPARE_WITH_TIMEOUT(controller.activity(), ui::DownloadController::Activity::Idle,
                              30'000);
    QCOMPARE(controller.tasks().ledger().totals().in(record::TaskState::Done), controller.count());
}

void SwitchTest::theSettingsChooseIt()
{
    const QTemporaryDir folder;
    const auto window = mainWindow(folder.path());
    window->findChild<QAction *>(u"actionSettings"_s)->trigger();
    auto *dialog = window->findChild<ui::SettingsDialog *>();
    QVERIFY(dialog);
    auto *choice = dialog->findChild<QComboBox *>(u"language"_s);
    QCOMPARE(choice->currentIndex(), 0);
    QCOMPARE(choice->itemText(choice->findData(u"ko"_s)), u"한국어"_s);
    choice->setCurrentIndex(choice->findData(u"ko"_s));
    dialog->accept();
    QCOMPARE(text::language(), u"ko"_s);
    QVERIFY(hasHangul(window->findChild<QAction *>(u"actionSettings"_s)->text()));
    QCOMPARE(QSettings().value(QLatin1String(text::languageKey)).toString(), u"ko"_s);
    QCOMPARE(ui::Settings::load(QSettings()).language, u"ko"_s);
}

LAPWING_TEST(SwitchTest)
#include "tst_switch.moc"
