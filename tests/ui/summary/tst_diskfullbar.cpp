// SPDX-License-Identifier: MIT
#include "summary/diskfullbar.h"
#include "summary/diskfulltext.h"
#include "support/testmain.h"
#include "ui/rows.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace lapwing;

namespace {

/// One file is whole, of another 1 of 2 MiB are here.
record::Run fullRun()
{
    record::TaskRecord paused = test::downloadingTask(2);
    paused.state = record::TaskState::Paused;
    record::Run run = test::runOf(plan::Mode::Together, 3, {test::doneTask(1), paused});
    run.facts.diskFull = record::make(record::Cause::DiskFull);
    return run;
}

} // namespace

class DiskFullBarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneSentenceSaysWhatIsMissing()
    {
        QCOMPARE(ui::diskFullText(fullRun(), QStringLiteral("/data"), 12'000),
                 u"The disk containing /data is full (1.0 MB remaining, 12.0 kB free). Nothing was "
                 u"lost; free some space, then resume.");
    }

    void whatNobodyKnowsIsNotMadeUp()
    {
        record::Run run = fullRun();
        run.tasks.push_back(test::queuedTask(3));
        const QString text = ui::diskFullText(run, QStringLiteral("/data"), {});
        QVERIFY2(text.contains(u"at least 1.0 MB") && text.contains(u"– free"), qPrintable(text));
        run.tasks = {test::queuedTask(3)};
        QVERIFY(
            ui::diskFullText(run, QStringLiteral("/data"), 0).contains(u"remaining size unknown"));
    }

    void aSumBeyondCountingSaysMoreThan()
    {
        record::TaskRecord endless = test::downloadingTask(2);
        endless.size = std::numeric_limits<qint64>::max();
        const record::Run run =
            test::runOf(plan::Mode::Together, 3, {endless, endless, test::queuedTask(3)});
        const QString text = ui::diskFullText(run, QStringLiteral("/data"), 0);
        QVERIFY2(text.contains(u"(more than 9.2 EB remaining"), qPrintable(text));
    }

    void theBarIsThereWhileThereIsSomethingToSay()
    {
        QWidget window;
        auto *bar = new ui::DiskFullBar(&window);
        window.show();
        QVERIFY(!bar->isVisible());
        bar->setText(QStringLiteral("full"));
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->findChild<QLabel *>(QStringLiteral("text"))->text(), u"full");
        QCOMPARE(bar->accessibleDescription(), u"full");
        bar->setText({});
        QVERIFY(!bar->isVisible());
    }

    void theButtonSaysThatThereIsRoom()
    {
        ui::DiskFullBar bar;
        const QSignalSpy said(&bar, &ui::DiskFullBar::resumeAfterDiskFull);
        bar.findChild<QPushButton *>()->click();
        QCOMPARE(said.size(), 1);
    }
};

LAPWING_TEST(DiskFullBarTest)
#include "tst_diskfullbar.moc"
