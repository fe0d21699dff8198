// SPDX-License-Identifier: MIT
#pragma once

#include "measure/budget/requirements.h"

#include <QStringList>

namespace lapwing::measure {

/// What a clause is held against.
struct FigureContext {
    const record::Run &run;
    const std::optional<Comparison> &comparison;
    Requirement::Order order; ///< of a range, it says which end
};

/// A figure that a budget may name.
struct BudgetFigure {
    QLatin1StringView word;
    FigureUnit unit;
    std::optional<double> (*of)(const FigureContext &held); ///< absent: there is none
};

/// Null: none is called so.
[[nodiscard]] const BudgetFigure *budgetFigure(const QString &word);
[[nodiscard]] QStringList budgetWords();

} // namespace lapwing::measure
