// SPDX-License-Identifier: MIT
#include "engine/http/sizes.h"

#include "async/gather.h"
#include "engine/http/exchange.h"
#include "engine/http/transport.h"
#include "plan/entryterms.h"
#include "record/saturated.h"

#include <algorithm>

namespace lapwing::engine {
namespace {

constexpr std::chrono::seconds patience{10};
constexpr int maxAsked = 4; ///< at once: few at once, so that probing does not trigger rate limits

/// What the lanes share.
struct Asking {
    plan::Plan plan;
    Transport transport;
    std::size_t next = 0;
    Sizes sizes{};
    TellLength tell{};
};

/// Absent: it did not tell.
[[nodiscard]] QCoro::Task<std::optional<qint64>> lengthOf(Asking *asking, plan::Entry entry,
                                                          std::stop_token stop)
{
    if (entry.extras && entry.extras->size)
        co_return entry.extras->size;
    const plan::Access &access = asking->plan.access;
    const plan::Proxies proxies = plan::proxiesFor(access.proxies, plan::termsOf(entry));
    const plan::Proxy *proxy = proxies.forUrl(entry.url);
    const auto credentials = plan::credentialsFor(access, entry, entry.url, proxy);
    const QByteArray authorization =
        credentials ? plan::basicAuthorization(*credentials) : QByteArray();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QByteArray cookies = asking->transport.memoryOf(proxy)->cookies.fieldFor(entry.url, now);
    const std::vector<plan::Header> fields =
        plan::headersFor(access, entry, entry.url, {authorization, cookies}, proxy);
    async::Event wakeUp;
    const async::WakeOnStop wake(stop, &wakeUp);
    Exchange exchange(&asking->transport, entry.url, proxy, std::nullopt, fields, false, &wakeUp,
                      Method::Head);
    auto request = [&exchange] { return exchange.lastSent(); };
    Watchdog::Watch watch(asking->transport.watchdog(), &wakeUp, std::move(request));
    watch.expect(record::Cause::FirstByteTimeout, patience);
    while (!exchange.hasEnded() && !watch.expiredWith() && !stop.stop_requested())
        co_await wakeUp;
    if (!exchange.hasEnded() || !exchange.hasHead() || exchange.head().status != 200)
        co_return std::nullopt;
    co_return promisedLength(exchange.head());
}

[[nodiscard]] QCoro::Task<> lane(Asking *asking, std::stop_token stop)
{
    while (asking->next < asking->plan.entries.size() && !stop.stop_requested()) {
        const std::size_t place = asking->next++;
        const plan::Entry entry = asking->plan.entries[place];
        const std::optional<qint64> length = co_await lengthOf(asking, entry, stop);
        if (length)
            asking->sizes.bytes = record::saturatedSum(asking->sizes.bytes, *length);
        else
            ++asking->sizes.unknown;
        if (asking->tell && !stop.stop_requested())
            asking->tell(place, length);
    }
}

} // namespace

QCoro::Task<Sizes> askSizes(plan::Plan plan, std::stop_token stop)
{
    return askLengths(std::move(plan), {}, std::move(stop));
}

QCoro::Task<Sizes> askLengths(plan::Plan plan, TellLength tell, std::stop_token stop)
{
    Sizes sizes;
    auto terms = transportSettings(plan);
    if (!terms) {
        sizes.unknown = static_cast<int>(plan.entries.size());
        co_return sizes;
    }
    Asking asking{std::move(plan),
                  Transport(std::make_shared<async::SteadyClock>(), std::move(*terms))};
    asking.tell = std::move(tell);
    std::vector<QCoro::Task<>> lanes;
    const int count = std::min(asking.plan.atOnce, maxAsked);
    for (int i = 0; i < count; ++i)
        lanes.push_back(lane(&asking, stop));
    co_await async::gather(std::move(lanes));
    co_return asking.sizes;
}

} // namespace lapwing::engine
