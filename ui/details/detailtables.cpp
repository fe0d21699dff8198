// SPDX-License-Identifier: MIT
#include "details/detailtables.h"

#include "list/row.h"
#include "measure/phases.h"
#include "measure/times.h"
#include "plan/redaction.h"
#include "text/amounts.h"
#include "text/captions.h"
#include "text/failure.h"
#include "text/phases.h"

#include <QCoreApplication>
#include <QLocale>

namespace lapwing::ui {
namespace {

using measure::Known;
using text::Caption;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::DetailTables)
};

QString timeOf(const measure::PhaseTime &phase)
{
    if (phase.known == Known::NotObservable)
        return Words::tr("not observable");
    return phase.isLate ? u'~' + shortTime(phase.time) : shortTime(phase.time);
}

/// It never stalled, and never waited for the disk.
bool isNothing(const measure::PhaseTime &phase)
{
    return measure::isPart(phase.phase) && phase.time == record::Stamp();
}

QString remarkOn(const measure::PhaseTime &phase)
{
    if (phase.known == Known::NotObservable)
        return phase.phase == measure::Phase::Send ? text::caption(Caption::SendNotObservable)
                                                   : text::caption(Caption::NoStamp);
    QStringList remarks;
    if (phase.known == Known::Reused)
        remarks << Words::tr("reused: the connection was already open");
    if (phase.isLate)
        remarks << Words::tr("late: %1").arg(text::caption(Caption::RecordedLate));
    return remarks.join(QStringLiteral("; "));
}

QString resultOf(const record::Attempt &attempt, const record::Hop *hop)
{
    const bool isLast = hop == nullptr || hop == &attempt.hops.back();
    if (!isLast)
        return Words::tr("Redirected");
    if (attempt.failure)
        return text::sentence(*attempt.failure);
    return attempt.end ? Words::tr("Complete") : Words::tr("In progress");
}

/// Of what was never sent at least where it was to go.
QString urlOf(const record::Attempt &attempt, const record::Hop *hop)
{
    if (hop != nullptr)
        return plan::displayUrl(hop->url);
    return attempt.mirror.isEmpty() ? text::unknown() : plan::displayUrl(attempt.mirror);
}

QStringList requestRow(int number, const record::Attempt &attempt, const record::Hop *hop)
{
    const bool hasBody = hop == nullptr || hop == &attempt.hops.back();
    return {QLocale().toString(number),
            urlOf(attempt, hop),
            hop && hop->status ? QString::number(*hop->status) : text::unknown(),
            hop ? shortTime(measure::between(hop->sent, hop->headers)) : text::unknown(),
            hasBody ? text::asBytes(attempt.bytes) : text::unknown(),
            resultOf(attempt, hop)};
}

} // namespace

QStringList phaseTitles()
{
    return {Words::tr("Phase"), Words::tr("Time"), Words::tr("Remark")};
}

QString phaseLine(const record::TaskRecord &task, const std::optional<record::Loop> &loop)
{
    QStringList phases;
    for (const measure::PhaseTime &phase : measure::phasesOf(task, loop)) {
        const QString title = text::titleOf(phase.phase);
        if (phase.known == Known::Reused)
            phases << Words::tr("%1 reused", "a phase").arg(title);
        else if (phase.time && !measure::isPart(phase.phase))
            phases << Words::tr("%1 %2", "a phase and its time").arg(title, timeOf(phase));
    }
    return phases.join(Words::tr(", "));
}

QList<QStringList> phaseRows(const record::TaskRecord &task,
                             const std::optional<record::Loop> &loop)
{
    QList<QStringList> rows;
    for (const measure::PhaseTime &phase : measure::phasesOf(task, loop)) {
        if (phase.known == Known::DoesNotApply || isNothing(phase))
            continue;
        const QString title = text::titleOf(phase.phase);
        rows << QStringList{measure::isPart(phase.phase) ? Words::tr("of which: %1").arg(title)
                                                         : title,
                            timeOf(phase), remarkOn(phase)};
    }
    return rows;
}

QStringList requestTitles()
{
    return {Words::tr("Attempt"), Words::tr("Request"),  Words::tr("Status"),
            Words::tr("Wait"),    Words::tr("Received"), Words::tr("Result")};
}

QList<QStringList> requestRows(const record::TaskRecord &task)
{
    QList<QStringList> rows;
    int number = 0;
    for (const record::Attempt &attempt : task.attempts) {
        ++number;
        for (const record::Hop &hop : attempt.hops)
            rows << requestRow(number, attempt, &hop);
        if (attempt.hops.empty())
            rows << requestRow(number, attempt, nullptr);
    }
    return rows;
}

} // namespace lapwing::ui
