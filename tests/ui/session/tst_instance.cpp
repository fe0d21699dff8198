// SPDX-License-Identifier: MIT
#include "session/instance.h"
#include "support/testmain.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>

using namespace lapwing;
using ui::Instance;

class InstanceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstClaimsAndTheSecondHandsOver()
    {
        const QTemporaryDir folder;
        Instance first(folder.path());
        QVERIFY(first.claim());
        const QSignalSpy told(&first, &Instance::handedOver);
        Instance second(folder.path());
        QVERIFY(!second.claim());
        QVERIFY(second.isTaken());
        const QString file = folder.filePath(QStringLiteral("list.txt"));
        QVERIFY(QFile(file).open(QIODevice::WriteOnly));
        const QStringList inputs{QStringLiteral("https://example.org/a"), file};
        QVERIFY(handOver(second, inputs));
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told.front().front().toStringList(), inputs);
    }

    void nothingToHandOverIsTakenToo()
    {
        const QTemporaryDir folder;
        Instance first(folder.path());
        QVERIFY(first.claim());
        const QSignalSpy told(&first, &Instance::handedOver);
        QVERIFY(handOver(Instance(folder.path()), {}));
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(told.front().front().toStringList().isEmpty());
    }

    void aLongListGoesOverWhole()
    {
        const QTemporaryDir folder;
        Instance first(folder.path());
        QVERIFY(first.claim());
        const QSignalSpy told(&first, &Instance::handedOver);
        QStringList inputs;
        for (int i = 0; i < 20'000; ++i)
            inputs << QStringLiteral("https://example.org/a/rather/long/path/file-%1.bin").arg(i);
        QVERIFY(handOver(Instance(folder.path()), inputs));
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told.front().front().toStringList(), inputs);
    }

    /// It reads nothing any more, but its connections end with it.
    void theEndOfTheFirstIsNoAnswer()
    {
        const QTemporaryDir folder;
        auto first = std::make_unique<Instance>(folder.path());
        QVERIFY(first->claim());
        bool isTaken = true;
        const std::unique_ptr<QThread> other(QThread::create(
            [&] { isTaken = Instance(folder.path()).handOver({QStringLiteral("a")}); }));
        other->start();
        QVERIFY(!other->wait(QDeadlineTimer(300)));
        first.reset();
        QVERIFY(other->wait());
        QVERIFY(!isTaken);
    }

    void whoComesWhileTheFirstQuitsIsTheNextFirst()
    {
        const QTemporaryDir folder;
        auto first = std::make_unique<Instance>(folder.path());
        QVERIFY(first->claim());
        const QSignalSpy told(first.get(), &Instance::handedOver);
        first->setTaking(false);
        Instance::Handover answer{};
        const std::unique_ptr<QThread> other(QThread::create(
            [&] { answer = Instance(folder.path()).handOverOrClaim({QStringLiteral("a")}); }));
        other->start();
        QVERIFY(!other->wait(QDeadlineTimer(300))); // it still has the folder
        QCoreApplication::processEvents();
        QVERIFY(told.isEmpty());
        first.reset();
        QVERIFY(other->wait());
        QCOMPARE(answer, Instance::Handover::Claimed);
    }

    void oneThatStaysAfterAllTakesAgain()
    {
        const QTemporaryDir folder;
        Instance first(folder.path());
        QVERIFY(first.claim());
        first.setTaking(false);
        QVERIFY(!Instance(folder.path()).handOver({}));
        first.setTaking(true);
        QVERIFY(handOver(Instance(folder.path()), {}));
    }

    void anotherFolderIsAnotherInstance()
    {
        const QTemporaryDir one;
        const QTemporaryDir two;
        Instance first(one.path());
        Instance second(two.path());
        QVERIFY(first.claim());
        QVERIFY(second.claim());
    }

    void whatEndedLeavesNoClaim()
    {
        const QTemporaryDir folder;
        {
            Instance first(folder.path());
            QVERIFY(first.claim());
        }
        Instance next(folder.path());
        QVERIFY(next.claim());
        const QSignalSpy told(&next, &Instance::handedOver);
        QVERIFY(handOver(Instance(folder.path()), {}));
        QTRY_COMPARE(told.size(), 1);
    }

    void filesThatAKillLeftAreNoClaim()
    {
        const QTemporaryDir folder;
        for (const char *left : {"/lapwing.lock", "/lapwing.lock.rmlock"}) {
            QFile file(folder.path() + QLatin1String(left));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        Instance next(folder.path());
        QVERIFY(next.claim());
        QVERIFY(!Instance(folder.path()).claim());
    }

    void aFolderThatCannotBeMadeIsNotTaken()
    {
        Instance instance(QStringLiteral("/proc/no/such/folder"));
        QVERIFY(!instance.claim());
        QVERIFY(!instance.isTaken());
    }

private:
    /// On a thread of its own, as another process would: it waits for an answer from this one's loop.
    static bool handOver(const Instance &instance, const QStringList &inputs)
    {
        bool isTaken = false;
        const std::unique_ptr<QThread> other(
            QThread::create([&] { isTaken = instance.handOver(inputs); }));
        other->start();
        while (!other->wait(QDeadlineTimer(5)))
            QCoreApplication::processEvents();
        return isTaken;
    }
};

LAPWING_TEST(InstanceTest)
#include "tst_instance.moc"
