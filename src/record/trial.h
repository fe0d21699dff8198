// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace lapwing::record {

/// How the connections stand when a run begins. A comparison never mixes the two.
enum class Temperature {
    Cold, ///< none is open: each run makes its own
    Warm, ///< names, tickets and caches were warmed by a run that was discarded; connections are new
};

/// How several runs belong together.
struct Trial {
    enum class Kind {
        Get,     ///< one run together, perhaps one one at a time after it
        Compare, ///< rounds of both, in random order
        Sweep,   ///< several numbers at once, interleaved
    };
    Kind kind = Kind::Get;
    Temperature temperature = Temperature::Cold;
    QString stopped; ///< why runs were left out, translated; empty: none were
};

} // namespace lapwing::record
