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

QString say(const QString &text, int count)
{
    return text.arg(QLocale().toString(count));
}

/// Empty: there is none.
QString ifAny(const QString &text, int count)
{
    return count > 0 ? say(text, count) : QString();
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(Words::tr(", "));
}

/// "6 queued (1 retrying)"
QString withPart(const QString &group, const QString &part)
{
    return part.isEmpty() ? group : Words::tr("%1 (%2)").arg(group, part);
}

} // namespace

QString countsOf(const RowCounts &counts)
{
    const record::Totals &totals = counts.totals;
    const auto in = [&counts](TaskGroup group) { return countIn(group, counts); };
    const QString doubtful =
        joined({ifAny(Words::tr("%1 unverified"), totals.in(TaskState::Unverified)-totals.skipped),
                ifAny(Words::tr("%1 skipped"), totals.skipped)});
    const QString queued =
        withPart(say(Words::tr("%1 queued"), in(TaskGroup::Queued)),
                 ifAny(Words::tr("%1 retrying"), totals.in(TaskState::Retrying)));
    const bool isQueuedSaid = in(TaskGroup::Queued) > 0 || in(TaskGroup::NotStarted) == 0;
    return joined({withPart(say(Words::tr("%1 done"), in(TaskGroup::Done)), doubtful),
                   say(Words::tr("%1 failed"), in(TaskGroup::Failed)),
                   ifAny(Words::tr("%1 cancelled"), in(TaskGroup::Cancelled)),
                   ifAny(Words::tr("%1 paused"), in(TaskGroup::Paused)),
                   say(Words::tr("%1 running"), in(TaskGroup::Running)),
                   ifAny(Words::tr("%1 saving"), in(TaskGroup::Saving)),
                   ifAny(Words::tr("%1 not started"), in(TaskGroup::NotStarted)),
                   isQueuedSaid ? queued : QString()});
}

} // namespace lapwing::ui
