// SPDX-License-Identifier: MIT
#include "support/rawcore.h"

#include "support/rawconnection.h"

#include <QFile>
#include <QHostAddress>
#include <QSslKey>
#include <QSslSocket>

#include <algorithm>

namespace lapwing::test {
namespace {

constexpr int shareEveryMs = 5;
constexpr double turn = 1460;    // bytes that one connection gets before the next has its turn
constexpr double maxShare = 0.1; // seconds of the rate that a late timer may still hand out

QSslConfiguration tlsConfiguration(const Certificate &files)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    tls.setLocalCertificateChain(QSslCertificate::fromPath(files.certificate));
    QFile key(files.key);
    if (key.open(QIODevice::ReadOnly))
        tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
    if (tls.privateKey().isNull() || tls.localCertificateChain().isEmpty())
        qFatal("RawServer: no certificate in %s", qPrintable(files.certificate));
    return tls;
}

} // namespace

RawCore::RawCore(const RawServerOptions &options) : m_options(options)
{
    m_share.setInterval(shareEveryMs);
    m_share.setTimerType(Qt::PreciseTimer);
    connect(&m_share, &QTimer::timeout, this, &RawCore::shareBytes);
    setListenBacklogSize(1024);
}

void RawCore::open()
{
    if (m_options.certificate)
        m_tls = tlsConfiguration(*m_options.certificate);
    if (!listen(QHostAddress::LocalHost))
        qFatal("RawServer: %s", qPrintable(errorString()));
}

void RawCore::shutDown()
{
    close();
    m_share.stop();
    m_hungry.clear();
    qDeleteAll(findChildren<RawConnection *>(Qt::FindDirectChildrenOnly));
}

void RawCore::incomingConnection(qintptr handle)
{
    int number = 0;
    {
        const QMutexLocker lock(&m_mutex);
        number = ++m_counts.connections;
        ++m_counts.openConnections;
    }
    auto *tls = usesTls() ? new QSslSocket : nullptr; // RawConnection is the parent
    QTcpSocket *socket = tls ? tls : new QTcpSocket;
    socket->setSocketDescriptor(handle);
    new RawConnection(socket, number, *this); // a child of this; goes when the connection does
    if (tls) {
        tls->setSslConfiguration(m_tls);
        tls->startServerEncryption();
    }
}

Script RawCore::answer(const Request &request)
{
    const RawServer::Handler handler = handlerFor(request.path());
    Script script = handler ? handler(request) : status(404);
    if (!m_options.keepAlive)
        script.keepAlive(false);
    return script;
}

RawServer::Handler RawCore::handlerFor(const QByteArray &path) const
{
    const QMutexLocker lock(&m_mutex);
    if (const auto exact = m_routes.find(path); exact != m_routes.end())
        return exact->second;
    RawServer::Handler found;
    qsizetype longest = -1;
    for (const auto &[pattern, handler] : m_routes) {
        if (pattern.endsWith('*') && path.startsWith(pattern.chopped(1))
            && pattern.size() > longest) {
            found = handler;
            longest = pattern.size();
        }
    }
    return found;
}

void RawCore::began(const Request &request)
{
    int inFlight = 0;
    {
        const QMutexLocker lock(&m_mutex);
        m_log.push_back(request);
        ++m_counts.requests;
        inFlight = ++m_counts.inFlight;
        m_counts.peakConcurrency = std::max(m_counts.peakConcurrency, inFlight);
    }
    Q_EMIT inFlightRose(inFlight);
    Q_EMIT somethingChanged();
}

void RawCore::ended()
{
    const QMutexLocker lock(&m_mutex);
    --m_counts.inFlight;
}

void RawCore::closed(RawConnection *connection)
{
    std::erase(m_hungry, connection);
    const QMutexLocker lock(&m_mutex);
    --m_counts.openConnections;
}

double RawCore::slowness() const
{
    return 1 + m_options.slowdown * std::max(0, counts().inFlight - 1);
}

void RawCore::queueForBytes(RawConnection *connection)
{
    if (connection->due() == 0
        || std::find(m_hungry.begin(), m_hungry.end(), connection) != m_hungry.end())
        return;
    m_hungry.push_back(connection);
    if (!m_share.isActive()) {
        m_sinceShare.start();
        m_share.start();
    }
}

void RawCore::shareBytes()
{
    const double seconds =
        std::min(maxShare, static_cast<double>(m_sinceShare.nsecsElapsed()) / 1e9);
    m_sinceShare.start();
    m_tokens += seconds * static_cast<double>(m_options.bytesPerSecond);
    while (m_tokens >= 1 && !m_hungry.empty()) {
        RawConnection *first = m_hungry.front();
        m_hungry.erase(m_hungry.begin());
        const qint64 count = std::min(first->due(), static_cast<qint64>(std::min(turn, m_tokens)));
        first->deliver(count);
        m_tokens -= static_cast<double>(count);
        if (first->due() > 0)
            m_hungry.push_back(first);
    }
    if (m_hungry.empty()) {
        m_share.stop();
        m_tokens = 0;
    }
}

void RawCore::addRoute(const QByteArray &path, const RawServer::Handler &handler)
{
    const QMutexLocker lock(&m_mutex);
    m_routes[path] = handler;
}

void RawCore::openGate(const QByteArray &gate)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_gates.insert(gate);
    }
    QMetaObject::invokeMethod(this, &RawCore::somethingChanged, Qt::QueuedConnection);
}

bool RawCore::isOpen(const QByteArray &gate) const
{
    const QMutexLocker lock(&m_mutex);
    return m_gates.contains(gate);
}

RawCore::Counts RawCore::counts() const
{
    const QMutexLocker lock(&m_mutex);
    return m_counts;
}

std::vector<Request> RawCore::log() const
{
    const QMutexLocker lock(&m_mutex);
    return m_log;
}

} // namespace lapwing::test
