// SPDX-License-Identifier: MIT
#pragma once

#include "report/amounts.h"

namespace lapwing::cli {

[[nodiscard]] inline QString size(qint64 bytes)
{
    return report::asBytes(bytes);
}

} // namespace lapwing::cli
