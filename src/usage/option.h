// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace lapwing::usage {

/// One option of a program or command, as data. Texts are translated when they are shown.
struct Option {
    const char *shortName; ///< nullptr: none
    const char *longName;
    const char *value; ///< what it takes, for the help; nullptr: a flag. FILE and DIR are completed
    const char *text;
    /// What the value can be, or begins with where one ends in a sign ("md5="); the endings of names for
    /// FILE. nullptr: anything.
    QStringList (*words)() = nullptr;
};

} // namespace lapwing::usage
