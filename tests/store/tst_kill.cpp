// SPDX-License-Identifier: MIT
#include "store/filing.h"
#include "store/steps.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>

using namespace lapwing;
using namespace lapwing::test;
using namespace std::chrono_literals;

namespace {

constexpr int kills = 20;

/// A second until the commit begins, and what it takes on a busy machine.
constexpr std::chrono::milliseconds mostLost = 1s + 1500ms;

std::chrono::milliseconds now()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

/// What a program that was killed said before.
struct Said {
    int handedOver = 0; ///< the last step
    int needed = 0;     ///< the last step that must not be lost
};

/// What was handed over before it was told of one commit is in the next; but for the step that may have come between
/// that commit and the word of it.
Said saidBy(const QByteArray &output, std::chrono::milliseconds killed)
{
    Said said;
    int beforeLast = 0;
    for (const QByteArray &line : output.split('\n')) {
        const QByteArrayList words = line.split(' ');
        if (line == "committed") {
            said.needed = std::max(said.needed, beforeLast - 1);
            beforeLast = said.handedOver;
        } else if (words.size() == 2) {
            said.handedOver = words[0].toInt();
            if (std::chrono::milliseconds(words[1].toLongLong()) + mostLost <= killed)
                said.needed = std::max(said.needed, said.handedOver);
        }
    }
    return said;
}

} // namespace

/// A program that writes is killed at any moment: what it left opens, is a state that was written, and is no older than
/// promised.
class KillTest : public QObject {
    Q_OBJECT

private:
    Said m_said;
    /// Kills a program that writes, so long after its first step.
    void writeAndKill(const QString &folder, std::chrono::milliseconds after)
    {
        QProcess program;
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(QStringLiteral(STORE_WRITING), {folder});
        QVERIFY(program.waitForReadyRead(30'000));
        QTest::qWait(static_cast<int>(after.count())); // any moment will do
        QCOMPARE(program.state(), QProcess::Running);
        const std::chrono::milliseconds killed = now();
        program.kill();
        QVERIFY(program.waitForFinished(30'000));
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);
        m_said = saidBy(program.readAllStandardOutput(), killed);
    }

private Q_SLOTS:
    void nothingOlderThanASecondIsLost();
};

void KillTest::nothingOlderThanASecondIsLost()
{
    const QTemporaryDir folder;
    QRandomGenerator random(20261128);
    Steps steps;
    int came = 0;
    for (int kill = 0; kill < kills; ++kill) {
        writeAndKill(folder.path(), std::chrono::milliseconds(random.bounded(3'000)));
        if (QTest::currentTestFailed())
            return;
        const store::Loaded loaded = store::load(folder.path());
        QVERIFY(!loaded.trouble);
        const int needed = std::max(came, m_said.needed);
        came = stepOf(loaded.state);
        QVERIFY2(came >= needed && came <= m_said.handedOver + 1,
                 qPrintable(QStringLiteral("%1 came, of %2 and %3")
                                .arg(QString::number(came), QString::number(needed),
                                     QString::number(m_said.handedOver))));
        steps.goTo(came);
        std::vector<plan::Entry> inOrder = loaded.state.entries;
        std::ranges::sort(inOrder, {}, &plan::Entry::turn);
        QCOMPARE(idsOf(inOrder), steps.ids());
        for (const record::TaskRecord &record : loaded.state.records)
            QCOMPARE(record.bytes, steps.bytesOf(record.id));
    }
    QVERIFY(came > 100);
}

LAPWING_TEST(KillTest)
#include "tst_kill.moc"
