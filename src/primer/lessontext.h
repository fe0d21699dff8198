// SPDX-License-Identifier: MIT
#pragma once

#include "primer/lessons.h"

#include <QList>
#include <QLocale>

namespace lapwing::primer {

/// What is read of a lesson.
struct LessonText {
    QString title;
    QString markdown; ///< below the title
};

/// The page in the language of `locale`, or in English where there is none.
[[nodiscard]] QString pageFor(const QLocale &locale);

/// The sections of a page: one for each lesson.
[[nodiscard]] QList<LessonText> textsOf(const QString &page);

/// What is shown of the file with a lesson's example.
[[nodiscard]] QString sourceOf(const Lesson &lesson);

/// What stands between the marks in a source file that ships inside; empty: there is no such file.
[[nodiscard]] QString shownPartOf(const QString &path);

} // namespace lapwing::primer
