// SPDX-License-Identifier: MIT
#include "engine/http/lookup.h"

#include "async/event.h"

#include <QHostInfo>

namespace lapwing::engine {
namespace {

using record::Cause;

std::optional<record::Failure> failureOf(const std::optional<QHostInfo> &info, const QString &host)
{
    if (info && info->error() == QHostInfo::NoError && !info->addresses().isEmpty())
        return std::nullopt;
    const QString said = info ? info->errorString() : QString();
    return make(Cause::HostNotFound, QStringLiteral("%1: %2").arg(host, said));
}

} // namespace

QCoro::Task<std::optional<record::Failure>> lookUp(QString host, Watchdog *watchdog,
                                                   std::chrono::milliseconds patience,
                                                   std::stop_token stop)
{
    async::Event news;
    const async::WakeOnStop wake(stop, &news);
    Watchdog::Watch watch(watchdog, &news);
    watch.expect(Cause::ConnectTimeout, patience);
    std::optional<QHostInfo> found;
    QObject ears; // last: goes first
    const int id = QHostInfo::lookupHost(host, &ears, [&found, &news](const QHostInfo &info) {
        found = info;
        news.set();
    });
    while (!found && !watch.expiredWith() && !stop.stop_requested())
        co_await news;
    if (!found)
        QHostInfo::abortHostLookup(id);
    if (stop.stop_requested())
        co_return make(Cause::Cancelled);
    if (!found)
        co_return make(*watch.expiredWith());
    co_return failureOf(found, host);
}

} // namespace lapwing::engine
