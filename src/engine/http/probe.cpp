// SPDX-License-Identifier: MIT
#include "engine/http/probe.h"

#include "async/event.h"
#include "plan/entryterms.h"
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

void listen(const QSslSocket &socket, QObject *receiver, Heard *heard, async::Event *wakeUp)
{
    const auto note = [wakeUp](std::optional<Clock::time_point> *moment) {
        return [wakeUp, moment] {
            *moment = Clock::now();
            wakeUp->set();
        };
    };
    QObject::connect(&socket, &QAbstractSocket::hostFound, receiver, note(&heard->found));
    QObject::connect(&socket, &QAbstractSocket::connected, receiver, note(&heard->connected));
    QObject::connect(&socket, &QSslSocket::encrypted, receiver, note(&heard->encrypted));
    QObject::connect(&socket, &QAbstractSocket::errorOccurred, receiver, [heard, wakeUp] {
        heard->failed = true;
        wakeUp->set();
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
    async::Event wakeUp;
    const async::WakeOnStop wake(stop, &wakeUp);
    Watchdog::Watch watch(&watchdog, &wakeUp);
    watch.expect(Cause::ConnectTimeout, terms.timeouts.connect);
    QSslSocket socket;
    socket.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    socket.setSslConfiguration(tlsFor(terms));
    Heard heard;
    QObject receiver; // goes before what it hears
    listen(socket, &receiver, &heard, &wakeUp);
    const Clock::time_point begun = Clock::now();
    open(&socket, url);
    const bool isSecure = url.scheme() == u"https";
    const auto &last = isSecure ? heard.encrypted : heard.connected;
    while (!last && !heard.failed && !watch.expiredWith() && !stop.stop_requested())
        co_await wakeUp;
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
        const plan::Proxies proxies = plan::proxiesFor(plan.access.proxies, plan::termsOf(entry));
        if (isKnown || proxies.forUrl(entry.url) != nullptr)
            continue;
        seen.push_back(origin);
        record::Probe one = co_await probe(entry.url, *terms, stop);
        probes.push_back(std::move(one));
    }
    co_return probes;
}

} // namespace lapwing::engine
