// SPDX-License-Identifier: MIT
#include "engine/system/connections.h"
#include "support/testmain.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>
#include <memory>

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
    [[nodiscard]] LastSent lastSent() const { return {server.serverPort(), sent, {}}; }
};

/// The open connections that fit.
std::vector<engine::Connection> those(const LastSent &wanted)
{
    std::vector<engine::Connection> found;
    std::ranges::copy_if(engine::openConnections(), std::back_inserter(found),
                         [&wanted](const auto &one) { return engine::fits(one, wanted); });
    return found;
}

} // namespace

class TestConnections : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
#ifndef Q_OS_LINUX
        QSKIP("only Linux tells what a socket did");
#endif
    }

    void whatFitsIsCutAtBothEnds()
    {
        Talk held;
        const Talk other;
        QTcpSocket *server = held.server.nextPendingConnection();
        const auto found = those(held.lastSent());
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(engine::cutConnections({found.front().number}), 1);
        QTRY_COMPARE(server->state(), QAbstractSocket::UnconnectedState);
        QTRY_COMPARE(held.client.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(other.client.state(), QAbstractSocket::ConnectedState);
    }

    void whatComesIsCounted()
    {
        Talk talk;
        QTcpSocket *server = talk.server.nextPendingConnection();
        const qint64 before = those(talk.lastSent()).front().received;
        server->write(QByteArray(100'000, 'x'));
        QTRY_COMPARE(talk.client.bytesAvailable(), 100'000);
        QCOMPARE(those(talk.lastSent()).front().received - before, 100'000);
    }

    void whatSentAtAnotherTimeIsAnothers_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("late");
        QTest::newRow("long before") << std::chrono::milliseconds(1h);
        QTest::newRow("later") << -std::chrono::milliseconds(1min);
    }
    void whatSentAtAnotherTimeIsAnothers()
    {
        QFETCH(std::chrono::milliseconds, late);
        const Talk talk;
        LastSent wanted = talk.lastSent();
        wanted.when += late;
        QVERIFY(those(wanted).empty());
    }

    /// That of a run which ended before this one began, to the same server, is never met.
    void whatSentNothingSinceIsAnotherRuns()
    {
        const Talk talk;
        LastSent wanted = talk.lastSent();
        wanted.when += 500ms; // near enough
        QCOMPARE(those(wanted).size(), std::size_t(1));
        wanted.since = wanted.when;
        QVERIFY(those(wanted).empty());
    }

    /// Its number goes to nobody else, unlike that of its descriptor.
    void whatWasClosedIsNotMet()
    {
        auto gone = std::make_unique<Talk>();
        const quint64 number = those(gone->lastSent()).front().number;
        gone.reset();
        const Talk next; // takes the descriptors
        QCOMPARE(engine::cutConnections({number}), 0);
        QCOMPARE(next.client.state(), QAbstractSocket::ConnectedState);
    }
};

LAPWING_TEST(TestConnections)
#include "tst_connections.moc"
