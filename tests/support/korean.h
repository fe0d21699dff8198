// SPDX-License-Identifier: MIT
#pragma once

#include "text/catalogue.h"

namespace lapwing::test {

/// While it lives the program speaks Korean, by its own catalogue; afterwards English.
class Korean {
public:
    Korean() { text::speak(QStringLiteral("ko")); }
    ~Korean() { text::speak(QStringLiteral("en")); }
    Korean(const Korean &) = delete;
    Korean &operator=(const Korean &) = delete;
};

} // namespace lapwing::test
