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

/// What a writing program handed over, and when.
struct HandedOver {
    int step = 0;
    std::chrono::milliseconds at{};
};

std::vector<HandedOver> handedOver(const QByteArray &output)
{
    std::vector<HandedOver> all;
    for (const QByteArray &line : output.split('\n')) {
        const QByteArrayList words = line.split(' ');
        if (words.size() == 2)
            all.push_back({words[0].toInt(), std::chrono::milliseconds(words[1].toLongLong())});
    }
    return all;
}

} // namespace

/// A program that writes is killed at any moment: what it left opens, is a state that was written, and is no older than
/// promised.
class KillTest : public QObject {
    Q_OBJECT

private:
    /// Kills a program that writes, so long after it began; gives what it said and when it was killed.
    HandedOver m_killed; ///< the last step that was handed over, and the moment of the kill
    HandedOver m_needed; ///< the last step that must not be lost
    void writeAndKill(const QString &folder, std::chrono::milliseconds after)
    {
        QProcess program;
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(QStringLiteral(STORE_WRITING), {folder});
        QVERIFY(program.waitForReadyRead(30'000));
        QTest::qWait(static_cast<int>(after.count())); // any moment will do
        QCOMPARE(program.state(), QProcess::Running);
        m_killed.at = now();
        program.kill();
        QVERIFY(program.waitForFinished(30'000));
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);
        for (const HandedOver &step : handedOver(program.readAllStandardOutput())) {
            m_killed.step = step.step;
            if (step.at + mostLost <= m_killed.at)
                m_needed = step;
        }
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
        m_needed = {came, {}};
        writeAndKill(folder.path(), std::chrono::milliseconds(random.bounded(3'000)));
        if (QTest::currentTestFailed())
            return;
        const store::Loaded loaded = store::load(folder.path());
        QVERIFY(!loaded.trouble);
        came = stepOf(loaded.state);
        QVERIFY2(came >= m_needed.step && came <= m_killed.step + 1,
                 qPrintable(QStringLiteral("%1, handed over %2, needed %3")
                                .arg(came)
                                .arg(m_killed.step)
                                .arg(m_needed.step)));
        steps.goTo(came);
        QCOMPARE(idsOf(loaded.state.entries), steps.ids());
        for (const record::TaskRecord &record : loaded.state.records)
            QCOMPARE(record.bytes, steps.bytesOf(record.id));
    }
    QVERIFY(came > 100);
}

LAPWING_TEST(KillTest)
#include "tst_kill.moc"
