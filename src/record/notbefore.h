// SPDX-License-Identifier: MIT
#pragma once

#include "record/failure.h"

#include <QDateTime>

namespace lapwing::record {

/// `failure`, a status of HTTP, of a server that asks not to be asked again before `moment` (Retry-After, RFC 9110
/// section 10.2.3). It is told in the zone of `moment`, to the minute and rounded up: never too early.
[[nodiscard]] Failure notBefore(Failure failure, const QDateTime &moment);

} // namespace lapwing::record
