// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

namespace lapwing::ui {

/// A line for a POSIX shell that downloads the same file under the same name. Credentials, cookies and headers are
/// not in it: a command is pasted where others read it. The query of the link is, as in a copied link.
[[nodiscard]] QString curlCommand(const record::TaskRecord &task);

} // namespace lapwing::ui
