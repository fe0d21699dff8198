// SPDX-License-Identifier: MIT
#pragma once

#include "cli/values.h"
#include "plan/listing.h"
#include "plan/lists/links.h"
#include "plan/plan.h"

#include <QIODevice>

namespace lapwing::cli {

/// What a list holds, in any format: a file, a pipe of the shell's, or standard input ("-", which is `in`). A symbolic
/// link is followed: whoever typed its name meant it. Else why it cannot be read.
[[nodiscard]] Read<plan::Links> linksFromList(const QString &path, QIODevice &in,
                                              const plan::Reading &reading);

/// "-", as a path: what a list is called that comes on standard input.
[[nodiscard]] QString standardInput();

/// --base and --expand, into `reading`. What is wrong with it; empty: nothing.
[[nodiscard]] QString readHowToRead(const QCommandLineParser &given, plan::Reading &reading);

/// A sentence for each line that is no link; those of one reason in one where they are many.
[[nodiscard]] QStringList refusals(const QString &list, const std::vector<plan::Reject> &rejects);

/// A sentence for each thing that the list asks for in vain.
[[nodiscard]] QStringList notesOn(const QString &list, const plan::Added &added);

/// That so many links came twice.
[[nodiscard]] QString twiceNote(int links);

/// That so many links, which the list wants paused, are downloaded. Empty: none is.
[[nodiscard]] QString pausedNote(const QString &list, int links);

/// That so many files are saved in the folder of the run, and not where their list says. Empty: none is.
[[nodiscard]] QString keptInsideNote(const plan::Plan &plan, int saidBefore = 0);

/// What a person calls it; a link in its place may hold a password.
[[nodiscard]] QString nameOfList(const QString &path);

} // namespace lapwing::cli
