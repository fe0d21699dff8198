// SPDX-License-Identifier: MIT
#include "summary/statecounts.h"

#include <QCoreApplication>
#include <QLocale>

namespace lapwing::ui {
namespace {

using record::TaskState;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::Summary)
};

} // namespace

QString countsOf(const record::Totals &totals)
{
    const auto say = [](const QString &text, int count) {
        return text.arg(QLocale().toString(count));
    };
    QStringList parts{say(Words::tr("%1 done"), totals.in(TaskState::Done))};
    if (const int unverified = totals.in(TaskState::Unverified)-totals.skipped)
        parts << say(Words::tr("%1 unverified"), unverified);
    if (totals.skipped > 0)
        parts << say(Words::tr("%1 skipped"), totals.skipped);
    parts << say(Words::tr("%1 failed"), totals.in(TaskState::Failed));
    if (const int stopped = totals.in(TaskState::Cancelled))
        parts << say(Words::tr("%1 cancelled"), stopped);
    if (const int paused = totals.in(TaskState::Paused))
        parts << say(Words::tr("%1 paused"), paused);
    if (const int retrying = totals.in(TaskState::Retrying))
        parts << say(Words::tr("%1 retrying"), retrying);
    parts << say(Words::tr("%1 running"), totals.running())
          << say(Words::tr("%1 queued"), totals.in(TaskState::Queued));
    return parts.join(Words::tr(", "));
}

} // namespace lapwing::ui
