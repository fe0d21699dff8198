// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

namespace lapwing::measure {

/// Why a run is no measurement of its list, or why runs cannot be compared.
struct Gap {
    enum class Kind {
        OnDiskBefore, ///< `count` of `all` files were on disk, at least in part, before the run
        Failed,       ///< `count` of `all` downloads did, in the run
        Unfinished,   ///< `count` of `all` downloads were, in the run
        TooShort,     ///< less time passed than can be compared (measure/compare/comparison.h)
        OtherList,    ///< the two did not download the same files
        OtherSizes,   ///< `count` of `all` files had another size in the later one
    };

    Kind kind = Kind::OtherList;
    int count = 0;
    int all = 0;
    plan::Mode mode = plan::Mode::Together; ///< of the run that it is about
    int round = 0;                          ///< of several rounds: in which; 0: there is one
    int against =
        0; ///< OtherList, OtherSizes: the round that it was compared with; 0: the other run

    friend bool operator==(const Gap &, const Gap &) = default;
};

} // namespace lapwing::measure
