// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.h"
#include "cli/values.h"

namespace lapwing::cli {

/// An option whose default can be set, by a variable of the environment or in the configuration file; its
/// name is the option's.
struct Setting {
    const char *name;
    const char *builtIn; ///< as its help says; nullptr: "no" or "none"
    QString (*check)(const QCommandLineParser &given); ///< nullptr: any value will do
    /// The options with which it cannot be combined: they are given for one call, so it does not count then.
    const char *yieldsTo = nullptr;
};

[[nodiscard]] std::span<const Setting> settings();
[[nodiscard]] QStringList settingNames();

/// The setting called `name`, or the sentence that says why there is none.
[[nodiscard]] Read<const Setting *> settingCalled(const QString &name);

/// "LAPWING_AT_ONCE"
[[nodiscard]] QString variableOf(const Setting &setting);
[[nodiscard]] QString builtInText(const Setting &setting);
/// The option behind it.
[[nodiscard]] const Option &optionOf(const Setting &setting);
/// A file or a folder.
[[nodiscard]] bool isPath(const Setting &setting);
/// A path that begins with "~/" from the home directory, as a shell does for what is typed there.
[[nodiscard]] QString withHome(const Setting &setting, const QString &value);
/// What `config set` can be completed with.
[[nodiscard]] QStringList wordsOf(const Setting &setting);

/// `value` as one writes it on the command line, "--at-once=12"; empty: it is a flag that is off. The error says
/// what is wrong with it, in the words of the option.
[[nodiscard]] Read<QString> argumentOf(const Setting &setting, const QString &value);

/// Whether `value` holds what does not belong in a file.
[[nodiscard]] bool isSecret(const Setting &setting, const QString &value);
/// `value` without it.
[[nodiscard]] QString shown(const Setting &setting, const QString &value);

} // namespace lapwing::cli
