// SPDX-License-Identifier: MIT
#include "plan/entryterms.h"

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

std::optional<qint64> wholeNumber(const QString &value, qint64 min, qint64 max)
{
    bool isNumber = false;
    const qint64 number = value.trimmed().toLongLong(&isNumber);
    return isNumber && number >= min && number <= max ? std::optional(number) : std::nullopt;
}

std::optional<std::chrono::milliseconds> seconds(const QString &value, qint64 min)
{
    constexpr qint64 max = 600; // as aria2 has it
    const auto number = wholeNumber(value, min, max);
    return number ? std::optional<std::chrono::milliseconds>(std::chrono::seconds(*number))
                  : std::nullopt;
}

/// "100K" and "2m" are multiples of 1024.
std::optional<qint64> byteCount(QString value)
{
    constexpr qint64 max = std::numeric_limits<qint64>::max() >> 20;
    value = value.trimmed().toLower();
    const int shift = value.endsWith(u'k') ? 10 : value.endsWith(u'm') ? 20 : 0;
    if (shift > 0)
        value.chop(1);
    const auto number = wholeNumber(value, 0, max);
    return number ? std::optional(*number << shift) : std::nullopt;
}

/// Without a value it is meant.
std::optional<bool> truth(const QString &value)
{
    const QString word = value.trimmed().toLower();
    if (word.isEmpty() || word == u"true")
        return true;
    return word == u"false" ? std::optional(false) : std::nullopt;
}

template<typename T>
bool set(std::optional<T> &term, const std::optional<T> &value)
{
    if (value)
        term = value;
    return value.has_value();
}

struct Setting {
    QStringView name;
    bool (*read)(EntryTerms &terms, const QString &value); ///< false: it cannot be read
};

bool readTries(EntryTerms &terms, const QString &value)
{
    const auto number = wholeNumber(value, 0, std::numeric_limits<int>::max());
    return set(terms.maxTries, number ? std::optional(static_cast<int>(*number)) : std::nullopt);
}

/// 0 is as without it: the first one is final.
bool readNotFound(EntryTerms &terms, const QString &value)
{
    const auto number = wholeNumber(value, 0, std::numeric_limits<int>::max());
    if (number && *number > 0)
        terms.maxNotFound = static_cast<int>(*number);
    else if (number)
        terms.maxNotFound.reset();
    return number.has_value();
}

/// 0 is no limit.
bool readSpeedLimit(EntryTerms &terms, const QString &value)
{
    const auto limit = byteCount(value);
    if (limit && *limit > 0)
        terms.speedLimit = limit;
    else if (limit)
        terms.speedLimit.reset();
    return limit.has_value();
}

/// Nothing, or the word for it, is no proxy.
bool readWay(std::optional<ListedWay> &term, const QString &value)
{
    if (value.trimmed().isEmpty() || isNoProxy(value))
        return set(term, std::optional(ListedWay()));
    auto proxy = proxyFrom(value);
    if (!proxy)
        return false;
    proxy->isListed = true;
    return set(term, std::optional(ListedWay{*proxy}));
}

bool readExceptions(EntryTerms &terms, const QString &value)
{
    terms.noProxy = exceptionsFrom(value);
    return true;
}

bool set(bool &term, const std::optional<bool> &value)
{
    term = value.value_or(term);
    return value.has_value();
}

/// Whatever the value, the file is the same: a download goes on from its own part, over one connection, and is checked.
bool holdsAnyway(EntryTerms &, const QString &)
{
    return true;
}

/// Not for the engine: see isPausedByList().
bool isTruth(EntryTerms &, const QString &value)
{
    return truth(value).has_value();
}

// Only this can be honoured: Lapwing does nothing else.
bool isOff(EntryTerms &, const QString &value)
{
    return truth(value) == false;
}

bool isOne(EntryTerms &, const QString &value)
{
    return wholeNumber(value, 1, 1).has_value();
}

constexpr auto settings = std::to_array<Setting>({
    {u"max-tries", readTries},
    {u"max-file-not-found", readNotFound},
    {u"retry-wait",
     [](EntryTerms &terms, const QString &value) {
         return set(terms.retryWait, seconds(value, 0));
     }},
    {u"timeout",
     [](EntryTerms &terms, const QString &value) { return set(terms.timeout, seconds(value, 1)); }},
    {u"connect-timeout",
     [](EntryTerms &terms, const QString &value) {
         return set(terms.connectTimeout, seconds(value, 1));
     }},
    {u"lowest-speed-limit",
     [](EntryTerms &terms, const QString &value) {
         return set(terms.lowestSpeed, byteCount(value));
     }},
    {u"max-download-limit", readSpeedLimit},
    {u"allow-overwrite",
     [](EntryTerms &terms, const QString &value) { return set(terms.overwrites, truth(value)); }},
    {u"auto-file-renaming",
     [](EntryTerms &terms, const QString &value) { return set(terms.numbers, truth(value)); }},
    {u"all-proxy",
     [](EntryTerms &terms, const QString &value) { return readWay(terms.allProxy, value); }},
    {u"http-proxy",
     [](EntryTerms &terms, const QString &value) { return readWay(terms.httpProxy, value); }},
    {u"https-proxy",
     [](EntryTerms &terms, const QString &value) { return readWay(terms.httpsProxy, value); }},
    {u"no-proxy", readExceptions},
    {u"conditional-get",
     [](EntryTerms &terms, const QString &value) { return set(terms.wantsNewer, truth(value)); }},
    {u"remote-time",
     [](EntryTerms &terms, const QString &value) {
         return set(terms.keepsServerTime, truth(value));
     }},
    {u"http-no-cache",
     [](EntryTerms &terms, const QString &value) {
         return set(terms.bypassesCaches, truth(value));
     }},
    {u"no-netrc",
     [](EntryTerms &terms, const QString &value) { return set(terms.ignoresNetrc, truth(value)); }},
    {u"continue", holdsAnyway},
    {u"check-integrity", holdsAnyway},
    {u"max-connection-per-server", holdsAnyway},
    {u"min-split-size", holdsAnyway},
    {u"piece-length", holdsAnyway},
    {u"file-allocation", holdsAnyway},
    {u"gid", holdsAnyway},
    {u"split", isOne},
    {u"always-resume", isOff},
    {u"use-head", isOff},
    {u"http-accept-gzip", isOff},
    {u"dry-run", isOff},
    {u"pause", isTruth},
    {u"parameterized-uri", isOff},
});

