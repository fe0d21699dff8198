// SPDX-License-Identifier: MIT
#pragma once

#include "plan/access/access.h"

#include <QCommandLineParser>

namespace lapwing::cli {

/// Headers, logins, cookies, proxy and certificates: from the options, and the files that they name, into
/// `access`. What is wrong with them, without any secret; empty: nothing.
[[nodiscard]] QString readAccess(const QCommandLineParser &given, plan::Access &access);

} // namespace lapwing::cli
