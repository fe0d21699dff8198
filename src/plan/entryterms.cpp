// SPDX-License-Identifier: MIT
#include "plan/entryterms.h"

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

std::optional<qint64> wholeNumber(const QString &value, qint64 least, qint64 most)
{
    bool isNumber = false;
    const qint64 number = value.trimmed().toLongLong(&isNumber);
    return isNumber && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

std::optional<std::chrono::milliseconds> seconds(const QString &value, qint64 least)
{
    constexpr qint64 most = 600; // as aria2 has it
    const auto number = wholeNumber(value, least, most);
    return number ? std::optional<std::chrono::milliseconds>(std::chrono::seconds(*number))
                  : std::nullopt;
}

/// "100K" and "2m" are multiples of 1024.
std::optional<qint64> byteCount(QString value)
{
    constexpr qint64 most = std::numeric_limits<qint64>::max() >> 20;
    value = value.trimmed().toLower();
    const int shift = value.endsWith(u'k') ? 10 : value.endsWith(u'm') ? 20 : 0;
    if (shift > 0)
        value.chop(1);
    const auto number = wholeNumber(value, 0, most);
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

constexpr auto settings = std::to_array<Setting>({
    {u"max-tries", readTries},
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
});

bool read(EntryTerms &terms, const Option &option)
{
    const auto *const setting =
        std::ranges::find(settings, QStringView(option.name), &Setting::name);
    return setting != settings.end() && setting->read(terms, option.value);
}

} // namespace

bool isHonoured(const Option &option)
{
    EntryTerms terms;
    return read(terms, option) && !terms.overwrites.value_or(false);
}

EntryTerms termsOf(const Entry &entry)
{
    EntryTerms terms;
    if (!entry.extras)
        return terms;
    for (const Option &option : entry.extras->options)
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

} // namespace lapwing::plan
