// SPDX-License-Identifier: MIT
#pragma once

#include "plan/plan.h"
#include "record/failure.h"

#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <optional>
#include <tl/expected.hpp>

namespace lapwing::engine {

/// On what terms a run talks to servers.
struct TransportSettings {
    plan::Timeouts timeouts;
    plan::MinimumRate minimumRate;
    plan::Access access;
    QList<QSslCertificate> trusted;            ///< besides the system's
    std::optional<qint64> maxFileSize;         ///< bytes of a file
    int concurrentTasks = plan::defaultAtOnce; ///< tasks that divide the bytes in flight
};

/// Those of a plan; fails when its certificates cannot be read.
[[nodiscard]] tl::expected<TransportSettings, record::Failure> transportSettings(
    const plan::Plan &plan);

/// Qt's own, which trusts what the system does, and `trusted` besides. The first call costs: Qt 6.8 overlooks that
/// OpenSSL can find the certificates of the system by itself, and reads them all (qtlsbackend_openssl.cpp;
/// measured by callgrind: 228 million instructions, a tenth of fetching 1,500 small files).
[[nodiscard]] QSslConfiguration tlsFor(const TransportSettings &terms);

/// How many tasks divide the bytes in flight: a short list leaves more for each.
[[nodiscard]] int sharersOf(const plan::Plan &plan);

} // namespace lapwing::engine
