// SPDX-License-Identifier: MIT
#include "measure/budget/requirements.h"

#include "measure/budget/requirementfigure.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace lapwing::measure {
namespace {

using record::Run;
using Order = Requirement::Order;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::measure::Budget)
};

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

tl::expected<Requirement, QString> clauseFrom(const QString &text)
{
    static const QRegularExpression shape(
        QStringLiteral("^(\\w*)\\s*(<=|>=|==|!=|<|>|=)\\s*(.*)$"));
    const QRegularExpressionMatch match = shape.match(text);
    if (text.isEmpty())
        return tl::unexpected(Words::tr("There is an empty requirement between two commas."));
    if (!match.hasMatch())
        return tl::unexpected(
            Words::tr("'%1' is not a valid requirement. Write a name, one of <=, <, >=, >, == and "
                      "!=, and a number, for example elapsed<=60.")
                .arg(text));
    const QString name = match.captured(1);
    if (budgetFigure(name) == nullptr)
        return tl::unexpected(Words::tr("'%1': there is no figure called '%2'. Available: %3.")
                                  .arg(text, name, budgetWords().join(QStringLiteral(", "))));
    const auto *const found = std::ranges::find_if(
        operators, [sign = match.captured(2)](const Operator &each) { return each.sign == sign; });
    if (found == operators.end())
        return tl::unexpected(Words::tr("'%1': use == to compare.").arg(text));
    bool isNumber = false;
    const double bound = QLocale::c().toDouble(match.captured(3), &isNumber);
    if (!isNumber || !std::isfinite(bound))
        return tl::unexpected(
            Words::tr(
                "'%1': '%2' is not a number. Write it without a unit and with a decimal point.")
                .arg(text, match.captured(3)));
    return Requirement{name, found->order, bound, text};
}

/// With so many places that it is not the bound itself that is shown.
QString number(double figure, double bound, int places)
{
    const QLocale locale;
    if (figure != bound
        && locale.toString(figure, 'f', places) == locale.toString(bound, 'f', places))
        return locale.toString(figure, 'f', QLocale::FloatingPointShortest);
    return locale.toString(figure, 'f', places);
}

QString withUnit(double figure, double bound, FigureUnit unit)
{
    switch (unit) {
    case FigureUnit::Second:
        return Words::tr("%1 s").arg(number(figure, bound, 3));
    case FigureUnit::Times:
    case FigureUnit::Count:
        return number(figure, bound, unit == FigureUnit::Times ? 2 : 0);
    case FigureUnit::Bytes:
        return Words::tr("%1 bytes").arg(number(figure, bound, 0));
    case FigureUnit::Rate:
        return Words::tr("%1 bytes a second").arg(number(figure, bound, 0));
    }
    Q_UNREACHABLE();
}

/// Why there is no figure, or what makes it less than one that was measured.
QString remark(const Requirement &clause, const std::optional<Comparison> &comparison,
               bool hasFigure)
{
    if (clause.name != u"speedup" || !comparison)
        return {};
    const Speedup &speedup = comparison->speedup;
    if (speedup.comparable && speedup.kind == Baseline::Kind::Range)
        return u' ' + Words::tr("It was estimated, not measured.");
    return hasFigure ? QString() : u' ' + speedup.why;
}

/// Empty: it holds.
QString breach(const Requirement &clause, const Run &run,
               const std::optional<Comparison> &comparison)
{
    const BudgetFigure &name = *budgetFigure(clause.name);
    const std::optional<double> figure = name.of({run, comparison, clause.order});
    if (figure && holds(*figure, clause))
        return {};
    const QString sentence = figure
        ? Words::tr("Requirement not met: %1 (it was %2).")
              .arg(clause.text, withUnit(*figure, clause.bound, name.unit))
        : Words::tr("Requirement not met: %1 (there is no such figure in this run).")
              .arg(clause.text);
    return sentence + remark(clause, comparison, figure.has_value());
}

} // namespace

tl::expected<Budget, QString> budgetFrom(const QString &text)
{
    if (text.trimmed().isEmpty())
        return tl::unexpected(Words::tr("No requirement is given."));
    Budget budget;
    const QStringList parts = text.split(u',');
    for (const QString &part : parts) {
        tl::expected<Requirement, QString> clause = clauseFrom(part.trimmed());
        if (!clause)
            return tl::unexpected(clause.error());
        budget.push_back(*std::move(clause));
    }
    return budget;
}

QStringList violations(const Budget &budget, const Run &run,
                       const std::optional<Comparison> &comparison)
{
    QStringList broken;
    for (const Requirement &clause : budget) {
        if (const QString words = breach(clause, run, comparison); !words.isEmpty())
            broken << words;
    }
    return broken;
}

} // namespace lapwing::measure
