// SPDX-License-Identifier: MIT
#include "support/rawserver.h"

#include "support/rawcore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lapwing::test {

QByteArray Request::path() const
{
    const qsizetype query = target.indexOf('?');
    return query < 0 ? target : target.left(query);
}

QByteArray Request::header(const QByteArray &name) const
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

RawServer::RawServer() : RawServer(RawServerOptions()) { }

RawServer::RawServer(const RawServerOptions &options) : m_core(std::make_unique<RawCore>(options))
{
    m_core->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(m_core.get(), &RawCore::open, Qt::BlockingQueuedConnection);
}

RawServer::~RawServer()
{
    QMetaObject::invokeMethod(m_core.get(), &RawCore::shutDown, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

quint16 RawServer::port() const
{
    return m_core->serverPort();
}

QUrl RawServer::url(const QByteArray &target) const
{
    const QByteArray scheme = m_core->usesTls() ? "https" : "http";
    return QUrl::fromEncoded(scheme + "://127.0.0.1:" + QByteArray::number(port()) + target);
}

void RawServer::route(const QByteArray &path, const Script &script)
{
    route(path, [script](const Request &) { return script; });
}

void RawServer::route(const QByteArray &path, const std::vector<Script> &scripts)
{
    const auto next = std::make_shared<std::size_t>(0); // handlers are copied; the place is one
    route(path, [scripts, next](const Request &) {
        const std::size_t now = std::min((*next)++, scripts.size() - 1);
        return scripts.at(now);
    });
}

void RawServer::route(const QByteArray &path, const Handler &handler)
{
    m_core->addRoute(path, handler);
}

void RawServer::release(const QByteArray &gate)
{
    m_core->openGate(gate);
}

int RawServer::connections() const
{
    return m_core->counts().connections;
}

int RawServer::openConnections() const
{
    return m_core->counts().openConnections;
}

int RawServer::requests() const
{
    return m_core->counts().requests;
}

int RawServer::inFlight() const
{
    return m_core->counts().inFlight;
}

int RawServer::peakConcurrency() const
{
    return m_core->counts().peakConcurrency;
}

std::vector<Request> RawServer::log() const
{
    return m_core->log();
}

quint16 refusingPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace lapwing::test
