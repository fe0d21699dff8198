// SPDX-License-Identifier: MIT
#pragma once

#include "cli/config/setting.h"

namespace lapwing::cli {

/// The configuration file: `option = value` in each line, `#` begins a line that is not read. What is changed leaves
/// the other lines as they are.
class ConfigFile {
public:
    struct Value {
        QString text;
        int line; ///< from 1
    };

    /// $LAPWING_CONFIG, or lapwing/lapwing-cli.conf below $XDG_CONFIG_HOME.
    [[nodiscard]] static QString path();
    /// A file that is not there has no lines.
    [[nodiscard]] static Read<ConfigFile> read();

    [[nodiscard]] bool exists() const { return m_exists; }
    /// The last, where it is set more than once.
    [[nodiscard]] std::optional<Value> value(const Setting &setting) const;
    /// "/home/me/.config/lapwing/lapwing-cli.conf, line 3"
    [[nodiscard]] static QString placeOf(int line);
    /// What is wrong with its first line that is not understood, and where; empty: nothing.
    [[nodiscard]] QString fault() const;

    void set(const Setting &setting, const QString &value);
    /// Whether it was set.
    bool unset(const Setting &setting);
    /// Why it could not be written, or must not be; empty: it was.
    [[nodiscard]] QString save() const;

private:
    QStringList m_lines;
    bool m_exists = false;
};

} // namespace lapwing::cli
