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

/// The part of an example's file that is shown.
[[nodiscard]] QString sourceOf(const Lesson &lesson);

} // namespace lapwing::primer
