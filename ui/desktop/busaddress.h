// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace lapwing::ui {

enum class BusKind { Session, System };

/// Where a message bus listens.
struct BusAddress {
    QString address;         ///< as libdbus takes it; empty: there is none
    QString socket;          ///< the path of its socket, or its name
    bool isAbstract = false; ///< `socket` is a name in the abstract namespace
};

/// The Unix socket that the environment names, else the customary one. Other transports count as no bus: they cannot
/// be asked without waiting. Nor is a bus started that does not run.
[[nodiscard]] BusAddress busAddress(BusKind kind);

} // namespace lapwing::ui
