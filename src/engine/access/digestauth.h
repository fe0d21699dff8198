// SPDX-License-Identifier: MIT
#pragma once

#include "engine/access/challenge.h"
#include "plan/access/access.h"

#include <QUrl>

namespace lapwing::engine {

/// Whether we can answer it: Digest (RFC 7616) with MD5, SHA-256 or their "-sess" forms, and a quality of
/// protection of "auth" or of none (RFC 2069).
[[nodiscard]] bool isDigest(const Challenge &challenge);

/// How good the hash of such a challenge is; more is better.
[[nodiscard]] int strengthOf(const Challenge &challenge);

/// What the answer to such a challenge is made of.
struct DigestRequest {
    QByteArray method;
    QByteArray target; ///< path and query, as on the request line
    QByteArray cnonce; ///< a number used once, ours
    int count = 1;     ///< requests with the nonce of the server, this one included
};

/// The value of Authorization.
[[nodiscard]] QByteArray digestAuthorization(const Challenge &challenge,
                                             const plan::Credentials &credentials,
                                             const DigestRequest &request);

} // namespace lapwing::engine
