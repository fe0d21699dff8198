// SPDX-License-Identifier: MIT
#include "settings/settings.h"

#include "run/backgroundqueue.h"
#include "settings/accessfiles.h"
#include "text/accesserror.h"

#include <QProcessEnvironment>
#include <QSettings>
#include <QUrl>

#include <algorithm>
#include <array>
#include <limits>
#include <ranges>

namespace lapwing::ui {
namespace {

using std::chrono::milliseconds;

constexpr QLatin1String group("settings/");

constexpr QLatin1String languageName(
    "language"); // the command line reads it too: text::languageKey
constexpr QLatin1String startAfterAddingName("startAfterAdding");
constexpr QLatin1String resumeAtStartName("resumeAtStart");
constexpr QLatin1String maxKeptRunsName("maxKeptRuns");
constexpr QLatin1String notifiesName("notifies");
constexpr QLatin1String keepsAwakeName("keepsAwake");
constexpr QLatin1String conflictName("conflict");
constexpr QLatin1String proofName("requireProof");
constexpr QLatin1String maxFileSizeName("largestBytes");
constexpr QLatin1String retriesName("retries");
constexpr QLatin1String connectName("connectMilliseconds");
constexpr QLatin1String firstByteName("firstByteMilliseconds");
constexpr QLatin1String stallName("stallMilliseconds");
constexpr QLatin1String rateName("leastRate");
constexpr QLatin1String proxyName("proxy");
constexpr QLatin1String netrcName("netrc");
constexpr QLatin1String cookiesName("cookieFile");
constexpr QLatin1String takesCookiesName("takesCookies");
constexpr QLatin1String certificateName("caCertificateFile");

// What the command line takes as well.
constexpr qint64 maxRetries = 100;
constexpr qint64 maxRuns = 10'000;
constexpr milliseconds maxDuration = std::chrono::days(1);
constexpr qint64 anyNumber = std::numeric_limits<qint64>::max();

struct Word {
    plan::Conflict conflict;
    QLatin1String word;
};

/// As on the command line, so that a number in the store never means another choice later.
constexpr std::array conflicts{Word{plan::Conflict::Number, QLatin1String("number")},
                               Word{plan::Conflict::Skip, QLatin1String("skip")},
                               Word{plan::Conflict::Replace, QLatin1String("replace")}};

/// One settings store, read and written by the same names. What was written by hand may be anything.
class SettingsReader {
public:
    explicit SettingsReader(const QSettings &store) : m_store(store) { }

    [[nodiscard]] QString text(QLatin1String name) const { return value(name).toString(); }
    [[nodiscard]] bool boolean(QLatin1String name, bool fallback = false) const
    {
        return m_store.value(group + name, fallback).toBool();
    }
    /// `fallback` for what is no number, or not between these two.
    [[nodiscard]] qint64 number(QLatin1String name, qint64 min, qint64 max, qint64 fallback) const
    {
        bool isNumber = false;
        const qint64 found = value(name).toLongLong(&isNumber);
        return isNumber && found >= min && found <= max ? found : fallback;
    }

private:
    [[nodiscard]] QVariant value(QLatin1String name) const { return m_store.value(group + name); }

    const QSettings &m_store;
};

plan::Conflict conflictFrom(const QString &word)
{
    const auto found = std::ranges::find(conflicts, word, &Word::word);
    return found == conflicts.end() ? plan::Conflict::Number : found->conflict;
}

void applyTo(plan::Plan &plan, const Settings &settings)
{
    plan.destination.conflict = settings.conflict;
    plan.destination.whenFull = plan::WhenFull::Wait; // the window can say that it is, and be told
    plan.requireProof = settings.requireProof;
    plan.maxFileSize = settings.maxFileSize;
    plan.retries = settings.retries;
    plan.timeouts = settings.timeouts;
    plan.minimumRate = settings.minimumRate;
    plan.access.headers = settings.headers;
    plan.access.takesCookies = settings.takesCookies;
    plan.access.caCertificateFile = settings.caCertificateFile;
}

tl::expected<plan::Proxies, QString> proxiesFor(const Settings &settings)
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (settings.isDirect)
        return plan::directly();
    if (settings.proxy)
        return plan::proxiesThrough(*settings.proxy, environment);
    return plan::proxiesOf(environment).map_error([](const plan::ProxyVariableError &error) {
        return text::sentence(error);
    });
}

} // namespace

