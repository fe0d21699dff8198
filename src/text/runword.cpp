// SPDX-License-Identifier: MIT
#include "text/runword.h"

#include <QCoreApplication>

namespace lapwing::text {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::RunWord)
};

} // namespace

QString modeWord(plan::Mode mode)
{
    return mode == plan::Mode::Together ? Words::tr("together") : Words::tr("one-at-a-time");
}

QString temperatureWord(record::Temperature temperature)
{
    return temperature == record::Temperature::Cold ? Words::tr("cold") : Words::tr("warm");
}

} // namespace lapwing::text
