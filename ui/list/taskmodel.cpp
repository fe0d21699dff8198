// SPDX-License-Identifier: MIT
#include "list/taskmodel.h"

#include "list/columns/columns.h"
#include "list/keptpart.h"
#include "plan/origin.h"

#include <QMimeData>
#include <QUrl>

#include <algorithm>
#include <iterator>
#include <set>

namespace lapwing::ui {
namespace {

/// So many runs of adjacent rows go or come one by one, which keeps what is selected and in sight; of more,
/// each would move all that is behind it.
constexpr std::size_t fewRuns = 16;

const Column &columnAt(int section)
{
    return columns()[static_cast<std::size_t>(section)];
}

int firstLiveColumn()
{
    return static_cast<int>(std::ranges::find(columns(), true, &Column::live) - columns().begin());
}

/// What a row in this state says changes with the time.
bool isLive(record::TaskState state)
{
    return state != record::TaskState::Queued && state != record::TaskState::Paused
        && !record::isEnd(state);
}

/// The server that a task was last sent to: a redirect counts for the one that it reaches.
QString serverOf(const record::TaskRecord &task)
{
    const bool asked = !task.attempts.empty() && !task.attempts.back().hops.empty();
    return plan::Origin(asked ? task.attempts.back().hops.back().url : task.url).text;
}

QVariant fraction(const record::TaskRecord &task)
{
    const std::optional<double> known = fractionOf(task);
    return known ? QVariant(*known) : QVariant();
}

} // namespace

void TaskModel::append(const std::vector<plan::Entry> &entries)
{
    if (entries.empty())
        return;
    beginInsertRows({}, m_ledger.size(), m_ledger.size() + static_cast<int>(entries.size()) - 1);
    m_ledger.append(entries);
    (void)m_ledger.takeDirtyRuns(); // new rows are announced as such
    endInsertRows();
}

void TaskModel::clear()
{
    beginResetModel();
    m_ledger = {};
    m_running.clear();
    endResetModel();
}

void TaskModel::restore(record::Ledger ledger)
{
    if (ledger.size() == 0)
        return;
    beginInsertRows({}, 0, ledger.size() - 1);
    m_ledger = std::move(ledger);
    endInsertRows();
}

std::vector<record::SharedRecord> TaskModel::take(const std::vector<int> &ids)
{
    std::vector<record::IndexRun> runs = m_ledger.runsOf(ids);
    if (runs.size() <= fewRuns)
        return takeRuns(runs);
    beginResetModel();
    std::vector<record::SharedRecord> taken = m_ledger.take(ids);
    findRunning();
    endResetModel();
    return taken;
}

/// From the last: the rows before it keep their numbers.
std::vector<record::SharedRecord> TaskModel::takeRuns(const std::vector<record::IndexRun> &runs)
{
    std::vector<std::vector<record::SharedRecord>> parts;
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        beginRemoveRows({}, run->first, run->last);
        std::erase_if(m_running, [run](const auto &each) {
            return run->first <= each.first && each.first <= run->last;
        });
        shiftRunning(run->last + 1, run->first - run->last - 1);
        parts.push_back(m_ledger.takeRun(*run));
        endRemoveRows();
    }
    if (parts.size() == 1)
        return std::move(parts.front()); // all of a long list, as a rule
    std::vector<record::SharedRecord> taken;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part)
        std::ranges::move(*part, std::back_inserter(taken));
    return taken;
}

void TaskModel::putBack(std::vector<record::SharedRecord> records)
{
    const std::vector<record::IndexRun> runs = m_ledger.placesFor(records);
    if (runs.size() <= fewRuns)
        return insertRuns(runs, std::move(records));
    beginResetModel();
    m_ledger.putBack(std::move(records));
    findRunning();
    endResetModel();
}

void TaskModel::insertRuns(const std::vector<record::IndexRun> &runs,
                           std::vector<record::SharedRecord> records)
{
    auto next = std::make_move_iterator(records.begin());
    for (const record::IndexRun &run : runs) {
        const auto end = next + (run.last - run.first + 1);
        beginInsertRows({}, run.first, run.last);
        shiftRunning(run.first, run.last - run.first + 1);
        m_ledger.insertRun(run.first, std::vector<record::SharedRecord>(next, end));
        for (int row = run.first; row <= run.last; ++row)
            findRunningAt(row);
        endInsertRows();
        next = end;
    }
}

void TaskModel::shiftRunning(int first, int by)
{
    std::map<int, RecentRate> shifted;
    for (auto &[row, rate] : m_running)
        shifted.emplace_hint(shifted.end(), row + (row >= first ? by : 0), std::move(rate));
    m_running = std::move(shifted);
}

void TaskModel::findRunning()
{
    m_running.clear();
    for (int row = 0; row < m_ledger.size(); ++row)
        findRunningAt(row);
}

void TaskModel::findRunningAt(int row)
{
    if (isLive(m_ledger.at(row)->state))
        m_running[row].add(m_now, m_ledger.at(row)->bytes);
}

void TaskModel::queue(const std::vector<plan::Entry> &entries)
{
    takeSteppedDown({});
    for (const plan::Entry &entry : entries) {
        const int row = m_ledger.indexOf(entry.id);
        if (row < 0)
            continue;
        record::TaskRecord again = queuedAgain(entry, m_ledger.at(row));
        if (again != *m_ledger.at(row)) // no row of a new list
            set(row, std::move(again));
    }
    announceDirtyRuns();
}

