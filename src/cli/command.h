// SPDX-License-Identifier: MIT
#pragma once

#include "cli/streams.h"
#include "usage/option.h"
#include "usage/page.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <span>

namespace lapwing::cli {

/// The words of the command line, for translators. `Text::tr`.
class Text {
    Q_DECLARE_TR_FUNCTIONS(lapwing::cli::Text)
};

using usage::Option;

/// One command, as data: parsing and help come from here.
struct Command {
    const char *name;
    const char *operands; ///< for the help; nullptr: takes none
    const char *summary;
    std::span<const Option> options;
    const char *notes; ///< what stands below the options
    int (*run)(const QCommandLineParser &given, Streams &streams);
    usage::Following (*following)() = nullptr; ///< its operands, for completions; nullptr: anything
};

/// `arguments` begin with the command's name. What is wrong with them; empty: nothing.
/// An option that takes one value and is given twice means the last; nothing may be abbreviated.
[[nodiscard]] QString parse(const Command &command, const QStringList &arguments,
                            QCommandLineParser &into);

/// The explanation of an option, translated.
[[nodiscard]] QString textOf(const Option &option);

/// "There is no option '--heder'. Did you mean '--header'?" `reason` with what of `known` is nearest to `word`.
[[nodiscard]] QString suggesting(const QString &reason, const QString &word,
                                 const QStringList &known);

/// The help of a command, 80 columns wide; it begins with examples.
[[nodiscard]] QString helpOf(const Command &command);

/// The help of the program.
[[nodiscard]] QString helpOf(std::span<const Command> commands);

/// The exit status of what only tells something; says so when standard output could not be written.
[[nodiscard]] int statusOfTelling(Streams &streams);

/// Says what is wrong and where to look, and gives the exit status for it. An empty `command`: the program.
int wrongUsage(Streams &streams, const QString &command, const QString &reason);

} // namespace lapwing::cli
