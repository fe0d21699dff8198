// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

namespace lapwing::record {

/// How the connections stand when a run begins. A comparison never mixes the two.
enum class Temperature {
    Cold, ///< none is open: each run makes its own
    Warm, ///< names, tickets and caches were warmed by a run that was discarded; connections are new
};

/// Why the runs that were still to come were left out.
struct Stop {
    enum class Reason {
        Refused, ///< a server reported that so many at a time are too many
        Failed,  ///< downloads did that should have come
    };
    Reason reason = Reason::Failed;
    int atOnce = 1; ///< with how many; of a sweep this and all higher numbers were left out
    friend bool operator==(const Stop &, const Stop &) = default;
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
    std::optional<Stop> stopped; ///< absent: no run was left out
};

} // namespace lapwing::record
