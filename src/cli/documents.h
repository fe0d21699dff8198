// SPDX-License-Identifier: MIT
#pragma once

#include "cli/values.h"
#include "report/document.h"

#include <QIODevice>

namespace lapwing::cli {

/// The run document of a file; "-" is `in`. Else what is wrong with it, with its name.
[[nodiscard]] Read<report::Document> documentFrom(const QString &path, QIODevice &in);

} // namespace lapwing::cli
