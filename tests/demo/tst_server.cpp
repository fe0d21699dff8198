// SPDX-License-Identifier: MIT
#include "async/gather.h"
#include "async/run.h"
#include "demo/responsespec.h"
#include "demo/server.h"
#include "engine/http/fetch.h"
#include "support/testmain.h"

#include <QTcpSocket>

using namespace lapwing;
using namespace std::chrono_literals;

namespace {

plan::Entry entryOf(const demo::Server &server, const char *path)
{
    QUrl url = server.address();
    url.setPath(QString::fromLatin1(path));
    return {1, url, {}, QStringLiteral("x")};
}

[[nodiscard]] QCoro::Task<engine::FetchResult> get(engine::Transport *transport, plan::Entry entry)
{
    engine::DiscardingSink sink;
    const std::stop_token never;
    engine::FetchResult result = co_await engine::fetch(transport, entry, &sink, never);
    co_return result;
}

} // namespace

class TestServer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loopbackOnlyAtAFreePort()
    {
        demo::Server server;
        QVERIFY(server.listen());
        QCOMPARE(server.address().host(), QStringLiteral("127.0.0.1"));
        demo::Server second;
        QVERIFY(!second.listen(quint16(server.address().port())));
        QVERIFY(!second.errorString().isEmpty());
    }

    void deliveredAtOnceEatenOverTheMeal()
    {
        demo::Server server;
        QVERIFY(server.listen());
        engine::Transport transport(std::make_shared<async::SteadyClock>());
        const auto result =
            async::run(get(&transport, entryOf(server, "/meal-300/size-30000/A.bin")));
        QVERIFY(!result.attempt.failure);
        QCOMPARE(result.attempt.bytes, qint64(30'000));
        const record::Hop &hop = result.attempt.hops.front();
        QVERIFY2(*hop.headers - *hop.sent < 150ms, "the header does not wait for the body");
        QVERIFY(*hop.end - *hop.headers >= 290ms);
    }

    void waitsBeforeTheHeader()
    {
        demo::Server server;
        QVERIFY(server.listen());
        engine::Transport transport(std::make_shared<async::SteadyClock>());
        const auto result = async::run(get(&transport, entryOf(server, "/wait-100/size-10/A")));
        const record::Hop &hop = result.attempt.hops.front();
        QVERIFY2(*hop.headers - hop.asked >= 99ms, "sent may be told late on a busy machine");
    }

    void manyAtOnceAndKeepAlive()
    {
        demo::Server server;
        QVERIFY(server.listen());
        engine::Transport transport(std::make_shared<async::SteadyClock>());
        for (int round = 0; round < 2; ++round) {
            std::vector<QCoro::Task<engine::FetchResult>> all;
            for (int i = 0; i < 6; ++i)
                all.push_back(get(&transport, entryOf(server, "/wait-50/size-2000000/big")));
            for (const engine::FetchResult &result : async::run(async::gather(std::move(all))))
                QCOMPARE(result.attempt.bytes, qint64(2'000'000));
        }
        QCOMPARE(server.requests(), 12);
        QCOMPARE(server.maxAtOnce(), 6);
        QCOMPARE(server.connections(), 6);
    }

    void anUnknownPathIs404()
    {
        demo::Server server;
        QVERIFY(server.listen());
        engine::Transport transport(std::make_shared<async::SteadyClock>());
        QCOMPARE(async::run(get(&transport, entryOf(server, "/salt-3/x"))).status,
                 std::optional(404));
    }

    void endsWhileSomebodyEats()
    {
        auto server = std::make_unique<demo::Server>();
        QVERIFY(server->listen());
        QTcpSocket guest;
        guest.connectToHost(QStringLiteral("127.0.0.1"), quint16(server->address().port()));
        guest.write("GET /meal-3600000/size-1000000/slow HTTP/1.1\r\n\r\n");
        QTRY_VERIFY(server->requests() == 1);
        server.reset(); // joins; a leak or a hang shows here
        QTRY_COMPARE(guest.state(), QAbstractSocket::UnconnectedState);
    }
};

LAPWING_TEST(TestServer)
#include "tst_server.moc"
