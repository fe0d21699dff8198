// SPDX-License-Identifier: MIT
#pragma once

#include "demo/deliveries.h"
#include "engine/fetch.h"
#include "engine/loopmonitor.h"

#include <map>

/// Inside this folder only.
namespace lapwing::demo {

/// A round at the table: what its guests share.
class Round {
public:
    Round(QUrl address, Tell tell);

    /// One guest: orders, waits for the delivery, eats as the body comes in, and the bowl is collected.
    [[nodiscard]] QCoro::Task<> eat(Delivery delivery, std::stop_token stop);

    /// Orders and waits until all of the meal is there. True: it is.
    [[nodiscard]] QCoro::Task<bool> fetchMeal(QString name, QUrl link, std::stop_token stop);
    void collect(const QString &name);

    /// What the round came to; the last thing to ask.
    [[nodiscard]] Served served();

private:
    void note(Event event);

    QUrl m_address;
    Tell m_tell;
    engine::Transport m_transport;
    Served m_served;
    std::map<QString, record::Stamp> m_delivered;
    engine::LoopMonitor m_loop;
};

} // namespace lapwing::demo