bool read(EntryTerms &terms, const ListedOption &option)
{
    const auto *const setting =
        std::ranges::find(settings, QStringView(option.name), &Setting::name);
    return setting != settings.end() && setting->read(terms, option.value);
}

} // namespace

bool isHonoured(const ListedOption &option)
{
    EntryTerms terms;
    return read(terms, option) && !terms.overwrites.value_or(false);
}

bool isPausedByList(const Entry &entry)
{
    if (!entry.extras)
        return false;
    const auto &options = entry.extras->options;
    const auto pause = std::ranges::find(options, u"pause"_s, &ListedOption::name);
    return pause != options.end() && truth(pause->value) == true;
}

bool isProxyName(QStringView option)
{
    return option.endsWith(u"-proxy") && option != u"no-proxy";
}

bool mayHoldSecret(QStringView option)
{
    return isProxyName(option) || option.endsWith(u"-user") || option.endsWith(u"-passwd");
}

std::optional<QString> publicValue(const ListedOption &option)
{
    if (!mayHoldSecret(option.name) || option.value.isEmpty())
        return option.value;
    const auto proxy = proxyFrom(option.value);
    if (!isProxyName(option.name) || (!proxy && option.value.contains(u'@')))
        return std::nullopt;
    const bool hasLogin = proxy && !(proxy->user.isEmpty() && proxy->password.isEmpty());
    return hasLogin ? displayText(*proxy) : option.value;
}

/// A proxy stays without its login: the file never goes another way because that was forgotten.
Extras withoutSecrets(Extras extras)
{
    for (Mirror &mirror : extras.mirrors)
        mirror.url.setUserInfo({});
    std::erase_if(extras.headers, [](const Header &header) {
        return header.name.compare("User-Agent", Qt::CaseInsensitive) != 0;
    });
    std::vector<ListedOption> kept;
    for (const ListedOption &option : extras.options) {
        if (const auto value = publicValue(option))
            kept.push_back({option.name, *value});
    }
    extras.options = std::move(kept);
    return extras;
}

EntryTerms termsOf(const Entry &entry)
{
    EntryTerms terms;
    if (!entry.extras)
        return terms;
    for (const ListedOption &option : entry.extras->options)
        read(terms, option);
    return terms;
}

Timeouts timeoutsFor(Timeouts timeouts, const EntryTerms &terms)
{
    timeouts.connect = terms.connectTimeout.value_or(timeouts.connect);
    timeouts.firstByte = terms.timeout.value_or(timeouts.firstByte);
    timeouts.stall = terms.timeout.value_or(timeouts.stall);
    return timeouts;
}

MinimumRate minimumRateFor(MinimumRate minimumRate, const EntryTerms &terms)
{
    minimumRate.bytesPerSecond = terms.lowestSpeed.value_or(minimumRate.bytesPerSecond);
    return minimumRate;
}

/// A list may come from anybody: it never makes Replace of what was chosen, but may ask for less.
Conflict conflictFor(Conflict conflict, const EntryTerms &terms)
{
    const bool wantsToReplace = terms.overwrites == true; // not without the person
    if (terms.numbers == false && !wantsToReplace)
        return Conflict::Skip;
    const bool isDenied = (terms.overwrites == false && conflict == Conflict::Replace)
        || (terms.numbers == true && conflict == Conflict::Skip);
    return isDenied ? Conflict::Number : conflict;
}

Proxies proxiesFor(Proxies proxies, const EntryTerms &terms)
{
    if (proxies.isChosen)
        return proxies;
    const auto take = [&terms](std::optional<Proxy> &proxy, const std::optional<ListedWay> &own) {
        if (const std::optional<ListedWay> &way = own ? own : terms.allProxy)
            proxy = way->proxy;
    };
    take(proxies.http, terms.httpProxy);
    take(proxies.https, terms.httpsProxy);
    const QStringList everyHost{u"*"_s};
    if (proxies.exceptions == everyHost || terms.noProxy == everyHost)
        proxies.exceptions = everyHost;
    else
        proxies.exceptions += terms.noProxy;
    return proxies;
}

} // namespace lapwing::plan
