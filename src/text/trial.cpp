// SPDX-License-Identifier: MIT
#include "text/trial.h"

#include <QCoreApplication>

namespace lapwing::text {
namespace {

using record::Stop;
using record::Trial;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::Trial)
};

QString reasonOf(const Stop &stop)
{
    switch (stop.reason) {
    case Stop::Reason::Refused:
        return Words::tr("A server reported that %n at a time is too many.", nullptr, stop.atOnce);
    case Stop::Reason::Failed:
        return Words::tr("With %n at a time some downloads failed.", nullptr, stop.atOnce);
    }
    Q_UNREACHABLE();
}

} // namespace

QString whyStopped(Trial::Kind kind, const std::optional<Stop> &stop)
{
    if (!stop)
        return {};
    const QString leftOut = kind == Trial::Kind::Sweep
        ? Words::tr("Higher numbers were not tried.")
        : Words::tr("The remaining rounds were skipped because they could not be compared.");
    return reasonOf(*stop) + u' ' + leftOut;
}

} // namespace lapwing::text
