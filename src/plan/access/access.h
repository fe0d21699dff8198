// SPDX-License-Identifier: MIT
#pragma once

#include "plan/access/cookies.h"
#include "plan/access/header.h"
#include "plan/access/netrc.h"
#include "plan/access/proxies.h"
#include "plan/entry.h"

#include <optional>
#include <vector>

namespace lapwing::plan {

/// By what right, and by what way, servers are asked.
struct Access {
    std::vector<Header> headers; ///< for the origin of each link
    std::vector<Login> logins;   ///< of a netrc; a user name in the link goes before
    std::vector<Cookie> cookies; ///< to begin with
    bool takesCookies = true;    ///< those that servers set, for as long as the run lasts
    Proxies proxies;
    QString caCertificateFile; ///< PEM, trusted besides the system's; empty: none
};

/// Who asks. Secrets, in bytes as a server gets them.
struct Credentials {
    QByteArray user;
    QByteArray password;

    friend bool operator==(const Credentials &, const Credentials &) = default;
};

/// Those for a request to `hop`, for `entry`: of its link, else of a netrc. Absent: none were given, `hop`
/// is of another scheme, host or port than the link, or a header of the user's has it already. Through a proxy that
/// a list alone names, there are only those of the link; a list may come from anybody. `proxy`: null: directly.
[[nodiscard]] std::optional<Credentials> credentialsFor(const Access &access, const Entry &entry,
                                                        const QUrl &hop, const Proxy *proxy);

/// The value of Authorization, as RFC 7617 has it.
[[nodiscard]] QByteArray basicAuthorization(const Credentials &credentials);

/// What is worked out anew for each request; an empty field is none.
struct Proofs {
    QByteArray authorization; ///< from credentialsFor() the same hop
    QByteArray cookies;       ///< that belong to the hop
};

/// The fields that a request to `hop`, for `entry`, carries for these reasons, each name once.
/// Authorization, the headers of the list and the user's go to the scheme, host and port of the link alone,
/// and to no other that it redirects to. A header of the list for this file takes precedence over one of the user's,
/// and that over our own: Authorization, Cookie, User-Agent (which the transport makes); of two with one name the first. What
/// would break out of its line is left out. Through a proxy that a list alone names go none of the user's.
[[nodiscard]] std::vector<Header> headersFor(const Access &access, const Entry &entry,
                                             const QUrl &hop, const Proofs &proofs,
                                             const Proxy *proxy);

} // namespace lapwing::plan
