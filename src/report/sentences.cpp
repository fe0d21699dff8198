// SPDX-License-Identifier: MIT
#include "report/sentences.h"

#include "report/amounts.h"

#include <QCoreApplication>

#include <cmath>

namespace lapwing::report {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::report::Sentences)
};

QString measuredSpeedup(double value)
{
    const double rounded = std::round(value * 10) / 10; // what will be read
    if (rounded > 1)
        return Words::tr("Together was %1 times faster, measured.").arg(asFactor(value));
    if (rounded < 1)
        return Words::tr("Together was slower: %1 times as fast, measured.").arg(asFactor(value));
    return Words::tr("Together was no faster: %1 times as fast, measured.").arg(asFactor(value));
}

} // namespace

QString speedupSentence(const measure::Speedup &speedup)
{
    if (!speedup.comparable)
        return Words::tr("That is not comparable.");
    if (speedup.value)
        return measuredSpeedup(*speedup.value);
    if (!speedup.low || !speedup.high)
        return {};
    return Words::tr("Together was between %1 and %2 times as fast, estimated.")
        .arg(asFactor(*speedup.low), asFactor(*speedup.high));
}

} // namespace lapwing::report
