// SPDX-License-Identifier: MIT
#include "list/columns.h"

#include "list/statustext.h"
#include "measure/seconds.h"
#include "measure/times.h"
#include "plan/redaction.h"
#include "text/amounts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace lapwing::ui {
namespace {

using record::TaskState;
using text::asBytes;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::Columns)
};

template<typename Value>
QVariant keyOf(const std::optional<Value> &value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

/// What is here of a file, whenever it came; absent for one that was found and not counted.
std::optional<qint64> hereOf(const record::TaskRecord &task)
{
    if (task.nameTaken)
        return std::nullopt;
    return task.alreadyThere ? task.size : task.kept + task.bytes;
}

QString numberText(const Row &row)
{
    return QString::number(row.task.id);
}

QVariant numberKey(const Row &row)
{
    return row.task.id;
}

QString nameText(const Row &row)
{
    return row.task.name;
}

QVariant nameKey(const Row &row)
{
    return row.task.name;
}

QString linkTip(const Row &row)
{
    const QString link = plan::displayUrl(row.task.url);
    return row.task.path.isEmpty() ? link : Words::tr("%1\nsaved as %2").arg(link, row.task.path);
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
    if (row.task.alreadyThere)
        return Words::tr("Already on disk");
    const QString received = Words::tr("%1 received").arg(asBytes(row.task.bytes));
    return row.task.kept > 0 ? Words::tr("%1 (%2 resumed)").arg(received, asBytes(row.task.kept))
                             : received;
}

QString ownTimeText(const Row &row)
{
    return text::asTime(ownTimeOf(row));
}

QVariant ownTimeKey(const Row &row)
{
    const std::optional<record::Stamp> own = ownTimeOf(row);
    return own ? QVariant(measure::seconds(*own)) : QVariant();
}

QString ownTimeTip(const Row &)
{
    return Words::tr("From starting the request to the end, without the time in the queue");
}

QString speedText(const Row &row)
{
    return text::asRate(speedOf(row));
}

QVariant speedKey(const Row &row)
{
    return keyOf(speedOf(row));
}

QString speedTip(const Row &)
{
    return Words::tr("Average over the download's own time");
}

constexpr Qt::Alignment left = Qt::AlignLeft | Qt::AlignVCenter;
constexpr Qt::Alignment right = Qt::AlignRight | Qt::AlignVCenter;

#define TITLE(text) QT_TRANSLATE_NOOP("lapwing::ui::Columns", text)
constexpr std::array table{
    Column{ColumnId::Number, TITLE("#"), "0000", right, numberText, numberKey, linkTip, nullptr,
           false},
    Column{ColumnId::Name, TITLE("Name"), "a-file-of-a-name.tar.gz", left, nameText, nameKey,
           linkTip, nullptr, false},
    Column{ColumnId::Status, TITLE("Status"), "The server says that there is no such file. (404)",
           left, statusText, statusKey, statusTip, statusSpoken, true},
    Column{ColumnId::Progress, TITLE("Progress"), "a bar, and 100 %", left, progressText,
           progressKey, progressSpoken, progressSpoken, true},
    Column{ColumnId::Size, TITLE("Size"), "1000.0 MB", right, sizeText, sizeKey, sizeTip, nullptr,
           true},
    Column{ColumnId::OwnTime, TITLE("Own time"), "00 min 00 s", right, ownTimeText, ownTimeKey,
           ownTimeTip, nullptr, true},
    Column{ColumnId::Speed, TITLE("Speed"), "1000.0 MB/s", right, speedText, speedKey, speedTip,
           nullptr, true},
};
#undef TITLE

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (static_cast<std::size_t>(table[i].id) != i)
            return false;
    }
    return table.size() == static_cast<std::size_t>(ColumnId::Speed) + 1;
}
static_assert(inOrder(), "one column for each id, in the order of the enumeration");
static_assert(std::is_partitioned(table.begin(), table.end(),
                                  [](const Column &c) { return !c.live; }),
              "the live columns stand together at the end, so that one run of cells covers them");

} // namespace

std::span<const Column> columns()
{
    return table;
}

const Column &column(ColumnId id)
{
    return table[static_cast<std::size_t>(id)];
}

QString titleOf(const Column &column)
{
    return Words::tr(column.title);
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

std::optional<double> speedOf(const Row &row)
{
    const std::optional<record::Stamp> own = ownTimeOf(row);
    return own ? measure::meanRate(row.task.bytes, *own) : std::nullopt;
}

} // namespace lapwing::ui
