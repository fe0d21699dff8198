// SPDX-License-Identifier: MIT
#include "measure/budget/requirements.h"

#include "measure/budget/requirementfigure.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace lapwing::measure {
namespace {

using record::Run;
using Order = Requirement::Order;
using Error = RequirementError::Kind;

struct Operator {
    QLatin1StringView sign;
    Order order;
};
constexpr std::array operators{
    Operator{QLatin1StringView("<="), Order::AtMost},
    Operator{QLatin1StringView("<"), Order::Below},
    Operator{QLatin1StringView(">="), Order::AtLeast},
    Operator{QLatin1StringView(">"), Order::Above},
    Operator{QLatin1StringView("=="), Order::Equal},
    Operator{QLatin1StringView("!="), Order::NotEqual},
};

bool holds(double figure, const Requirement &clause)
{
    switch (clause.order) {
    case Order::AtMost:
        return figure <= clause.bound;
    case Order::Below:
        return figure < clause.bound;
    case Order::AtLeast:
        return figure >= clause.bound;
    case Order::Above:
        return figure > clause.bound;
    case Order::Equal:
        return figure == clause.bound;
    case Order::NotEqual:
        return figure != clause.bound;
    }
    Q_UNREACHABLE();
}

tl::expected<Requirement, RequirementError> clauseFrom(const QString &text)
{
    static const QRegularExpression shape(
        QStringLiteral("^(\\w*)\\s*(<=|>=|==|!=|<|>|=)\\s*(.*)$"));
    const auto wrong = [&text](Error kind, const QString &part = {}) {
        return tl::unexpected(RequirementError{kind, text, part});
    };
    const QRegularExpressionMatch match = shape.match(text);
    if (text.isEmpty())
        return wrong(Error::EmptyClause);
    if (!match.hasMatch())
        return wrong(Error::NoClause);
    const QString name = match.captured(1);
    if (budgetFigure(name) == nullptr)
        return wrong(Error::UnknownFigure, name);
    const auto *const found = std::ranges::find_if(
        operators, [sign = match.captured(2)](const Operator &each) { return each.sign == sign; });
    if (found == operators.end())
        return wrong(Error::SingleEqual);
    bool isNumber = false;
    const double bound = QLocale::c().toDouble(match.captured(3), &isNumber);
    if (!isNumber || !std::isfinite(bound))
        return wrong(Error::NoNumber, match.captured(3));
    return Requirement{name, found->order, bound, text};
}

/// Absent: it holds.
std::optional<Violation> breach(const Requirement &clause, const Run &run,
                                const std::optional<Comparison> &comparison)
{
    const BudgetFigure &name = *budgetFigure(clause.name);
    const std::optional<double> figure = name.of({run, comparison, clause.order});
    if (figure && holds(*figure, clause))
        return std::nullopt;
    Violation violation{clause, figure, name.unit, false, std::nullopt};
    if (clause.name == u"speedup" && comparison) {
        const Speedup &speedup = comparison->speedup;
        violation.gap = speedup.gap;
        violation.wasEstimated = speedup.isComparable() && speedup.kind == Baseline::Kind::Range;
    }
    return violation;
}

} // namespace

tl::expected<Budget, RequirementError> budgetFrom(const QString &text)
{
    if (text.trimmed().isEmpty())
        return tl::unexpected(RequirementError{Error::Nothing, {}, {}});
    Budget budget;
    const QStringList parts = text.split(u',');
    for (const QString &part : parts) {
        tl::expected<Requirement, RequirementError> clause = clauseFrom(part.trimmed());
        if (!clause)
            return tl::unexpected(clause.error());
        budget.push_back(*std::move(clause));
    }
    return budget;
}

std::vector<Violation> violations(const Budget &budget, const Run &run,
                                  const std::optional<Comparison> &comparison)
{
    std::vector<Violation> broken;
    for (const Requirement &clause : budget) {
        if (std::optional<Violation> violation = breach(clause, run, comparison))
            broken.push_back(*std::move(violation));
    }
    return broken;
}

} // namespace lapwing::measure