Settings Settings::load(const QSettings &store)
{
    const SettingsReader reader(store);
    const auto time = [&reader](QLatin1String name, milliseconds fallback) {
        return milliseconds(reader.number(name, 1, maxDuration.count(), fallback.count()));
    };
    Settings settings;
    settings.conflict = conflictFrom(reader.text(conflictName));
    settings.language = reader.text(languageName);
    settings.startAfterAdding = reader.boolean(startAfterAddingName);
    settings.resumeAtStart = reader.boolean(resumeAtStartName);
    settings.maxKeptRuns =
        static_cast<int>(reader.number(maxKeptRunsName, 0, maxRuns, settings.maxKeptRuns));
    settings.notifies = reader.boolean(notifiesName, true);
    settings.keepsAwake = reader.boolean(keepsAwakeName, true);
    settings.requireProof = reader.boolean(proofName);
    if (const qint64 largest = reader.number(maxFileSizeName, 1, anyNumber, 0))
        settings.maxFileSize = largest;
    settings.retries.max =
        static_cast<int>(reader.number(retriesName, 0, maxRetries, settings.retries.max));
    settings.timeouts.connect = time(connectName, settings.timeouts.connect);
    settings.timeouts.firstByte = time(firstByteName, settings.timeouts.firstByte);
    settings.timeouts.stall = time(stallName, settings.timeouts.stall);
    settings.minimumRate.bytesPerSecond =
        reader.number(rateName, 0, anyNumber, settings.minimumRate.bytesPerSecond);
    settings.isDirect = plan::isNoProxy(reader.text(proxyName));
    if (const auto proxy = plan::proxyFrom(reader.text(proxyName)); proxy && !settings.isDirect)
        settings.proxy = *proxy;
    settings.netrc = reader.boolean(netrcName);
    settings.cookieFile = reader.text(cookiesName);
    settings.takesCookies = reader.boolean(takesCookiesName, true);
    settings.caCertificateFile = reader.text(certificateName);
    return settings;
}

void Settings::save(QSettings &store) const
{
    const auto keep = [&store](QLatin1String name, const QVariant &value) {
        store.setValue(group + name, value);
    };
    keep(languageName, language);
    keep(startAfterAddingName, startAfterAdding);
    keep(resumeAtStartName, resumeAtStart);
    keep(maxKeptRunsName, maxKeptRuns);
    keep(notifiesName, notifies);
    keep(keepsAwakeName, keepsAwake);
    keep(conflictName, QString(std::ranges::find(conflicts, conflict, &Word::conflict)->word));
    keep(proofName, requireProof);
    keep(maxFileSizeName, maxFileSize.value_or(0));
    keep(retriesName, retries.max);
    keep(connectName, qint64(timeouts.connect.count()));
    keep(firstByteName, qint64(timeouts.firstByte.count()));
    keep(stallName, qint64(timeouts.stall.count()));
    keep(rateName, minimumRate.bytesPerSecond);
    keep(proxyName, proxyText());
    keep(netrcName, netrc);
    keep(cookiesName, cookieFile);
    keep(takesCookiesName, takesCookies);
    keep(certificateName, caCertificateFile);
}

QString Settings::proxyText() const
{
    if (isDirect)
        return plan::noProxy.toString();
    return proxy ? addressOf(*proxy) : QString();
}

QString addressOf(const plan::Proxy &proxy)
{
    QUrl address;
    address.setScheme(proxy.kind == plan::Proxy::Kind::Socks5 ? QStringLiteral("socks5")
                                                              : QStringLiteral("http"));
    address.setUserName(proxy.user);
    address.setHost(proxy.host);
    address.setPort(proxy.port);
    return address.toString(QUrl::FullyEncoded);
}

void complete(plan::Plan plan, const Settings &settings, BackgroundQueue &errands,
              std::function<void(tl::expected<plan::Plan, QString>)> take)
{
    applyTo(plan, settings);
    const auto proxies = proxiesFor(settings);
    if (!proxies) {
        take(tl::unexpected(proxies.error()));
        return;
    }
    plan.access.proxies = *proxies;
    const AccessFiles files{settings.netrc, settings.cookieFile, settings.caCertificateFile};
    if (files.isEmpty()) {
        take(std::move(plan));
        return;
    }
    const auto read = [plan = std::move(plan), files]() -> tl::expected<plan::Plan, QString> {
        plan::Plan whole = plan;
        if (const std::optional<QString> error = files.addTo(whole.access))
            return tl::unexpected(*error);
        return whole;
    };
    errands.run(read, std::move(take));
}

} // namespace lapwing::ui
