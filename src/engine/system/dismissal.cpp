// SPDX-License-Identifier: MIT
#include "engine/system/dismissal.h"

#include "engine/system/connections.h"

#include <system_error>
#include <thread>

namespace lapwing::engine {
namespace {

/// Of the 5 s that Qt waits; a thread that no server holds ends in milliseconds.
constexpr std::chrono::seconds heldFrom{4};

void deleteAndCut(const QNetworkAccessManager *manager,
                  const std::vector<quint64> &connections) noexcept
{
    const auto begun = std::chrono::steady_clock::now();
    delete manager;
    if (std::chrono::steady_clock::now() - begun >= heldFrom)
        cutConnections(connections);
}

} // namespace

void dismiss(std::unique_ptr<QNetworkAccessManager> manager, std::vector<quint64> connections)
{
    manager->moveToThread(nullptr);
    const QNetworkAccessManager *released = manager.release();
    try {
        std::thread([released, connections] { deleteAndCut(released, connections); }).detach();
    } catch (const std::system_error &) { // no thread is to be had: it goes with the process
        cutConnections(connections);
    }
}

} // namespace lapwing::engine
