// SPDX-License-Identifier: MIT
#include "demo/server.h"

#include "async/run.h"
#include "async/scope.h"
#include "async/sleep.h"
#include "demo/responsespec.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>

namespace lapwing::demo {
namespace {

constexpr qsizetype maxHeadLength = 16 * 1024;
constexpr qint64 maxQueued = 1024 * 1024; ///< in the socket, before we wait for the peer
constexpr std::chrono::milliseconds bite{20};

struct DeleteLater {
    void operator()(QTcpSocket *socket) const { socket->deleteLater(); }
};

struct Counts {
    int requests = 0;
    int now = 0;
    int max = 0;
    int connections = 0;
};

/// A request in progress, as long as this lives.
struct InProgress {
    explicit InProgress(Counts *all) : counts(all)
    {
        ++counts->requests;
        counts->max = std::max(counts->max, ++counts->now);
    }
    ~InProgress() { --counts->now; }
    InProgress(const InProgress &) = delete;
    InProgress &operator=(const InProgress &) = delete;
    Counts *counts;
};

/// One connection, with what wakes the coroutine that serves it.
class ClientConnection {
public:
    ClientConnection(QTcpSocket *socket, const std::stop_token &stop)
        : m_stop(stop), m_wake(stop, &m_news), m_socket(socket)
    {
        m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        const auto wake = [this] { m_news.set(); };
        QObject::connect(socket, &QTcpSocket::readyRead, &m_ears, wake);
        QObject::connect(socket, &QTcpSocket::disconnected, &m_ears, wake);
        QObject::connect(socket, &QTcpSocket::bytesWritten, &m_ears, wake);
    }

    [[nodiscard]] bool isOpen() const
    {
        return m_socket->state() == QAbstractSocket::ConnectedState && !m_stop.stop_requested();
    }

    /// The next request's head; empty when there is none to come.
    [[nodiscard]] QCoro::Task<QByteArray> nextHead()
    {
        for (;;) {
            m_buffer += m_socket->readAll();
            const qsizetype end = m_buffer.indexOf("\r\n\r\n");
            if (end >= 0) {
                QByteArray head = m_buffer.left(end);
                m_buffer.remove(0, end + 4);
                co_return head;
            }
            if (!isOpen() || m_buffer.size() > maxHeadLength)
                co_return QByteArray();
            co_await m_news;
        }
    }

    /// Queues `bytes`, and waits while the peer is far behind.
    [[nodiscard]] QCoro::Task<> send(QByteArray bytes)
    {
        m_socket->write(bytes);
        while (isOpen() && m_socket->bytesToWrite() > maxQueued)
            co_await m_news;
    }

    void flush() { m_socket->flush(); }

private:
    std::stop_token m_stop;
    async::Event m_news;
    async::WakeOnStop m_wake;
    QByteArray m_buffer;
    std::unique_ptr<QTcpSocket, DeleteLater> m_socket;
    QObject m_ears;
};

/// The body of a course: its bytes evenly over the meal, or at once.
[[nodiscard]] QCoro::Task<> sendBody(ClientConnection *connection, ResponseSpec response,
                                     std::stop_token stop)
{
    const auto meal = std::chrono::nanoseconds(response.meal);
    QElapsedTimer eaten;
    eaten.start();
    qint64 sent = 0;
    while (connection->isOpen() && sent < response.size) {
        const std::chrono::nanoseconds passed(eaten.nsecsElapsed());
        qint64 due = response.size;
        if (passed < meal) {
            due = static_cast<qint64>(double(response.size) * double(passed.count())
                                      / double(meal.count()));
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(meal - passed);
            co_await async::sleepFor(std::min(bite, left), stop);
        }
        while (connection->isOpen() && sent < due) {
            QByteArray part = bodyOf(sent, std::min<qint64>(due - sent, 256 * 1024));
            sent += part.size();
            co_await connection->send(std::move(part));
        }
        connection->flush();
    }
}

[[nodiscard]] QCoro::Task<> answer(ClientConnection *connection, QByteArray head, Counts *counts,
                                   std::stop_token stop)
{
    const InProgress inProgress(counts);
    const std::optional<ResponseSpec> response = parseRequest(head);
    if (!response) {
        co_await connection->send("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        co_return;
    }
    if (response->wait.count() > 0)
        co_await async::sleepFor(response->wait, stop);
    QByteArray header =
        "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: "
        + QByteArray::number(response->size) + "\r\n\r\n";
    co_await connection->send(std::move(header));
    connection->flush(); // delivered: the header does not wait for the body
    if (!head.startsWith("HEAD "))
        co_await sendBody(connection, *response, stop);
}

[[nodiscard]] QCoro::Task<> serveConnection(QTcpSocket *socket, Counts *counts,
                                            std::stop_token stop)
{
    ClientConnection connection(socket, stop);
    while (connection.isOpen()) {
        QByteArray head = co_await connection.nextHead();
        if (head.isEmpty())
            break;
        co_await answer(&connection, std::move(head), counts, stop);
    }
}

} // namespace

class Server::Private {
public:
    void accept()
    {
        while (QTcpSocket *socket = m_listener.nextPendingConnection()) {
            socket->setParent(nullptr); // the coroutine owns it
            ++m_counts.connections;
            m_scope.launch(serveConnection(socket, &m_counts, m_scope.token()));
        }
    }

    QTcpServer m_listener;
    Counts m_counts;
    async::Scope m_scope;
};

Server::Server() : d(std::make_unique<Private>())
{
    QObject::connect(&d->m_listener, &QTcpServer::newConnection, &d->m_listener,
                     [this] { d->accept(); });
}

Server::~Server()
{
    d->m_listener.close();
    d->m_scope.requestStop();
    async::run(d->m_scope.join()); // every connection is on its way out: a turn of the loop each
}

bool Server::listen(quint16 port)
{
    return d->m_listener.listen(QHostAddress::LocalHost, port);
}

QString Server::errorString() const
{
    return d->m_listener.errorString();
}

QUrl Server::address() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(d->m_listener.serverPort()));
}

int Server::requests() const
{
    return d->m_counts.requests;
}

int Server::maxAtOnce() const
{
    return d->m_counts.max;
}

int Server::connections() const
{
    return d->m_counts.connections;
}

} // namespace lapwing::demo
