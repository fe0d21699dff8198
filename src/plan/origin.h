// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QUrl>

namespace lapwing::plan {

/// Scheme, name and port: what a limit for one host counts (RFC 6454 section 4).
struct Origin {
    QString text; ///< "https://example.org:443"

    Origin() = default;
    explicit Origin(const QUrl &url);

    friend bool operator==(const Origin &, const Origin &) = default;
    friend std::size_t qHash(const Origin &origin, std::size_t seed = 0)
    {
        return ::qHash(origin.text, seed);
    }
};

/// A host as it stands in an Origin, from what the user wrote: lower case, "xn--" for other letters, IPv6
/// in its shortest form without brackets, its zone after "%25" (RFC 6874). Empty: it is none.
[[nodiscard]] QString hostFrom(const QString &text);

/// "https://example.org:443", of such a host.
[[nodiscard]] QString serverText(const QString &scheme, const QString &host, int port);

} // namespace lapwing::plan
