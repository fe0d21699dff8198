// SPDX-License-Identifier: MIT
#pragma once

#include "cli/config/configfile.h"

namespace lapwing::cli {

/// The defaults that the environment and the configuration file set; the environment takes precedence.
class Defaults {
public:
    struct Default {
        QString value;
        QString variable; ///< that sets it; empty: the file does
        int line = 0;     ///< of the file

        /// The variable, or the file and the line.
        [[nodiscard]] QString place() const;
    };

    /// The error is about the file as a whole.
    [[nodiscard]] static Read<Defaults> read();

    [[nodiscard]] const ConfigFile &file() const { return m_file; }
    /// Absent: what is built in counts.
    [[nodiscard]] std::optional<Default> of(const Setting &setting) const;
    /// Its value as one writes it on the command line; the error names where it comes from. Empty: nothing is
    /// to be written.
    [[nodiscard]] Read<QString> argumentOf(const Setting &setting) const;

private:
    ConfigFile m_file;
};

/// What `given` leaves open and a default decides, as arguments of `command`. The error names the variable, or the
/// file and the line.
[[nodiscard]] Read<QStringList> defaultsFor(const Command &command,
                                            const QCommandLineParser &given);

} // namespace lapwing::cli
