// SPDX-License-Identifier: MIT
#pragma once

#include "engine/http/fetchstate.h"

namespace lapwing::engine {

/// After a 401: true when the same is to be asked once more, in the way that the server asks for. A server
/// that takes back its nonce ("stale") is answered anew; one that does not like the answer, not.
[[nodiscard]] bool answersChallenge(FetchState *state, const ResponseHead &head);

/// What a 401 means that stays: no name or a wrong one, or a way to log in that is not known here.
[[nodiscard]] record::Failure unauthorized(const FetchState &state, const ResponseHead &head);

} // namespace lapwing::engine
