// SPDX-License-Identifier: MIT
#include "report/text/sentences.h"

#include "text/amounts.h"

#include <QCoreApplication>
#include <QLocale>

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
        return Words::tr("Together was %1× as fast (measured).").arg(text::asFactor(value));
    if (rounded < 1)
        return Words::tr("Together was slower: %1× as fast (measured).").arg(text::asFactor(value));
    return Words::tr("Together was no faster: %1× as fast (measured).").arg(text::asFactor(value));
}

} // namespace

QString caveatOf(const measure::Speedup &speedup)
{
    QStringList caveats;
    if (speedup.value && speedup.rounds == 1)
        caveats << Words::tr("One pair of runs: may be off by a tenth.");
    if (speedup.files < speedup.listed)
        caveats << Words::tr("For %1 of %2 files; the others were not downloaded.")
                       .arg(QLocale().toString(speedup.files), QLocale().toString(speedup.listed));
    return caveats.join(u' ');
}

QString speedupSentence(const measure::Speedup &speedup)
{
    if (!speedup.comparable)
        return Words::tr("Together and one at a time are not comparable.");
    if (!speedup.value && (!speedup.low || !speedup.high))
        return {};
    const QString sentence = speedup.value
        ? measuredSpeedup(*speedup.value)
        : Words::tr("Together was between %1 and %2× as fast (estimated).")
              .arg(text::asFactor(*speedup.low), text::asFactor(*speedup.high));
    return (sentence + u' ' + caveatOf(speedup)).trimmed();
}

} // namespace lapwing::report
