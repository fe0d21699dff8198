// SPDX-License-Identifier: MIT
#pragma once

#include "plan/access/cookies.h"

namespace lapwing::plan {

/// The cookie of one Set-Cookie field in an answer to `url` (RFC 6265 sections 5.2 and 5.3); one that has
/// expired by `now` takes back an earlier one. Absent: it is none, or not this server's to set: for another
/// domain, for a public suffix (as Qt knows them), or Secure from a server that is not (RFC 6265bis
/// section 5.7).
[[nodiscard]] std::optional<Cookie> cookieSetBy(const QByteArray &field, const QUrl &url,
                                                const QDateTime &now);

} // namespace lapwing::plan