void TaskModel::apply(const record::Batch &batch)
{
    for (const record::SharedRecord &record : batch.changed)
        set(m_ledger.indexOf(record->id), record);
    announceDirtyRuns();
    takeSteppedDown(batch.facts.steppedDown);
}

/// Rows of that server which did not change have something else to say now.
void TaskModel::takeSteppedDown(const std::vector<record::SteppedDown> &steppedDown)
{
    QHash<QString, int> now;
    for (const record::SteppedDown &step : steppedDown)
        now.insert(step.host, step.atOnce);
    if (now == m_hostAtOnce)
        return;
    m_hostAtOnce = std::move(now);
    if (m_ledger.size() > 0)
        announce(0, m_ledger.size() - 1);
}

std::optional<int> TaskModel::hostAtOnce(const record::TaskRecord &task) const
{
    if (m_hostAtOnce.isEmpty() || record::isEnd(task.state))
        return std::nullopt;
    const auto found = m_hostAtOnce.constFind(serverOf(task));
    return found == m_hostAtOnce.cend() ? std::nullopt : std::optional(*found);
}

void TaskModel::setNow(record::Stamp now)
{
    m_now = now;
    for (auto &[row, rate] : m_running) {
        rate.add(now, m_ledger.at(row)->bytes);
        announce(row, row);
    }
}

void TaskModel::setOutside(std::optional<std::vector<int>> ids)
{
    m_statesOutside = {};
    for (const int id : ids.value_or(std::vector<int>())) {
        if (const int row = m_ledger.indexOf(id); row >= 0)
            ++m_statesOutside[static_cast<std::size_t>(m_ledger.at(row)->state)];
    }
    if (ids == m_outside)
        return;
    m_outside = std::move(ids);
    if (m_ledger.size() > 0)
        announce(0, m_ledger.size() - 1);
}

RowCounts TaskModel::counts() const
{
    const record::Totals &totals = m_ledger.totals();
    return {totals,
            m_outside ? outsideIn(record::TaskState::Queued)
                      : totals.in(record::TaskState::Queued)};
}

void TaskModel::setOrder(ListOrder order)
{
    if (order == m_order)
        return;
    m_order = std::move(order);
    if (m_ledger.size() > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_ledger.size() - 1, columnCount() - 1),
                           {Qt::DisplayRole, SortRole, OrderRole});
    Q_EMIT orderChanged();
}

Row TaskModel::rowAt(int index) const
{
    const record::TaskRecord &task = m_ledger.at(index);
    const bool startsByItself = m_outside && !std::ranges::binary_search(*m_outside, task.id);
    Row row{task, m_now, m_order.numberOf(task.id, index), hostAtOnce(task), startsByItself};
    row.priority = m_order.priorityOf(task.id);
    if (task.state == record::TaskState::Downloading) {
        const auto running = m_running.find(index);
        row.speed = running == m_running.end() ? std::nullopt : running->second.perSecond();
    }
    return row;
}

void TaskModel::set(int row, record::SharedRecord record)
{
    if (row < 0)
        return;
    if (isLive(record->state))
        m_running[row].add(m_now, record->bytes);
    else
        m_running.erase(row);
    m_ledger.set(row, std::move(record));
}

void TaskModel::announceDirtyRuns()
{
    for (const record::IndexRun &run : m_ledger.takeDirtyRuns())
        announce(run.first, run.last);
}

void TaskModel::announce(int first, int last)
{
    static const QList<int> roles{Qt::DisplayRole, SortRole, StateRole, FractionRole};
    Q_EMIT dataChanged(index(first, firstLiveColumn()), index(last, columnCount() - 1), roles);
}

int TaskModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_ledger.size();
}

int TaskModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columns().size());
}

QVariant TaskModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Column &column = columnAt(index.column());
    const Row row = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return column.text(row);
    case Qt::ToolTipRole:
        return column.toolTip(row);
    case Qt::AccessibleTextRole:
        return column.spoken ? column.spoken(row) : column.text(row);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(column.alignment);
    case SortRole:
        return column.sortKey(row);
    case StateRole:
        return static_cast<int>(row.task.state);
    case FractionRole:
        return fraction(row.task);
    default:
        return {};
    }
}

QVariant TaskModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return titleOf(columnAt(section));
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(columnAt(section).alignment);
    return {};
}

Qt::ItemFlags TaskModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? flagsOf(index.row()) : Qt::ItemFlags();
}

Qt::ItemFlags TaskModel::flagsOf(int row) const
{
    constexpr Qt::ItemFlags ofEach =
        Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return hasOpenFile(m_ledger.at(row)) ? ofEach | Qt::ItemIsDragEnabled : ofEach;
}

QStringList TaskModel::mimeTypes() const
{
    return {QStringLiteral("text/uri-list")};
}

/// Each file once, however many cells of its row there are.
QMimeData *TaskModel::mimeData(const QModelIndexList &indexes) const
{
    std::set<int> rows;
    for (const QModelIndex &index : indexes)
        rows.insert(index.row());
    QList<QUrl> files;
    for (const int row : rows) {
        if (hasOpenFile(m_ledger.at(row)))
            files << QUrl::fromLocalFile(m_ledger.at(row)->path);
    }
    auto *data = new QMimeData;
    data->setUrls(files);
    return data;
}

} // namespace lapwing::ui
