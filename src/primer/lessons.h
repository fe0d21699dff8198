// SPDX-License-Identifier: MIT
#pragma once

#include <QCoroTask>
#include <QString>

#include <span>

namespace lapwing::primer {

class Stage;

/// One program of a lesson. text/primer has its title.
struct Scene {
    const char *id;
    QCoro::Task<> (*play)(Stage *stage);
    bool isFetching = false;     ///< from a server of its own
    bool awaitsKeyboard = false; ///< so it runs on the keyboard's own loop
};

/// A section of resources/help/primer.md: the first lesson is its first section.
struct Lesson {
    const char *id;     ///< for the command line
    const char *source; ///< of its example: examples/NAME.cpp
    std::span<const Scene> scenes;
    bool usesKeyboard = false; ///< so its seconds are true ones, and mean nothing

    /// True seconds for each that the text tells of.
    [[nodiscard]] double usualScale() const { return usesKeyboard ? 1 : 0.1; }
};

[[nodiscard]] std::span<const Lesson> lessons();

/// Null: there is none of that name.
[[nodiscard]] const Lesson *lessonOf(const QString &id);

} // namespace lapwing::primer
