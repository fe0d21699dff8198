// SPDX-License-Identifier: MIT
#pragma once

#include "measure/compare/comparison.h"

#include <QStringList>

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

/// What is wrong with it, translated, naming the clause.
[[nodiscard]] tl::expected<Budget, QString> budgetFrom(const QString &text);

/// A sentence for each clause that does not hold, with the figure; also when there is no figure to hold
/// against it: what was not measured is not kept. Empty: all hold.
[[nodiscard]] QStringList violations(const Budget &budget, const record::Run &run,
                                     const std::optional<Comparison> &comparison);

} // namespace lapwing::measure
