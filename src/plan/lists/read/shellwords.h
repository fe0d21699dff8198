// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

/// Inside this folder only: command lines, as bash parts them.
namespace lapwing::plan {

struct ShellCommand {
    int line = 0;              ///< from 1; where it begins
    QStringList words{};       ///< without their quotation marks
    QString output{};          ///< the file that standard output goes to, as ">" and "1>" have it
    bool hasExpansion = false; ///< a variable or another command, whose value nobody knows here
};

/// Calls `take` with each command of `text`: parted by line ends, ";", "&" and "|"; '…', "…", $'…' and "\" are
/// taken away, and "\" at the end of a line goes on in the next one. No word is what sends other output somewhere
/// ("2> FILE", "2>&1") or brings input ("< FILE").
void readCommands(const QString &text, const std::function<void(ShellCommand)> &take);

} // namespace lapwing::plan
