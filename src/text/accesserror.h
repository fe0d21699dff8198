// SPDX-License-Identifier: MIT
#pragma once

#include "plan/access/cookies.h"
#include "plan/access/header.h"
#include "plan/access/netrc.h"
#include "plan/access/proxies.h"
#include "plan/checksum.h"

namespace lapwing::text {

// Why credentials or a checksum that the user wrote cannot be used. None of them repeats a value: it
// may be a secret.

[[nodiscard]] QString sentence(const plan::ChecksumError &error);
[[nodiscard]] QString sentence(plan::CookieFault fault);
[[nodiscard]] QString sentence(const plan::HeaderError &error);
[[nodiscard]] QString sentence(const plan::NetrcError &error);
[[nodiscard]] QString sentence(plan::ProxyFault fault);
[[nodiscard]] QString sentence(const plan::ProxyVariableError &error);

/// Names the file and the line.
[[nodiscard]] QString sentence(const plan::CookieError &error, const QString &path);

} // namespace lapwing::text
