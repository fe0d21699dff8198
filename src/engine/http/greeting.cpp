// SPDX-License-Identifier: MIT
#include "engine/http/greeting.h"

#include "async/event.h"

#include <QNetworkProxy>
#include <QTcpSocket>

namespace lapwing::engine {
namespace {

constexpr qint64 maxGreetingLength = 256;

/// It is shown: what is not printable becomes a dot.
QByteArray printable(QByteArray said)
{
    for (char &c : said)
        c = c >= ' ' && c <= '~' ? c : '.';
    return said;
}

} // namespace

QCoro::Task<QByteArray> greetingAt(QString host, quint16 port, Watchdog *watchdog,
                                   std::chrono::milliseconds patience, std::stop_token stop)
{
    async::Event wakeUp;
    const async::WakeOnStop wake(stop, &wakeUp);
    Watchdog::Watch watch(watchdog, &wakeUp);
    watch.expect(record::Cause::FirstByteTimeout, patience);
    bool isOver = false;
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    QObject receiver; // last: goes first
    QObject::connect(&socket, &QTcpSocket::readyRead, &receiver, [&wakeUp] { wakeUp.set(); });
    const auto end = [&isOver, &wakeUp] {
        isOver = true;
        wakeUp.set();
    };
    QObject::connect(&socket, &QTcpSocket::errorOccurred, &receiver, end);
    socket.connectToHost(host, port);
    while (!isOver && !watch.expiredWith() && !stop.stop_requested() && !socket.canReadLine()
           && socket.bytesAvailable() < maxGreetingLength)
        co_await wakeUp;
    QByteArray said = socket.readLine(maxGreetingLength).trimmed();
    co_return printable(std::move(said));
}

} // namespace lapwing::engine
