// SPDX-License-Identifier: MIT
#include "support/rawconnection.h"

#include <QSslSocket>

#include <sys/socket.h>

#include <algorithm>
#include <cmath>

namespace lapwing::test {
namespace {

constexpr qint64 blockSize = 256 * 1024;
constexpr double tickMs = 5; // how often a wait looks at the load that stretches it

void resetConnection(QTcpSocket &socket)
{
    // Closing with a linger time of zero is what makes the kernel send RST instead of FIN.
    const linger atOnce{.l_onoff = 1, .l_linger = 0};
    setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce,
               sizeof atOnce);
    socket.abort();
}

} // namespace

RawConnection::RawConnection(QTcpSocket *socket, int number, RawCore &core)
    : QObject(&core), m_socket(socket), m_core(core), m_number(number)
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_msLeft -= static_cast<double>(m_sinceTimer.nsecsElapsed()) / 1e6 / m_core.slowness();
        waitOn();
        poke();
    });
    connect(m_socket, &QTcpSocket::readyRead, this, &RawConnection::readMore);
    connect(m_socket, &QTcpSocket::disconnected, this, &RawConnection::gone);
    connect(m_socket, &QTcpSocket::bytesWritten, this, [this] {
        pump();
        poke();
    });
    connect(&core, &RawCore::inFlightRose, this,
            [this](int inFlight) { m_sawInFlight = std::max(m_sawInFlight, inFlight); });
    connect(&core, &RawCore::somethingChanged, this, &RawConnection::poke);
}

RawConnection::~RawConnection()
{
    m_socket->disconnect(this);
}

void RawConnection::readMore()
{
    m_input += m_socket->readAll();
    if (!m_condition)
        takeRequest();
}

void RawConnection::takeRequest()
{
    const qint64 skipped = std::min<qint64>(m_bodyToSkip, m_input.size());
    m_input.remove(0, skipped);
    m_bodyToSkip -= skipped;
    const qsizetype end = m_input.indexOf("\r\n\r\n");
    if (m_isLast || m_bodyToSkip > 0 || end < 0)
        return;
    Request request;
    request.head = m_input.left(end + 4);
    m_input.remove(0, end + 4);
    const QList<QByteArray> words = request.head.left(request.head.indexOf("\r\n")).split(' ');
    request.method = words.value(0);
    request.target = words.value(1);
    request.connection = m_number;
    m_bodyToSkip = request.header("Content-Length").toLongLong();
    play(request);
}

void RawConnection::play(const Request &request)
{
    m_script = m_core.answer(request);
    m_isLast = !m_script.isKeptAlive() || request.header("Connection").toLower() == "close";
    m_next = 0;
    m_condition = [] { return true; };
    m_core.began(request); // pokes everybody, us too
}

void RawConnection::poke()
{
    while (m_condition && m_condition()) {
        if (m_next == m_script.steps().size())
            return finish();
        m_condition = begin(m_script.steps()[m_next++]);
    }
}

void RawConnection::finish()
{
    m_condition = nullptr;
    m_core.ended();
    if (!m_isLast)
        takeRequest();
    else if (!m_isHalfClosed)
        m_socket->disconnectFromHost();
}

void RawConnection::gone()
{
    if (std::exchange(m_condition, nullptr))
        m_core.ended();
    m_timer.stop();
    m_isLast = true;
    m_output = {};
    m_core.closed(this);
    deleteLater();
}

bool RawConnection::isFlushed() const
{
    const auto *tls = qobject_cast<const QSslSocket *>(m_socket);
    return due() == 0 && m_socket->bytesToWrite() == 0
        && (!tls || tls->encryptedBytesToWrite() == 0);
}

void RawConnection::pump()
{
    if (m_core.isLimited())
        return m_core.queueForBytes(this);
    while (due() > 0 && m_socket->bytesToWrite() < blockSize)
        deliver(std::min(due(), blockSize));
}

void RawConnection::deliver(qint64 count)
{
    const QByteArray bytes = m_output.bytes.isEmpty() ? filler(count, m_output.at)
                                                      : m_output.bytes.mid(m_output.at, count);
    m_output.at += count;
    m_socket->write(bytes);
}

RawConnection::Condition RawConnection::begin(const Script::Step &step)
{
    return std::visit([this](const auto &kind) { return beginStep(kind); }, step);
}

RawConnection::Condition RawConnection::beginStep(const Script::Send &send)
{
    return beginOutput({send.bytes, 0, send.bytes.size()});
}

RawConnection::Condition RawConnection::beginStep(const Script::Fill &fill)
{
    return beginOutput({QByteArray(), 0, fill.count});
}

RawConnection::Condition RawConnection::beginOutput(Output output)
{
    m_output = std::move(output);
    pump();
    return [this] { return isFlushed(); };
}

RawConnection::Condition RawConnection::beginStep(const Script::Wait &wait)
{
    m_msLeft = static_cast<double>(wait.time.count());
    waitOn();
    return [this] { return m_msLeft <= 0; };
}

void RawConnection::waitOn()
{
    if (m_msLeft <= 0)
        return;
    m_sinceTimer.start();
    const double next = m_core.mayBeSlow() ? std::min(m_msLeft, tickMs) : m_msLeft;
    m_timer.start(static_cast<int>(std::ceil(next)));
}

RawConnection::Condition RawConnection::beginStep(const Script::Hold &hold)
{
    return [this, gate = hold.gate] { return m_core.isOpen(gate); };
}

RawConnection::Condition RawConnection::beginStep(const Script::Gather &gather)
{
    // The highest number seen, not the number now: the first to go on may be over before the last is asked.
    m_sawInFlight = m_core.counts().inFlight;
    return [this, count = gather.count] { return m_sawInFlight >= count; };
}

RawConnection::Condition RawConnection::beginStep(Script::End end)
{
    m_isLast = true;
    if (end == Script::End::Close)
        m_socket->disconnectFromHost();
    else if (end == Script::End::Reset)
        resetConnection(*m_socket);
    else
        m_isHalfClosed = shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR) == 0;
    return m_socket->state() == QAbstractSocket::UnconnectedState ? Condition()
                                                                  : [] { return true; };
}

} // namespace lapwing::test
