// SPDX-License-Identifier: MIT
#pragma once

#include "engine/access/challenge.h"
#include "plan/access/access.h"
#include "plan/origin.h"

#include <map>

namespace lapwing::engine {

/// How each server of one run wants to be told who asks. One that has not said so is told as Basic has it:
/// there are servers that never ask, and say 404 to a stranger.
class AuthCache {
public:
    /// The value of Authorization for this request.
    [[nodiscard]] QByteArray fieldFor(const plan::Credentials &credentials, const QUrl &url,
                                      const QByteArray &method);

    /// Remembers the best of what that server asks for in a 401: Digest before Basic. False: nothing of it
    /// can be answered.
    bool take(const std::vector<Challenge> &challenges, const QUrl &url);

private:
    struct Known {
        Challenge challenge;
        int count = 0; ///< requests with its nonce
    };
    std::map<QString, Known> m_known; ///< by origin
};

} // namespace lapwing::engine
