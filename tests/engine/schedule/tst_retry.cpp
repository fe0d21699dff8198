// SPDX-License-Identifier: MIT
#include "engine/schedule/retry.h"
#include "engine/schedule/throttling.h"
#include "support/testmain.h"

using namespace lapwing;
using namespace std::chrono_literals;
using engine::Retry;
using record::Cause;

namespace {

record::Failure httpStatus(int status)
{
    return record::make(Cause::HttpStatus, {}, status);
}

} // namespace

class TestRetry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWorthAnotherTry_data()
    {
        QTest::addColumn<int>("cause");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("most");
        const auto cause = [](const char *name, Cause what, int most) {
            QTest::newRow(name) << static_cast<int>(what) << 0 << most;
        };
        cause("cut", Cause::ConnectionCut, 4);
        cause("stalled", Cause::Stalled, 4);
        cause("too slow", Cause::TooSlow, 4);
        cause("no connection", Cause::ConnectTimeout, 4);
        cause("no answer", Cause::FirstByteTimeout, 4);
        cause("another length", Cause::LengthMismatch, 4);
        cause("refused", Cause::ConnectionRefused, 3);
        cause("unreachable", Cause::Unreachable, 3);
        cause("no such host", Cause::HostNotFound, 1);
        cause("the proxy", Cause::ProxyFailed, 1);
        cause("TLS", Cause::TlsFailed, 0);
        cause("checksum", Cause::ChecksumMismatch, 0);
        cause("too large", Cause::TooLarge, 0);
        cause("disk full", Cause::DiskFull, 0);
        for (const int status : {408, 429, 500, 502, 503, 504, 520, 521, 522, 524})
            QTest::addRow("%d", status) << static_cast<int>(Cause::HttpStatus) << status << 4;
        for (const int status : {400, 401, 403, 404, 410, 451, 501, 505, 523})
            QTest::addRow("%d", status) << static_cast<int>(Cause::HttpStatus) << status << 0;
    }
    void whatIsWorthAnotherTry()
    {
        QFETCH(int, cause);
        QFETCH(int, status);
        QFETCH(int, most);
        const Retry retry({4, 1s});
        QCOMPARE(retry.maxRetries(record::make(static_cast<Cause>(cause), {}, status)), most);
        QCOMPARE(Retry({0, 1s}).maxRetries(record::make(static_cast<Cause>(cause), {}, status)), 0);
    }

    void theWaitDoublesWithUpToAQuarterByChance()
    {
        Retry retry({10, 1s});
        std::chrono::milliseconds least = 1s;
        for (int failed = 1; failed <= 6; ++failed) {
            const auto wait = retry.waitAfter(httpStatus(500), failed, {});
            QVERIFY(wait && *wait >= least && *wait <= least * 5 / 4);
            least *= 2;
        }
        QVERIFY(*retry.waitAfter(httpStatus(500), 10, {})
                <= 75s); // and never over a minute and a quarter
    }

    void afterTheLastThereIsNone()
    {
        Retry retry({2, 1s});
        QVERIFY(retry.waitAfter(httpStatus(500), 2, {}));
        QVERIFY(!retry.waitAfter(httpStatus(500), 3, {}));
        QVERIFY(!retry.waitAfter(httpStatus(404), 1, {}));
    }

    void theServersWordCountsWhereItIsLonger()
    {
        Retry retry({4, 1s});
        QCOMPARE(*retry.waitAfter(httpStatus(503), 1, 30s), std::chrono::milliseconds(30s));
        QVERIFY(*retry.waitAfter(httpStatus(503), 1, 0s) >= 1s);
    }

    void aServerIsAskedHalfAsMuchFromTheSecondTimeOn()
    {
        engine::Throttling throttling;
        const plan::Origin server(QUrl(QStringLiteral("http://a/")));
        const plan::Origin other(QUrl(QStringLiteral("http://b/")));
        QCOMPARE(throttling.refused(server, 0, 0s, 2s, 8), std::nullopt);
        QCOMPARE(throttling.refused(server, 0, 1s, 3s, 8), std::nullopt); // still the first time
        QCOMPARE(throttling.refused(other, 1, 5s, 6s, 8), std::nullopt);
        QCOMPARE(throttling.refused(server, 0, 5s, 7s, 8), std::optional(4));
        QCOMPARE(throttling.refused(server, 0, 8s, 9s, 4), std::optional(2));
        QCOMPARE(throttling.refused(server, 0, 10s, 11s, 3), std::optional(1));
        QCOMPARE(throttling.refused(server, 0, 12s, 13s, 1), std::nullopt); // no less than one
    }

    /// Three of them, one after the other.
    void linksThatAreRefusedWhileOthersAreServedAreNoReason()
    {
        engine::Throttling throttling;
        const plan::Origin server(QUrl(QStringLiteral("http://a/")));
        for (int index = 0; index < 3; ++index) {
            const auto begin = 100s * index;
            QCOMPARE(throttling.refused(server, index, begin, begin + 1s, 8), std::nullopt);
            throttling.served(server);
            QCOMPARE(throttling.refused(server, index, begin + 2s, begin + 4s, 8), std::nullopt);
            // Nothing else is left to judge by.
            QCOMPARE(throttling.refused(server, index, begin + 5s, begin + 9s, 8), std::nullopt);
        }
    }

    void aServerThatRefusesMoreThanItServesIsAskedLess()
    {
        engine::Throttling throttling;
        const plan::Origin server(QUrl(QStringLiteral("http://a/")));
        for (int index = 0; index < 10; ++index) // all at once, and two come through
            QCOMPARE(throttling.refused(server, index, 0s, 1s, 12), std::nullopt);
        throttling.served(server);
        throttling.served(server);
        QCOMPARE(throttling.refused(server, 9, 2s, 4s, 12), std::nullopt); // none but it
        QCOMPARE(throttling.refused(server, 0, 2s, 4s, 12), std::optional(6));
    }

    void linkAfterLinkThatIsRefusedCounts()
    {
        engine::Throttling throttling;
        const plan::Origin server(QUrl(QStringLiteral("http://a/")));
        QCOMPARE(throttling.refused(server, 0, 0s, 1s, 8), std::nullopt);
        for (int i = 0; i < 5; ++i)
            throttling.served(server);
        QCOMPARE(throttling.refused(server, 1, 2s, 3s, 8), std::optional(4));
    }
};

LAPWING_TEST(TestRetry)
#include "tst_retry.moc"
