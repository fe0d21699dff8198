// SPDX-License-Identifier: MIT
#include "engine/http/probe.h"

#include "async/event.h"
#include "plan/origin.h"

#include <QNetworkProxy>
#include <QSslSocket>

#include <algorithm>

namespace lapwing::engine {
namespace {

using record::Cause;
using record::Failure;
using Clock = std::chrono::steady_clock;

/// What a socket has told so far.
struct Heard {
    std::optional<Clock::time_point> found, connected, encrypted;
    bool failed = false;
};

void listen(const QSslSocket &socket, QObject *ears, Heard *heard, async::Event *news)
{
    const auto note = [news](std::optional<Clock::time_point> *moment) {
        return [news, moment] {
            *moment = Clock::now();
            news->set();
        };
    };
    QObject::connect(&socket, &QAbstractSocket::hostFound, ears, note(&heard->found));
    QObject::connect(&socket, &QAbstractSocket::connected, ears, note(&heard->connected));
    QObject::connect(&socket, &QSslSocket::encrypted, ears, note(&heard->encrypted));
    QObject::connect(&socket, &QAbstractSocket::errorOccurred, ears, [heard, news] {
        heard->failed = true;
        news->set();
    });
}

Cause causeOf(const QSslSocket &socket)
{
    switch (socket.error()) {
    case QAbstractSocket::HostNotFoundError:
        return Cause::HostNotFound;
    case QAbstractSocket::ConnectionRefusedError:
        return Cause::ConnectionRefused;
    case QAbstractSocket::SslHandshakeFailedError:
        return Cause::TlsFailed;
    default:
        return Cause::Unreachable;
    }
}

std::optional<std::chrono::nanoseconds> from(std::optional<Clock::time_point> begin,
                                             std::optional<Clock::time_point> end)
{
    return begin && end ? std::optional<std::chrono::nanoseconds>(*end - *begin) : std::nullopt;
}

void open(QSslSocket *socket, const QUrl &url)
{
    const bool isSecure = url.scheme() == u"https";
    const auto port = static_cast<quint16>(url.port(isSecure ? 443 : 80));
    if (isSecure)
        socket->connectToHostEncrypted(url.host(), port);
    else
        socket->connectToHost(url.host(), port);
}

std::optional<Failure> failureOf(const QSslSocket &socket, const Heard &heard,
                                 const Watchdog::Watch &watch, const std::stop_token &stop)
{
    if (stop.stop_requested())
        return make(Cause::Cancelled);
    if (watch.expiredWith())
        return make(*watch.expiredWith());
    return heard.failed ? std::optional(make(causeOf(socket), socket.errorString())) : std::nullopt;
}

} // namespace

QCoro::Task<record::Probe> probe(QUrl url, TransportSettings terms, std::stop_token stop)
{
    async::SteadyClock clock;
    Watchdog watchdog(&clock);
    async::Event news;
    const async::WakeOnStop wake(stop, &news);
    Watchdog::Watch watch(&watchdog, &news);
    watch.expect(Cause::ConnectTimeout, terms.patience.connect);
    QSslSocket socket;
    socket.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    socket.setSslConfiguration(tlsFor(terms));
    Heard heard;
    QObject ears; // goes before what it hears
    listen(socket, &ears, &heard, &news);
    const Clock::time_point begun = Clock::now();
    open(&socket, url);
    const bool isSecure = url.scheme() == u"https";
    const auto &last = isSecure ? heard.encrypted : heard.connected;
    while (!last && !heard.failed && !watch.expiredWith() && !stop.stop_requested())
        co_await news;
    record::Probe probe;
    probe.host = Origin(url).text;
    if (QHostAddress(url.host()).isNull())
        probe.lookUp = from(begun, heard.found);
    probe.tcp = from(heard.found, heard.connected);
    probe.tls = from(heard.connected, heard.encrypted);
    probe.address = socket.peerAddress().toString();
    probe.failure = failureOf(socket, heard, watch, stop);
    socket.abort();
    co_return probe;
}

QCoro::Task<std::vector<record::Probe>> probeAll(plan::Plan plan, std::stop_token stop)
{
    std::vector<record::Probe> probes;
    const auto terms = transportSettings(plan);
    if (!terms)
        co_return probes;
    std::vector<Origin> seen;
    for (const plan::Entry &entry : plan.entries) {
        const Origin origin(entry.url);
        if (static_cast<int>(seen.size()) >= maxProbes || stop.stop_requested())
            break;
        const bool isKnown = std::ranges::find(seen, origin) != seen.end();
        if (isKnown || plan.access.proxies.forUrl(entry.url) != nullptr)
            continue;
        seen.push_back(origin);
        record::Probe one = co_await probe(entry.url, *terms, stop);
        probes.push_back(std::move(one));
    }
    co_return probes;
}

} // namespace lapwing::engine
