// SPDX-License-Identifier: MIT
#include "store/steps.h"

#include "measure/recordbuilder.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::test {
namespace {

constexpr int perStep = 3;
const QString folder = u"/step/"_s;

int firstOf(int step)
{
    return perStep * (step - 1) + 1;
}

/// The first of a step changes once more three steps later, the second goes, the third is moved to the top.
int changedAt(int step)
{
    return step > 3 ? firstOf(step - 3) : 0;
}

int removedAt(int step)
{
    return step > 3 && step % 2 == 0 ? firstOf(step - 3) + 1 : 0;
}

int movedAt(int step)
{
    return step % 2 == 1 ? firstOf(step) + 2 : 0;
}

record::TaskRecord recordOf(int id, int step)
{
    record::TaskRecord task = simpleTask(id, 1, 20, 300, step);
    task.name = u"%1.iso"_s.arg(id);
    return task;
}

std::vector<plan::Entry> entriesAt(int step)
{
    std::vector<plan::Entry> entries;
    for (int id = firstOf(step); id < firstOf(step + 1); ++id) {
        entries.push_back({id, QUrl(u"http://one.example/%1"_s.arg(id)), {}, u"%1.iso"_s.arg(id)});
        entries.back().turn.place = id;
    }
    return entries;
}

} // namespace

std::vector<store::Change> changesAt(int step)
{
    std::vector<store::Change> changes{store::PutEntries{entriesAt(step)},
                                       store::SetFolder{folder + QString::number(step)}};
    store::PutRecords records{{recordOf(firstOf(step), step)}};
    if (const int id = changedAt(step))
        records.records.push_back(recordOf(id, step));
    changes.push_back(std::move(records));
    if (const int id = removedAt(step))
        changes.push_back(store::RemoveEntries{{id}});
    if (const int id = movedAt(step)) // above those that were moved before
        changes.push_back(store::SetTurns{{{id, {plan::Priority::Normal, -id}}}});
    return changes;
}

int stepOf(const store::State &state)
{
    return state.folder.startsWith(folder) ? state.folder.mid(folder.size()).toInt() : 0;
}

void Steps::goTo(int step)
{
    while (m_step < step) {
        ++m_step;
        for (const plan::Entry &entry : entriesAt(m_step)) {
            m_bytes[entry.id] = 0;
            m_order.push_back(entry.id);
        }
        m_bytes[firstOf(m_step)] = m_step;
        if (const int id = changedAt(m_step))
            m_bytes[id] = m_step;
        if (const int id = removedAt(m_step)) {
            m_bytes.erase(id);
            std::erase(m_order, id);
        }
        if (const int id = movedAt(m_step)) {
            std::erase(m_order, id);
            m_order.insert(m_order.begin(), id);
        }
    }
}

std::vector<int> Steps::ids() const
{
    return m_order;
}

} // namespace lapwing::test
