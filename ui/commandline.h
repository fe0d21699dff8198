// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

#include <optional>

namespace lapwing::usage {
struct Page;
}

namespace lapwing::ui {

/// What was asked for on the command line.
struct CommandLineRequest {
    std::optional<int> exitStatus; ///< everything has been said; end with this
    bool startsDemo = false;
    bool pastes = false;     ///< what is on the clipboard
    QStringList inputs;      ///< links and files of links
    QString activationToken; ///< with it the desktop lets an open window come to the front

    /// The same as arguments again, for a window that is open already.
    [[nodiscard]] QStringList arguments() const;
};

/// Needs no display: a QCoreApplication is enough.
[[nodiscard]] CommandLineRequest readCommandLine(const QStringList &arguments);

/// What a later start handed over; see CommandLineRequest::arguments().
[[nodiscard]] CommandLineRequest requestFrom(const QStringList &arguments);

/// Everything that --help tells, for the manual and completions.
[[nodiscard]] usage::Page manual();

} // namespace lapwing::ui
