// SPDX-License-Identifier: MIT
#include "primer/number.h"

#include <QRegularExpression>

#include <limits>

namespace lapwing::primer {

QString toString(NumberProblem problem)
{
    switch (problem) {
    case NumberProblem::Missing:
        return QStringLiteral("number-missing");
    case NumberProblem::NotANumber:
        return QStringLiteral("not-a-number");
    case NumberProblem::TooLarge:
        return QStringLiteral("number-too-large");
    }
    Q_UNREACHABLE();
}

Sum plusHundred(const std::optional<QString> &typed)
{
    const QString word = typed ? typed->trimmed() : QString();
    if (word.isEmpty())
        return tl::unexpected(NumberProblem::Missing);
    static const QRegularExpression digits(QStringLiteral("^[+-]?[0-9]+$"));
    if (!digits.match(word).hasMatch())
        return tl::unexpected(NumberProblem::NotANumber);
    bool fits = false;
    const qint64 number = word.toLongLong(&fits);
    if (!fits || number > std::numeric_limits<qint64>::max() - 100)
        return tl::unexpected(NumberProblem::TooLarge);
    return number + 100;
}

} // namespace lapwing::primer
