// SPDX-License-Identifier: MIT
#include "text/requirement.h"

#include "measure/budget/requirementfigure.h"
#include "text/comparison.h"

#include <QCoreApplication>
#include <QLocale>

namespace lapwing::text {
namespace {

using measure::FigureUnit;
using measure::RequirementError;
using measure::Violation;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::Requirement)
};

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
        return number(figure, bound, 2);
    case FigureUnit::Count:
        return number(figure, bound, 0);
    case FigureUnit::Bytes:
        return Words::tr("%1 bytes").arg(number(figure, bound, 0));
    case FigureUnit::Rate:
        return Words::tr("%1 bytes a second").arg(number(figure, bound, 0));
    }
    Q_UNREACHABLE();
}

/// Why there is no figure, or what makes it less than one that was measured.
QString remark(const Violation &violation)
{
    if (violation.gap)
        return sentence(*violation.gap);
    return violation.wasEstimated ? Words::tr("It was estimated, not measured.") : QString();
}

} // namespace

QString sentence(const RequirementError &error)
{
    switch (error.kind) {
    case RequirementError::Kind::Nothing:
        return Words::tr("No requirement is given.");
    case RequirementError::Kind::EmptyClause:
        return Words::tr("There is an empty requirement between two commas.");
    case RequirementError::Kind::NoClause:
        return Words::tr("'%1' is not a valid requirement. Write a name, one of <=, <, >=, >, == "
                         "and !=, and a number, for example elapsed<=60.")
            .arg(error.clause);
    case RequirementError::Kind::UnknownFigure:
        return Words::tr("'%1': there is no figure called '%2'. Available: %3.")
            .arg(error.clause, error.part, measure::budgetWords().join(QStringLiteral(", ")));
    case RequirementError::Kind::SingleEqual:
        return Words::tr("'%1': use == to compare.").arg(error.clause);
    case RequirementError::Kind::NoNumber:
        return Words::tr(
                   "'%1': '%2' is not a number. Write it without a unit and with a decimal point.")
            .arg(error.clause, error.part);
    }
    Q_UNREACHABLE();
}

QString sentence(const Violation &violation)
{
    const QString &clause = violation.clause.text;
    const QString broken = violation.figure
        ? Words::tr("Requirement not met: %1 (it was %2).")
              .arg(clause, withUnit(*violation.figure, violation.clause.bound, violation.unit))
        : Words::tr("Requirement not met: %1 (there is no such figure in this run).").arg(clause);
    return (broken + u' ' + remark(violation)).trimmed();
}

} // namespace lapwing::text
