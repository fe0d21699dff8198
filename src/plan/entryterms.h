// SPDX-License-Identifier: MIT
#pragma once

#include "plan/access/proxies.h"
#include "plan/entry.h"
#include "plan/plan.h"

#include <chrono>
#include <optional>

namespace lapwing::plan {

/// The way to a server that a list names.
struct ListedWay {
    std::optional<Proxy> proxy; ///< absent: directly
};

/// What the settings of a list mean for one file, in place of what holds for all. Absent: as the plan says.
struct EntryTerms {
    std::optional<int> maxTries;    ///< attempts at each address; 0: without end
    std::optional<int> maxNotFound; ///< of those, how many may end with 404, at least 1
    std::optional<std::chrono::milliseconds> retryWait; ///< the same before each retry
    std::optional<std::chrono::milliseconds> timeout;   ///< for a response, and within it
    std::optional<std::chrono::milliseconds> connectTimeout;
    std::optional<qint64> lowestSpeed; ///< bytes a second; 0: anything is fast enough
    std::optional<qint64> speedLimit;  ///< bytes a second, more than 0
    std::optional<bool> overwrites;    ///< a file that has the name; true allows nothing by itself
    std::optional<bool> numbers;       ///< the new one, when it has
    std::optional<ListedWay> allProxy; ///< for both schemes
    std::optional<ListedWay> httpProxy;
    std::optional<ListedWay> httpsProxy;
    QStringList noProxy;          ///< see Proxies::exceptions
    bool wantsNewer = false;      ///< than the file that has its name
    bool keepsServerTime = false; ///< the file's time is that of Last-Modified
    bool bypassesCaches = false;  ///< those between here and the server
    bool ignoresNetrc = false;

    [[nodiscard]] bool namesProxy() const { return allProxy || httpProxy || httpsProxy; }
};

/// Whether the setting counts, with the value that it has: the one place that says which do.
[[nodiscard]] bool isHonoured(const ListedOption &option);

/// Its list wants it paused: nothing but the user starts it. aria2 heeds that only where it can be told to go on.
[[nodiscard]] bool isPausedByList(const Entry &entry);

/// "all-proxy" and the like, whose value is the address of a proxy, or none.
[[nodiscard]] bool isProxyName(QStringView option);
/// Whether the value of such an option may be a secret, or have one in it.
[[nodiscard]] bool mayHoldSecret(QStringView option);
/// What of its value may be shown and stored; absent: nothing, since all of it may be a secret.
[[nodiscard]] std::optional<QString> publicValue(const ListedOption &option);
/// What of it may be shown and stored: no header but User-Agent, no user information of a mirror or a proxy.
[[nodiscard]] Extras withoutSecrets(Extras extras);

/// A setting whose value cannot be read says nothing; of two with one name the last counts.
[[nodiscard]] EntryTerms termsOf(const Entry &entry);

// The plan's, as far as the terms have nothing else to say.
[[nodiscard]] Timeouts timeoutsFor(Timeouts timeouts, const EntryTerms &terms);
[[nodiscard]] MinimumRate minimumRateFor(MinimumRate minimumRate, const EntryTerms &terms);
[[nodiscard]] Conflict conflictFor(Conflict conflict, const EntryTerms &terms);

/// A list may come from anybody: what the user chose for Lapwing stays, also that there is no proxy, and so do the
/// exceptions of the environment, to which the list's are added. It names another proxy than the environment.
[[nodiscard]] Proxies proxiesFor(Proxies proxies, const EntryTerms &terms);

} // namespace lapwing::plan
