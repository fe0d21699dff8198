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
    async::Event wakeUp;
    const async::WakeOnStop wake(stop, &wakeUp);
    Watchdog::Watch watch(watchdog, &wakeUp);
    watch.expect(Cause::ConnectTimeout, patience);
    std::optional<QHostInfo> found;
    QObject receiver; // last: goes first
    const int id = QHostInfo::lookupHost(host, &receiver, [&found, &wakeUp](const QHostInfo &info) {
        found = info;
        wakeUp.set();
    });
    while (!found && !watch.expiredWith() && !stop.stop_requested())
        co_await wakeUp;
    if (!found)
        QHostInfo::abortHostLookup(id);
    if (stop.stop_requested())
        co_return make(Cause::Cancelled);
    if (!found)
        co_return make(*watch.expiredWith());
    co_return failureOf(found, host);
}

} // namespace lapwing::engine
