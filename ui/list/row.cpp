// SPDX-License-Identifier: MIT
#include "list/row.h"

#include "measure/seconds.h"
#include "measure/times.h"
#include "text/amounts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace lapwing::ui {
namespace {

using record::TaskState;
using namespace std::chrono_literals;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::Row)
};

} // namespace

QString nameOf(const record::TaskRecord &task)
{
    // By hand: QFileInfo and QString::section() would cost a table of 100,000 rows its pace.
    return task.path.isEmpty() ? task.name : task.path.mid(task.path.lastIndexOf(u'/') + 1);
}

bool hasOpenFile(const record::TaskRecord &task)
{
    return record::hasFile(task.state) && !task.path.isEmpty();
}

std::optional<double> fractionOf(const record::TaskRecord &task)
{
    if (task.nameTaken)
        return std::nullopt;
    if (record::hasFile(task.state))
        return 1.0;
    if (!task.size || *task.size <= 0)
        return std::nullopt;
    return std::clamp(static_cast<double>(task.kept + task.bytes) / static_cast<double>(*task.size),
                      0.0, 1.0);
}

std::optional<qint64> hereOf(const record::TaskRecord &task)
{
    if (task.nameTaken)
        return std::nullopt;
    return record::isFoundOnDisk(task) ? task.size : task.kept + task.bytes;
}

std::optional<record::Stamp> ownTimeOf(const Row &row)
{
    if (record::isEnd(row.task.state))
        return measure::timesOf(row.task).own;
    const bool paused = row.task.state == TaskState::Paused && !row.task.pauses.empty();
    const record::Stamp now = paused ? std::min(row.now, row.task.pauses.back().from) : row.now;
    std::optional<record::Stamp> own;
    for (const record::Attempt &attempt : row.task.attempts) {
        for (const record::Hop &hop : attempt.hops) {
            if (hop.sent)
                own = own.value_or(record::Stamp())
                    + std::max(hop.end.value_or(now) - *hop.sent, record::Stamp());
        }
    }
    return own;
}

std::optional<double> averageSpeedOf(const Row &row)
{
    const std::optional<record::Stamp> own = ownTimeOf(row);
    return own ? measure::meanRate(row.task.bytes, *own) : std::nullopt;
}

std::optional<record::Stamp> timeLeftOf(const Row &row)
{
    const bool isComing = row.task.state == TaskState::Downloading && row.speed && *row.speed > 0;
    if (!isComing || !row.task.size)
        return std::nullopt;
    const qint64 left = std::max<qint64>(*row.task.size - row.task.kept - row.task.bytes, 0);
    return measure::stampOf(static_cast<double>(left) / *row.speed);
}

QString hostOf(const record::TaskRecord &task)
{
    return task.url.host();
}

QString shortTime(std::optional<record::Stamp> time)
{
    if (!time || *time <= record::Stamp() || *time >= 1s)
        return text::asTime(time);
    if (*time < 1ms)
        return Words::tr("under 1 ms");
    const auto whole = std::chrono::floor<std::chrono::milliseconds>(*time);
    return Words::tr("%1 ms").arg(QLocale().toString(static_cast<qint64>(whole.count())));
}

} // namespace lapwing::ui
