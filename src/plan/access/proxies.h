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
    bool isFromEnvironment = false; ///< nobody chose it for Lapwing alone

    [[nodiscard]] bool isEmpty() const { return !http && !https; }
    /// Null: directly.
    [[nodiscard]] const Proxy *forUrl(const QUrl &url) const;

    friend bool operator==(const Proxies &, const Proxies &) = default;
};

/// What the environment says, as curl reads it: http_proxy (in small letters alone: a web server sets
/// HTTP_PROXY from a request), https_proxy, all_proxy, no_proxy, the last three in either case. The error is
/// a sentence that names what is wrong, without its value.
[[nodiscard]] tl::expected<Proxies, QString> proxiesOf(const QProcessEnvironment &environment);

/// Everything through one that was chosen; no_proxy counts then too, as with curl.
[[nodiscard]] Proxies proxiesThrough(const Proxy &proxy, const QProcessEnvironment &environment);

/// How a person writes that nothing of the environment counts.
[[nodiscard]] bool isNoProxy(const QString &text); ///< "none"

/// Whether a host is one of these: a name, with or without a dot before it, stands for itself and for all
/// below it; an address for itself; "10.0.0.0/8" for a network; a "*" alone for every host (as curl 7.86).
[[nodiscard]] bool isException(const QStringList &exceptions, const QString &host);

/// "http://host:port", or what each scheme has, with its exceptions: what may be shown. Empty: directly.
[[nodiscard]] QString displayText(const Proxies &proxies);

} // namespace lapwing::plan
