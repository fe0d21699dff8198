// SPDX-License-Identifier: MIT
#include "results/trialdialog.h"
#include "support/testmain.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace lapwing;
using ui::DownloadController;
using ui::TrialDialog;
using Activity = DownloadController::Activity;

namespace {

constexpr double demoScale = 0.02; ///< 100, 60 and 80 ms
constexpr int patience = 20'000;

} // namespace

/// The dialog over a real engine, with the three deliveries of the demo.
class TrialDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_controller = std::make_unique<DownloadController>(demoScale);
        m_controller->setFolder(m_folder->path());
        m_controller->startDemo();
        QTRY_VERIFY(m_controller->canMeasure());
        m_dialog = std::make_unique<TrialDialog>(m_controller.get());
        m_dialog->show();
    }

    void cleanup()
    {
        m_dialog.reset();
        m_controller.reset();
        m_folder.reset();
    }

    void theCostIsSaidFirst()
    {
        QTRY_VERIFY2(text<QLabel>("cost").contains(u"37.7 MB"), // 3 files of 1 MiB, 12 times
                     qPrintable(text<QLabel>("cost")));
        child<QSpinBox>("rounds")->setValue(1);
        QVERIFY(text<QLabel>("cost").contains(u"6.3 MB"));
    }

    void theCostIsThatOfTheListThatIsShown()
    {
        QTRY_VERIFY(text<QLabel>("cost").contains(u"37.7 MB"));
        QUrl link = m_controller->entry(1)->url;
        link.setPath(QStringLiteral("/size-2000000/own.bin"));
        m_controller->add({{link}, {}}); // in the place of the demo
        QVERIFY2(!text<QLabel>("cost").contains(u"37.7 MB"), qPrintable(text<QLabel>("cost")));
        QTRY_VERIFY2(text<QLabel>("cost").contains(u"24.0 MB"), // 2 MB, 12 times
                     qPrintable(text<QLabel>("cost")));
        link.setPath(QStringLiteral("/size-1000000/more.bin"));
        m_controller->add({{link}, {}});
        QTRY_VERIFY2(text<QLabel>("cost").contains(u"36.0 MB"), qPrintable(text<QLabel>("cost")));
    }

    void serversAreAskedOnlyWhileItIsShown()
    {
        QTRY_VERIFY(text<QLabel>("cost").contains(u"37.7 MB"));
        m_dialog->hide();
        const QSignalSpy known(m_controller.get(), &DownloadController::costKnown);
        QUrl link = m_controller->entry(1)->url;
        link.setPath(QStringLiteral("/size-2000000/own.bin"));
        m_controller->add({{link}, {}});
        QTest::qWait(0);
        QVERIFY(!text<QLabel>("cost").contains(u"asking"));
        m_dialog->show();
        QTRY_COMPARE(known.size(), 1);
    }

    void roundsOfBothWays()
    {
        child<QSpinBox>("rounds")->setValue(2);
        run();
        const QString result = child<QPlainTextEdit>("result")->toPlainText();
        QVERIFY2(result.contains(u"× as fast (measured)."), qPrintable(result));
        QVERIFY2(result.contains(u"2 rounds"), qPrintable(result));
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void aNumberAtOnce()
    {
        child<QRadioButton>("sweep")->setChecked(true);
        child<QLineEdit>("levels")->setText(QStringLiteral("1, 3"));
        child<QSpinBox>("rounds")->setValue(1);
        run();
        const QString result = child<QPlainTextEdit>("result")->toPlainText();
        QVERIFY2(result.startsWith(QStringLiteral("Recommended for these servers: 3 at a time")),
                 qPrintable(result));
    }

    void noNumberAboveThatOfTheFilesIsOffered()
    {
        child<QRadioButton>("sweep")->setChecked(true);
        QCOMPARE(child<QLineEdit>("levels")->text(), QStringLiteral("1, 2, 3"));
        child<QLineEdit>("levels")->setText(QStringLiteral("1,2,16"));
        QCOMPARE(m_dialog->choice()->levels, (std::vector{1, 2, 3}));
    }

    void numbersThatAreNoneCannotBeTried()
    {
        child<QRadioButton>("sweep")->setChecked(true);
        child<QLineEdit>("levels")->setText(QStringLiteral("1, many"));
        QVERIFY(!child<QPushButton>("start")->isEnabled());
        QVERIFY(text<QLabel>("cost").contains(u"whole numbers"));
        child<QLineEdit>("levels")->setText(QStringLiteral("1,2"));
        QVERIFY(child<QPushButton>("start")->isEnabled());
    }

    void itCanBeStopped()
    {
        child<QSpinBox>("rounds")->setValue(100);
        child<QPushButton>("start")->click();
        QTRY_COMPARE(m_controller->activity(), Activity::Trying);
        child<QPushButton>("stop")->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->activity(), Activity::Idle, patience);
        QVERIFY(child<QPushButton>("start")->isEnabled());
    }

    void theReportIsHandedOut()
    {
        child<QSpinBox>("rounds")->setValue(1);
        QSignalSpy wanted(m_dialog.get(), &TrialDialog::reportWanted);
        run();
        child<QPushButton>("report")->click();
        QCOMPARE(wanted.size(), 1);
        const auto document = wanted.first().first().value<report::Document>();
        QCOMPARE(document.runs.size(), std::size_t(2));
        QCOMPARE(document.trial.kind, record::Trial::Kind::Compare);
    }

    void theProgramCanEndMeanwhile()
    {
        child<QSpinBox>("rounds")->setValue(100);
        child<QPushButton>("start")->click();
        QTRY_COMPARE(m_controller->activity(), Activity::Trying);
    } // cleanup() joins the engine's thread

private:
    template<typename Widget>
    Widget *child(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }

    template<typename Widget>
    QString text(const char *name) const
    {
        return child<Widget>(name)->text();
    }

    void run()
    {
        QSignalSpy ended(m_controller.get(), &DownloadController::trialEnded);
        child<QPushButton>("start")->click();
        QVERIFY(ended.wait(patience));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DownloadController> m_controller;
    std::unique_ptr<TrialDialog> m_dialog;
};

LAPWING_TEST(TrialDialogTest)
#include "tst_trialdialog.moc"
