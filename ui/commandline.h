// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

#include <optional>

namespace lapwing::ui {

/// What was asked for on the command line.
struct CommandLineRequest {
    std::optional<int> exitStatus; ///< everything has been said; end with this
    QStringList inputs;            ///< links and files of links
};

/// Needs no display: to be called while there is no QApplication.
[[nodiscard]] CommandLineRequest readCommandLine(int argc, char **argv);

} // namespace lapwing::ui
