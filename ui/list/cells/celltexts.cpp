// SPDX-License-Identifier: MIT
#include "list/cells/celltexts.h"

#include "list/priorityname.h"
#include "list/sortkey.h"
#include "measure/times.h"
#include "plan/redaction.h"
#include "text/amounts.h"

#include <QCoreApplication>
#include <QLocale>

namespace lapwing::ui::cell {
namespace {

using text::asBytes;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::Columns)
};

} // namespace

QString numberText(const Row &row)
{
    return QString::number(row.number);
}

QVariant numberKey(const Row &row)
{
    return row.number;
}

QString nameText(const Row &row)
{
    return nameOf(row.task);
}

QVariant nameKey(const Row &row)
{
    return nameOf(row.task);
}

QString linkTip(const Row &row)
{
    const QString link = plan::displayUrl(row.task.url);
    return row.task.path.isEmpty() ? link : Words::tr("%1\nsaved as %2").arg(link, row.task.path);
}

QString linkText(const Row &row)
{
    return plan::displayUrl(row.task.url);
}

QVariant linkKey(const Row &row)
{
    return row.task.url.toString(QUrl::RemoveUserInfo);
}

QString hostText(const Row &row)
{
    return hostOf(row.task);
}

QVariant hostKey(const Row &row)
{
    return hostOf(row.task);
}

QString progressText(const Row &row)
{
    return text::asPercent(fractionOf(row.task));
}

QVariant statusKey(const Row &row)
{
    return static_cast<int>(row.task.state);
}

QVariant progressKey(const Row &row)
{
    return keyOf(fractionOf(row.task));
}

QString progressSpoken(const Row &row)
{
    const std::optional<double> fraction = fractionOf(row.task);
    if (row.task.nameTaken)
        return Words::tr("Skipped");
    if (!fraction)
        return Words::tr("%1 of unknown size").arg(asBytes(hereOf(row.task)));
    if (!row.task.size)
        return Words::tr("Complete, %1").arg(asBytes(hereOf(row.task)));
    const int percent = static_cast<int>(*fraction * 100);
    return Words::tr("%1 percent, %2 of %3")
        .arg(QString::number(percent), asBytes(hereOf(row.task)), asBytes(row.task.size));
}

QString sizeText(const Row &row)
{
    return asBytes(measure::sizeOf(row.task));
}

QVariant sizeKey(const Row &row)
{
    return keyOf(measure::sizeOf(row.task));
}

QString sizeTip(const Row &row)
{
    if (row.task.nameTaken)
        return Words::tr("A different file has this name; its size was not checked");
    if (record::isFoundOnDisk(row.task))
        return Words::tr("Already on disk");
    const QString received = Words::tr("%1 received").arg(asBytes(row.task.bytes));
    return row.task.kept > 0 && row.task.start
        ? Words::tr("%1 (%2 resumed)").arg(received, asBytes(row.task.kept))
        : received;
}

QString ownTimeText(const Row &row)
{
    return shortTime(ownTimeOf(row));
}

QVariant ownTimeKey(const Row &row)
{
    return keyOf(ownTimeOf(row));
}

QString ownTimeTip(const Row &)
{
    return Words::tr("From starting the request to the end, without the time in the queue");
}

QString speedText(const Row &row)
{
    return text::asRate(row.speed);
}

QVariant speedKey(const Row &row)
{
    return keyOf(row.speed);
}

QString speedTip(const Row &)
{
    return Words::tr("Average over the last 3 seconds");
}

QString timeLeftText(const Row &row)
{
    return shortTime(timeLeftOf(row));
}

QVariant timeLeftKey(const Row &row)
{
    return keyOf(timeLeftOf(row));
}

QString timeLeftTip(const Row &)
{
    return Words::tr("Estimated from the current speed");
}

QString averageSpeedText(const Row &row)
{
    return text::asRate(averageSpeedOf(row));
}

QVariant averageSpeedKey(const Row &row)
{
    return keyOf(averageSpeedOf(row));
}

QString averageSpeedTip(const Row &)
{
    return Words::tr("Average over the download's time");
}

QString waitText(const Row &row)
{
    return shortTime(measure::timesOf(row.task).wait);
}

QVariant waitKey(const Row &row)
{
    return keyOf(measure::timesOf(row.task).wait);
}

QString waitTip(const Row &)
{
    return Words::tr("From sending the request to the server's response");
}

QString attemptsText(const Row &row)
{
    return row.task.attempts.empty() ? text::unknown()
                                     : QLocale().toString(row.task.attempts.size());
}

QVariant attemptsKey(const Row &row)
{
    return row.task.attempts.empty() ? QVariant() : QVariant::fromValue(row.task.attempts.size());
}

QString attemptsTip(const Row &)
{
    return Words::tr("How many times it was tried");
}

QString httpStatusText(const Row &row)
{
    return row.task.status ? QString::number(*row.task.status) : text::unknown();
}

QVariant httpStatusKey(const Row &row)
{
    return keyOf(row.task.status);
}

QString httpStatusTip(const Row &)
{
    return Words::tr("The status code of the server's last response");
}

QString savedAsText(const Row &row)
{
    return row.task.path.isEmpty() ? text::unknown() : row.task.path;
}

QVariant savedAsKey(const Row &row)
{
    return row.task.path.isEmpty() ? QVariant() : QVariant(row.task.path);
}

QString priorityText(const Row &row)
{
    return nameOf(row.priority);
}

QVariant priorityKey(const Row &row)
{
    return static_cast<int>(row.priority);
}

QString priorityTip(const Row &)
{
    return Words::tr("Of the waiting downloads, those with high priority start first");
}

} // namespace lapwing::ui::cell
