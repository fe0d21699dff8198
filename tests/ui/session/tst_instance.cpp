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
