// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <QStringList>

namespace lapwing::text {

// The words of the primer's pictures. What they name is a code, so that this layer knows no lesson.

/// Of a scene by its id: "One after another".
[[nodiscard]] QString sceneTitle(const QString &id);

/// What a piece of a bar shows, by its code ("waits"): "waits (await)".
[[nodiscard]] QString pieceTitle(const QString &code);

/// "Together: 5.0 s"
[[nodiscard]] QString sceneHeading(const QString &title, record::Stamp elapsed);

/// The lane of the event loop.
[[nodiscard]] QString loopTitle();

/// How a scene went, and who ended in which order: "Together: 5.0 s. They ended in the order B, C, A."
struct SceneResult {
    QString title;
    record::Stamp elapsed{};
    QStringList ends;
};
[[nodiscard]] QString sceneSentence(const SceneResult &result);
/// The same, and how it compares with the scene before: "2.4 times as fast as …"
[[nodiscard]] QString sceneSentence(const SceneResult &result, const SceneResult &before);

/// Something was late although the loop was idle, or computed for longer than it should.
[[nodiscard]] QString disturbedNote();

/// What threads can do with that many processors.
[[nodiscard]] QString processorNote(int processors);

/// "The number plus 100 is 142."
[[nodiscard]] QString sumSentence(qint64 sum);
/// What is wrong with a number, by its code: "number-missing".
[[nodiscard]] QString numberProblem(const QString &code);

} // namespace lapwing::text
