// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace lapwing::ui {

/// A program that opens files, as its desktop entry says (Desktop Entry Specification 1.5 of freedesktop.org).
struct Application {
    QString id;   ///< "org.gnome.Evince.desktop"
    QString file; ///< the path of its entry
    QString name; ///< in the language of the user
    QString exec; ///< the key "Exec", its string read, its quotes not
    QString tryExec;
    QString icon;
};

/// Absent: it is no program, hidden, or one for a terminal. `languages` as QLocale::uiLanguages() has them.
[[nodiscard]] std::optional<Application> readApplication(const QByteArray &entry,
                                                         const QStringList &languages);

/// A program and its arguments; no shell reads them.
struct LaunchCommand {
    QString program;
    QStringList arguments;

    friend bool operator==(const LaunchCommand &, const LaunchCommand &) = default;
};

/// What opens `paths`: one command, or one for each where the program takes one file at a time. Empty: its entry has no
/// command that can be read.
[[nodiscard]] std::vector<LaunchCommand> commandsFor(const Application &application,
                                                     const QStringList &paths);

} // namespace lapwing::ui
