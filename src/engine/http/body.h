// SPDX-License-Identifier: MIT
#pragma once

#include "engine/http/fetchstate.h"

/// Inside this folder only: the part of a fetch in which bytes come.
namespace lapwing::engine {

/// Reads an unwanted body, within bounds; what is longer costs the connection.
[[nodiscard]] QCoro::Task<> drain(HopInProgress *hop);

/// The body of an answer that can become a file, into the sink; what it came to is in course->result.
/// True: it is of another version than the part that is there, and all of it is to be asked.
[[nodiscard]] QCoro::Task<bool> takeBody(FetchState *state, HopInProgress *hop, ResponseKind answer,
                                         ResponseHead head);

} // namespace lapwing::engine
