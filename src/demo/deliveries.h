// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <QCoroTask>
#include <QString>
#include <QUrl>

#include <functional>
#include <stop_token>

namespace lapwing::demo {

/// A delivery of the study note: who ordered, and how long the meal takes.
struct Delivery {
    QString name;
    std::chrono::milliseconds meal;
};

/// A 5 s, B 3 s, C 4 s, each times `scale`.
[[nodiscard]] std::vector<Delivery> deliveries(double scale = 1.0);

/// The link of a delivery on a server at `address`: delivered at once, eaten as the body comes in.
[[nodiscard]] QUrl linkOf(const Delivery &delivery, const QUrl &address);

/// The round of these deliveries as a plan: nothing is kept, nothing has to wait for a lane.
[[nodiscard]] plan::Plan planOf(const std::vector<QUrl> &links, plan::Mode mode);

/// How the note waits for its three deliveries.
enum class DemoMode {
    OneAtATime, ///< await A, then B, then C
    Tasks,      ///< start three tasks, then await them in turn: they have run meanwhile
    Gather,     ///< start all three and gather them
};

/// Something that happened at the table.
struct DemoEvent {
    enum class Kind {
        Ordered,   ///< the request goes out
        Delivered, ///< the header is here: now it is eaten
        Collected, ///< the last byte is here: the bowl goes back
    };
    Kind kind = Kind::Ordered;
    QString name;                  ///< whose
    std::chrono::nanoseconds at{}; ///< since the round began
    std::chrono::nanoseconds
        waited{}; ///< Delivered and Collected: from the start of the round to the delivery
};

struct DemoResult {
    std::chrono::nanoseconds elapsed{}; ///< of the whole round
    std::vector<DemoEvent> events;      ///< in the order in which they happened
    std::optional<record::Failure> failure;
    record::Loop loop{}; ///< how the loop fared meanwhile
    /// The same for reports. A task ends when its bowl is collected.
    record::Run run{};
};

/// Who hears of a round while it goes on. Each may be empty.
struct Tell {
    std::function<void(const DemoEvent &)> event; ///< as it happens
    /// The loop has not come round since that moment of the round. On a second thread, while it is so.
    std::function<void(std::chrono::nanoseconds since)> loopStalled;
};

/// One round of the three deliveries, fetched from the server at `address` like anything else.
[[nodiscard]] QCoro::Task<DemoResult> serve(DemoMode mode, QUrl address, double scale, Tell tell,
                                            std::stop_token stop);

} // namespace lapwing::demo
