// SPDX-License-Identifier: MIT
#pragma once

#include "primer/stage.h"

namespace lapwing::primer {

/// What a piece of time is drawn as.
enum class Look {
    Runs,
    Waits,
    Late, ///< its time was over, and the loop did not come round
    OnThread,
    Computes,
    Blocks,
};
inline constexpr int lookCount = 6;

/// "waits"; text/primer has the words.
[[nodiscard]] QString toString(Look look);

struct Piece {
    Look look = Look::Runs;
    Moment from{};
    Moment to{};

    [[nodiscard]] Moment length() const { return to - from; }
};

struct RowPicture {
    QString name;
    std::vector<Piece> pieces; ///< in the order of time
};

/// A scene as rows, and the loop's own lane: what it was busy with.
struct StagePicture {
    std::vector<RowPicture> rows;
    std::vector<Piece> loop; ///< between these it was idle
    Moment end{};
};

/// Something came late although the loop was idle: the machine had no time for it, and figures mean little.
[[nodiscard]] bool wasDisturbed(const StagePicture &picture);

/// As it stands at `now`. What is later than `patience` is late: less is what timers and machines do.
[[nodiscard]] StagePicture pictureOf(const std::vector<StageEvent> &events, Moment now,
                                     Moment patience);

} // namespace lapwing::primer
