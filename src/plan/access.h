// SPDX-License-Identifier: MIT
#pragma once

#include "plan/cookies.h"
#include "plan/entry.h"
#include "plan/header.h"
#include "plan/netrc.h"
#include "plan/proxy.h"

#include <optional>
#include <vector>

namespace lapwing::plan {

/// By what right, and by what way, servers are asked.
struct Access {
    std::vector<Header> headers; ///< for the origin of each link
    std::vector<Login> logins;   ///< of a netrc; a user name in the link goes before
    std::vector<Cookie> cookies;
    std::optional<Proxy> proxy;
    QString caCertificateFile; ///< PEM, trusted besides the system's; empty: none
};

/// The fields that a request to `hop`, for `entry`, carries for these reasons, each name once.
/// Authorization (Basic, RFC 7617) and the headers of a person go to the scheme, host and port of the
/// link alone, and to no other that it redirects to; a cookie goes wherever it belongs by its own
/// fields. A header of the person's goes before what we would make ourselves: Authorization, Cookie,
/// User-Agent (which the transport makes); of two with one name the first. What would break out of its
/// line is left out, whoever made it.
[[nodiscard]] std::vector<Header> headersFor(const Access &access, const Entry &entry,
                                             const QUrl &hop, const QDateTime &now);

} // namespace lapwing::plan
