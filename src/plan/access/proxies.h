// SPDX-License-Identifier: MIT
#pragma once

#include "plan/access/proxy.h"

#include <QStringList>
#include <QUrl>

#include <optional>

class QProcessEnvironment;

namespace lapwing::plan {

/// The way to each server: directly, or through a proxy.
struct Proxies {
    std::optional<Proxy> http;  ///< for http
    std::optional<Proxy> https; ///< for https
    QStringList exceptions;     ///< names and addresses that are asked directly; see isException()
    bool isChosen = false;      ///< for Lapwing, by the user: no list changes it

    [[nodiscard]] bool isEmpty() const { return !http && !https; }
    /// Null: directly.
    [[nodiscard]] const Proxy *forUrl(const QUrl &url) const;

    friend bool operator==(const Proxies &, const Proxies &) = default;
};

/// A variable of the environment that names no proxy.
struct ProxyVariableError {
    QString variable; ///< its name; its value may hold a password
    ProxyFault fault = ProxyFault::Scheme;

    friend bool operator==(const ProxyVariableError &, const ProxyVariableError &) = default;
};

/// What the environment says, as curl reads it: http_proxy (in small letters alone: a web server sets
/// HTTP_PROXY from a request), https_proxy, all_proxy, no_proxy, the last three in either case.
[[nodiscard]] tl::expected<Proxies, ProxyVariableError> proxiesOf(
    const QProcessEnvironment &environment);

/// Directly, as was chosen.
[[nodiscard]] Proxies directly();

/// Everything through one that was chosen; no_proxy counts then too, as with curl.
[[nodiscard]] Proxies proxiesThrough(const Proxy &proxy, const QProcessEnvironment &environment);

/// How one writes that there is no proxy, whatever the environment says: a code word, not translated.
inline constexpr QStringView noProxy = u"none";
[[nodiscard]] bool isNoProxy(const QString &text);

/// Names and addresses with commas or blanks between them.
[[nodiscard]] QStringList exceptionsFrom(const QString &text);

/// Whether a host is one of these: a name, with or without a dot before it, stands for itself and for all
/// below it; an address for itself; "10.0.0.0/8" for a network; a "*" alone for every host (as curl 7.86).
[[nodiscard]] bool isException(const QStringList &exceptions, const QString &host);

/// What may be shown and stored of them, the same in every language: "http://host:port" for both schemes, else
/// "http=http://host:port https=none" (or the other way round); with exceptions also " no=name,10.0.0.0/8".
/// Empty: directly.
[[nodiscard]] QString displayText(const Proxies &proxies);

} // namespace lapwing::plan
