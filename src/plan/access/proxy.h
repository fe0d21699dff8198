// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace lapwing::plan {

/// A server that others are asked through; names are looked up there. Its password is a secret.
struct Proxy {
    enum class Kind { Http, Socks5 };
    Kind kind = Kind::Http;
    QString host; ///< in the form of hostFrom()
    quint16 port = 0;
    QString user;
    QString password;
    bool isListed = false; ///< a list alone names it: nothing of the user's own goes that way

    friend bool operator==(const Proxy &, const Proxy &) = default;
};

/// What is wrong with the address of a proxy, of which nothing is repeated: it may hold a password.
/// text/accesserror.h has the sentences.
enum class ProxyFault {
    Scheme, ///< none of those below
    HostOrPort,
    PathOrQuery,
    LoginTooLong, ///< for SOCKS
};

/// "http://name:password@host:port" or "socks5://host:port" (also socks5h) read, the name and the password
/// percent-decoded; without a scheme http, without a port 3128 (http; Squid's) or 1080 (RFC 1928).
[[nodiscard]] tl::expected<Proxy, ProxyFault> proxyFrom(const QString &text);

/// "http://host:port": what of it may be shown.
[[nodiscard]] QString displayText(const Proxy &proxy);

} // namespace lapwing::plan
