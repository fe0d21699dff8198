// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <functional>

namespace lapwing::ui {

/// Says a thing in the language of the moment: for what is shown for longer than a language may be.
using Wording = std::function<QString()>;

} // namespace lapwing::ui
