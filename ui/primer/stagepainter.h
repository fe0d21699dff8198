// SPDX-License-Identifier: MIT
#pragma once

#include "primer/stagepicture.h"
#include "trial/chartcanvas.h"

namespace lapwing::ui {

struct SceneShown {
    QString title; ///< and how it went, once it is over
    primer::StagePicture picture;
    bool isOver = false;
};

/// Something in the picture that tells more when it is pointed at.
struct StageTip {
    QRectF box;
    QString text;
};

/// In lines of text.
[[nodiscard]] double stageLines(const std::vector<SceneShown> &scenes);

/// The scenes below each other, on one scale of time, and what the bars mean.
std::vector<StageTip> paintStage(QPainter &painter, const Inks &inks, const ChartCanvas &canvas,
                                 const std::vector<SceneShown> &scenes);

/// The same in sentences.
[[nodiscard]] QString spokenStage(const std::vector<SceneShown> &scenes);

} // namespace lapwing::ui
