// SPDX-License-Identifier: MIT
#include "engine/sessionrun.h"
#include "measure/compare/estimate.h"
#include "support/rawserver.h"
#include "support/testmain.h"
#include "trial/runschedule.h"

#include <QTemporaryDir>

using namespace lapwing;
using namespace lapwing::test;
using namespace std::chrono_literals;

namespace {

struct Trial {
    measure::Range range;
    record::Stamp truth{};

    [[nodiscard]] QByteArray words() const
    {
        return QStringLiteral("%1 .. %2 ms, really %3 ms")
            .arg(range.low / 1ms)
            .arg(range.high / 1ms)
            .arg(truth / 1ms)
            .toUtf8();
    }
};

/// What one run together estimates, and what one at a time really takes.
Trial tryOut(const RawServer &server, int count, const QString &authority = {})
{
    QList<QUrl> urls;
    for (int i = 0; i < count; ++i)
        urls << server.url("/" + QByteArray::number(i));
    plan::Plan plan = planFor(urls);
    plan.access.caCertificateFile = authority;
    const record::Run together = runPlan(plan);
    const trial::RunSchedule schedule = trial::RunSchedule::baseline(plan);
    return {*measure::estimateOneAtATime(together.tasks), runPlan(*schedule.next()).facts.elapsed};
}

} // namespace

/// Both ends of the estimated range, where they hold and where they fail: the help tells these cases.
class TestRange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothHoldForASteadyServer()
    {
        RawServer server;
        server.route("/*", okFilled(100'000).after(100ms));
        const Trial trial = tryOut(server, 6);
        // A tenth for the loop's lag: stamps are late by it, and a busy machine has more.
        QVERIFY2(trial.range.low <= trial.truth * 11 / 10
                     && trial.truth <= trial.range.high * 11 / 10,
                 trial.words());
    }

    void theHighEndHoldsWithoutKeepAliveOverTls() // each pays its handshake, one at a time too
    {
        const QTemporaryDir folder;
        const auto certificate = makeCertificate(folder.path());
        if (!certificate)
            QSKIP("no openssl");
        RawServer server(RawServerOptions{.keepAlive = false, .certificate = certificate});
        server.route("/*", okFilled(1000).after(40ms));
        const Trial trial = tryOut(server, 6, certificate->certificate);
        QVERIFY2(trial.truth <= trial.range.high * 11 / 10, trial.words());
        QVERIFY2(trial.range.low <= trial.truth, trial.words());
    }

    void theLowEndFailsWhereTheServerSlowsDownUnderLoad()
    {
        RawServer server(RawServerOptions{.slowdown = 3});
        server.route("/*", okFilled(1000).after(20ms)); // alone 20 ms, with five others much longer
        const Trial trial = tryOut(server, 6);
        QVERIFY2(trial.truth < trial.range.low, trial.words());
    }

    void theHighEndFailsWhereTheServerAnswersInGroups()
    {
        RawServer server;
        // Together a group of six is there at once; one at a time each waits for company in vain.
        std::atomic<int> seen = 0;
        server.route("/*", RawServer::Handler([&seen](const Request &) {
                         return ++seen <= 6 ? okFilled(1000).afterGather(6)
                                            : okFilled(1000).after(150ms);
                     }));
        const Trial trial = tryOut(server, 6);
        QVERIFY2(trial.truth > trial.range.high, trial.words());
    }
};

LAPWING_TEST(TestRange)
#include "tst_range.moc"
