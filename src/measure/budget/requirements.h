// SPDX-License-Identifier: MIT
#pragma once

#include "measure/compare/comparison.h"

#include <QString>

#include <tl/expected.hpp>

namespace lapwing::measure {

/// What a script demands of a run: 'elapsed<=60, p95<=5, speedup>=2, failed==0'.
/// Names: elapsed (seconds of the run), p50, p90, p95, p99, max (seconds of a task's own time, over those that
/// fetched their file), speedup (measured, or the low end of a range for >= and >, its high end for <= and <;
/// == and != need a measured one), failed, unverified, done (tasks), bytes, rate (bytes a second).
/// Operators: <=, <, >=, >, ==, !=.
/// A percentile of fewer tasks than it needs (p50: 2, p90: 10, p95: 20, p99: 100) is that of the slowest: the
/// honest upper value.
struct Requirement {
    enum class Order { AtMost, Below, AtLeast, Above, Equal, NotEqual };
    QString name;
    Order order = Order::AtMost;
    double bound = 0;
    QString text; ///< as it was written, without spaces around
};
using Budget = std::vector<Requirement>;

/// Why a text is no budget.
struct RequirementError {
    enum class Kind {
        Nothing,       ///< there is no clause
        EmptyClause,   ///< between two commas
        NoClause,      ///< it is not a name, an operator and a number
        UnknownFigure, ///< none is called `part`
        SingleEqual,   ///< the operator is =, which is none
        NoNumber,      ///< `part` is none
    };
    Kind kind = Kind::Nothing;
    QString clause; ///< as it was written, without spaces around
    QString part;
};

[[nodiscard]] tl::expected<Budget, RequirementError> budgetFrom(const QString &text);

enum class FigureUnit { Second, Times, Count, Bytes, Rate };

/// A clause that does not hold.
struct Violation {
    Requirement clause;
    std::optional<double> figure; ///< absent: there is none; what was not measured is not kept
    FigureUnit unit = FigureUnit::Count;
    bool wasEstimated = false; ///< of speedup: only a range is known
    std::optional<Gap> gap;    ///< of speedup: why there is none
};

/// In the order of the clauses. Empty: all hold.
[[nodiscard]] std::vector<Violation> violations(const Budget &budget, const record::Run &run,
                                                const std::optional<Comparison> &comparison);

} // namespace lapwing::measure
