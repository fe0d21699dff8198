// SPDX-License-Identifier: MIT
#pragma once

namespace lapwing::ui {

/// In a Flatpak, which reaches the desktop through its portals alone.
[[nodiscard]] bool isSandboxed();

} // namespace lapwing::ui
