// SPDX-License-Identifier: MIT
#include "engine/connections.h"
#include "support/testmain.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace lapwing;
using namespace std::chrono_literals;
using engine::LastSent;

namespace {

/// A server with one client that has sent something.
struct Talk {
    QTcpServer server;
    QTcpSocket client;
    std::chrono::steady_clock::time_point sent;

    Talk()
    {
        server.listen(QHostAddress::LocalHost);
        client.connectToHost(QHostAddress::LocalHost, server.serverPort());
        client.waitForConnected();
        server.waitForNewConnection(-1);
        client.write("GET / HTTP/1.1\r\n");
        client.flush();
        sent = std::chrono::steady_clock::now();
    }
    [[nodiscard]] LastSent lastSent() const { return {server.serverPort(), sent}; }
};

} // namespace

class TestConnections : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatFitsIsCutAtBothEnds()
    {
#ifndef Q_OS_LINUX
        QSKIP("only Linux tells what a socket did");
#endif
        Talk held;
        const Talk other;
        QTcpSocket *server = held.server.nextPendingConnection();
        QCOMPARE(engine::cutConnections({held.lastSent()}), 1);
        QTRY_COMPARE(server->state(), QAbstractSocket::UnconnectedState);
        QTRY_COMPARE(held.client.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(other.client.state(), QAbstractSocket::ConnectedState);
    }

    void whatSentAtAnotherTimeStays_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("late");
        QTest::newRow("long before") << std::chrono::milliseconds(1h);
        QTest::newRow("later") << -std::chrono::milliseconds(1min);
    }
    void whatSentAtAnotherTimeStays()
    {
        QFETCH(std::chrono::milliseconds, late);
        const Talk talk;
        LastSent wanted = talk.lastSent();
        wanted.when += late;
        QCOMPARE(engine::cutConnections({wanted}), 0);
    }
};

LAPWING_TEST(TestConnections)
#include "tst_connections.moc"
