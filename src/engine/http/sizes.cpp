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
struct SizeQueries {
    plan::Plan plan;
    Transport transport;
    std::size_t next = 0;
    Sizes sizes{};
    TellLength tell{};
};

/// Absent: it did not tell.
[[nodiscard]] QCoro::Task<std::optional<qint64>> lengthOf(SizeQueries *queries, plan::Entry entry,
                                                          std::stop_token stop)
{
    if (entry.extras && entry.extras->size)
        co_return entry.extras->size;
    const plan::Access &access = queries->plan.access;
    const plan::Proxies proxies = plan::proxiesFor(access.proxies, plan::termsOf(entry));
    const plan::Proxy *proxy = proxies.forUrl(entry.url);
    const auto credentials = plan::credentialsFor(access, entry, entry.url, proxy);
    const QByteArray authorization =
        credentials ? plan::basicAuthorization(*credentials) : QByteArray();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QByteArray cookies = queries->transport.memoryOf(proxy)->cookies.fieldFor(entry.url, now);
    const std::vector<plan::Header> fields =
        plan::headersFor(access, entry, entry.url, {authorization, cookies}, proxy);
    async::Event wakeUp;
    const async::WakeOnStop wake(stop, &wakeUp);
    Exchange exchange(&queries->transport, entry.url, proxy, std::nullopt, fields, false, &wakeUp,
                      Method::Head);
    auto request = [&exchange] { return exchange.lastSent(); };
    Watchdog::Watch watch(queries->transport.watchdog(), &wakeUp, std::move(request));
    watch.expect(record::Cause::FirstByteTimeout, patience);
    while (!exchange.hasEnded() && !watch.expiredWith() && !stop.stop_requested())
        co_await wakeUp;
    if (!exchange.hasEnded() || !exchange.hasHead() || exchange.head().status != 200)
        co_return std::nullopt;
    co_return promisedLength(exchange.head());
}

[[nodiscard]] QCoro::Task<> lane(SizeQueries *queries, std::stop_token stop)
{
    while (queries->next < queries->plan.entries.size() && !stop.stop_requested()) {
        const std::size_t place = queries->next++;
        const plan::Entry entry = queries->plan.entries[place];
        const std::optional<qint64> length = co_await lengthOf(queries, entry, stop);
        if (length)
            queries->sizes.bytes = record::saturatedSum(queries->sizes.bytes, *length);
        else
            ++queries->sizes.unknown;
        if (queries->tell && !stop.stop_requested())
            queries->tell(place, length);
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
    SizeQueries queries{std::move(plan),
                        Transport(std::make_shared<async::SteadyClock>(), std::move(*terms))};
    queries.tell = std::move(tell);
    std::vector<QCoro::Task<>> lanes;
    const int count = std::min(queries.plan.atOnce, maxAsked);
    for (int i = 0; i < count; ++i)
        lanes.push_back(lane(&queries, stop));
    co_await async::gather(std::move(lanes));
    co_return queries.sizes;
}

} // namespace lapwing::engine
