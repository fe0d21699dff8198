// SPDX-License-Identifier: MIT
#pragma once

#include "engine/session.h"
#include "record/ledger.h"

#include <QSignalSpy>

namespace lapwing::test {

/// A session whose last word on each task is kept.
class Watched {
public:
    explicit Watched(const plan::Plan &plan)
        : m_ledger(plan.entries), m_session(plan), m_ended(&m_session, &engine::Session::finished)
    {
        QObject::connect(&m_session, &engine::Session::changed, &m_session,
                         [this](const record::Batch &batch) {
                             facts = batch.facts;
                             for (const record::TaskRecord &task : batch.changed)
                                 m_ledger.set(m_ledger.indexOf(task.id), task);
                         });
        m_session.start();
    }
    [[nodiscard]] engine::Session &operator()() { return m_session; }
    [[nodiscard]] const record::TaskRecord &task(int id) const { return m_ledger.at(id - 1); }
    [[nodiscard]] bool hasEnded() const { return !m_ended.isEmpty(); }
    record::RunFacts facts;

private:
    record::Ledger m_ledger;
    engine::Session m_session;
    QSignalSpy m_ended;
};

} // namespace lapwing::test
