// SPDX-License-Identifier: MIT
#pragma once

#include "cli/values.h"
#include "plan/disclosure.h"
#include "plan/plan.h"

#include <QIODevice>

namespace lapwing::cli {

enum class ProgressKind { Auto, Bar, Plain, Json, None };

/// What `get` was asked for. A value: everything that can be wrong is found before anything is fetched.
struct GetRequest {
    plan::Plan plan;
    bool measure = false;       ///< --baseline measure
    bool documentToOut = false; ///< --json, --export -
    QStringList exports;        ///< files; each has an ending that is known
    ProgressKind progress = ProgressKind::Auto;
    plan::Disclosure disclosure = plan::Disclosure::Redacted;
    QStringList refused;  ///< a sentence for each line that is no link: list, line, reason
    int alreadyThere = 0; ///< links that came twice
};

/// From the options; `in` is read when a list is "-".
[[nodiscard]] Read<GetRequest> requestFrom(const QCommandLineParser &given, QIODevice &in);

} // namespace lapwing::cli
