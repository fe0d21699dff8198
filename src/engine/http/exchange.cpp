// SPDX-License-Identifier: MIT
#include "engine/http/exchange.h"

#include "plan/redaction.h"

namespace lapwing::engine {
namespace {

using record::Cause;

/// Connection errors; those that come with an HTTP status are told by the status. Of a proxy that is not
/// there, or does not let it through, Qt mostly says "unknown" (QHttpNetworkConnectionChannel); and "not found"
/// for the proxy as for the server, which is the proxy's to find.
Cause causeOf(QNetworkReply::NetworkError error, bool sent, bool byProxy)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return byProxy ? Cause::ProxyFailed : Cause::ConnectionRefused;
    case QNetworkReply::HostNotFoundError:
        return byProxy ? Cause::ProxyFailed : Cause::HostNotFound;
    case QNetworkReply::TimeoutError:
        return Cause::ConnectTimeout; // QAbstractSocket's 30 s for each address
    case QNetworkReply::SslHandshakeFailedError:
        return Cause::TlsFailed;
    case QNetworkReply::RemoteHostClosedError:
        return Cause::ConnectionCut;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return Cause::MalformedResponse;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return Cause::ProxyFailed;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return Cause::ProxyLogin;
    default: // Qt says "unknown" for all of these
        if (sent)
            return Cause::ConnectionCut;
        return byProxy ? Cause::ProxyFailed : Cause::Unreachable;
    }
}

} // namespace

Exchange::Exchange(Transport *transport, const QUrl &url, const plan::Proxy *proxy,
                   std::optional<record::Stamp> lookUp, const std::vector<plan::Header> &fields,
                   bool alone, async::Event *wakeUp, Method method)
    : m_transport(transport), m_lease(transport, Origin(url), proxy, alone)
{
    m_hop.url = url;
    m_hop.lookUp = lookUp;
    m_hop.asked = m_transport->now();
    const QNetworkRequest request = m_transport->request(url, proxy, fields);
    QNetworkAccessManager *manager = m_lease.manager();
    m_reply.reset(method == Method::Get ? manager->get(request) : manager->head(request));
    const bool waitsForTls = url.scheme() == u"https" && proxy != nullptr; // see boundBuffer
    if (!waitsForTls)
        boundBuffer();
    listen(wakeUp);
}

/// Qt hands a new size to its thread as "read on". When a proxy refuses there meanwhile, the request has a channel
/// for its error, but before TLS no protocol handler to read with, and Qt 6.8.2 calls it all the same
/// (QHttpNetworkConnectionChannel::_q_receiveReply). So there the size waits for TLS, or for the request where the
/// connection is an open one.
void Exchange::boundBuffer()
{
    const qint64 size = m_transport->share().readBuffer;
    if (m_reply->readBufferSize() != size)
        m_reply->setReadBufferSize(size);
}

Exchange::~Exchange()
{
    if (!hasEnded())
        abort();
}

void Exchange::listen(async::Event *wakeUp)
{
    QNetworkReply *reply = m_reply.get();
    QObject::connect(reply, &QNetworkReply::requestSent, &m_receiver, [this, wakeUp] {
        ++m_hop.sends;
        boundBuffer();
        if (!m_hop.headers)
            m_hop.sent =
                m_transport->now(); // the last before the header: Qt may send again by itself
        wakeUp->set();
    });
    QObject::connect(reply, &QNetworkReply::encrypted, &m_receiver, [this] { takeEncrypted(); });
    QObject::connect(reply, &QNetworkReply::metaDataChanged, &m_receiver, [this, wakeUp] {
        if (!m_hop.headers) {
            m_hop.headers = m_transport->now();
            m_lease.noteAnswer();
        }
        wakeUp->set();
    });
    QObject::connect(reply, &QNetworkReply::readyRead, &m_receiver, [this, wakeUp] {
        if (!m_firstByte)
            m_firstByte = m_transport->now();
        wakeUp->set();
    });
    QObject::connect(reply, &QNetworkReply::finished, &m_receiver, [this, wakeUp] {
        m_hop.end = m_transport->now();
        wakeUp->set();
    });
    QObject::connect(reply, &QNetworkReply::sslErrors, &m_receiver,
                     [this](const QList<QSslError> &errors) {
                         for (const QSslError &error : errors)
                             m_tlsErrors << error.errorString();
                     });
}

/// A second one follows a new connection that was cut before an answer: Qt is about to send again. Its thread
/// waits for us here, so that here, and only here, it can be kept from that.
void Exchange::takeEncrypted()
{
    m_isRepeated = m_hop.encrypted.has_value() && !m_hop.headers;
    if (m_isRepeated)
        return m_reply->abort();
    m_hop.encrypted = m_transport->now();
    boundBuffer();
}

ResponseHead Exchange::head() const
{
    ResponseHead head;
    head.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    head.headers = m_reply->rawHeaderPairs();
    return head;
}

QString Exchange::protocol() const
{
    return m_reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool()
        ? QStringLiteral("HTTP/2")
        : QStringLiteral("HTTP/1.1");
}

QByteArray Exchange::read(qint64 maxBytes)
{
    if (!m_reply->isOpen())
        return {}; // after abort()
    boundBuffer();
    const qint64 chunk = std::min(maxBytes, m_transport->share().chunk);
    return m_reply->read(std::min(chunk, m_reply->bytesAvailable()));
}

std::optional<record::Failure> Exchange::failure() const
{
    if (m_reply->error() == QNetworkReply::NoError)
        return std::nullopt;
    if (!m_tlsErrors.isEmpty())
        return make(Cause::TlsFailed, m_tlsErrors.join(QStringLiteral("; ")));
    if (m_isRepeated)
        return make(Cause::ConnectionCut, QStringLiteral("closed before an answer"));
    const bool byProxy = m_lease.proxy() != nullptr;
    return make(causeOf(m_reply->error(), isSent(), byProxy),
                plan::redactText(m_reply->errorString()));
}

std::optional<LastSent> Exchange::lastSent() const
{
    return m_hop.sent ? std::optional(m_lease.lastSent(m_hop.url, *m_hop.sent)) : std::nullopt;
}

void Exchange::giveUp()
{
    if (m_hop.headers) // else abort() does it
        m_lease.poison(m_hop.url, m_hop.sent.value_or(*m_hop.headers));
    else if (!m_hop.sent)
        m_lease.retire();
    abort();
}

void Exchange::abort()
{
    if (m_hop.sent && !m_hop.headers) // a header may never end
        m_lease.poison(m_hop.url, *m_hop.sent);
    m_reply->abort(); // emits finished() before it returns
    if (!m_hop.end)
        m_hop.end = m_transport->now();
}

} // namespace lapwing::engine
