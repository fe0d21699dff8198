// SPDX-License-Identifier: MIT
#include "run/freedmemory.h"

#include "engine/system/memory.h"
#include "run/controller/downloadcontroller.h"

#include <algorithm>
#include <utility>

namespace lapwing::ui {
namespace {

constexpr std::size_t manyRows = 10'000; ///< leave memory behind that is worth giving back
constexpr std::chrono::milliseconds quietFor{500};

} // namespace

FreedMemory::FreedMemory(const DownloadController &controller) : m_controller(controller)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietFor);
    connect(&m_quiet, &QTimer::timeout, this, &FreedMemory::giveBack);
    connect(&controller, &DownloadController::added, this, &FreedMemory::giveBackSoon);
    connect(&controller, &DownloadController::changed, this, [this] {
        const bool wasBusy = std::exchange(m_isBusy, m_controller.isBusy());
        if (wasBusy && !m_isBusy)
            giveBackSoon();
    });
    connect(&controller, &DownloadController::disposed, this, [this](std::size_t rows) {
        m_mostRows = std::max(m_mostRows, rows);
        giveBackSoon();
    });
}

void FreedMemory::giveBackSoon()
{
    m_mostRows = std::max(m_mostRows, m_controller.listing().entries().size());
    if (m_mostRows >= manyRows)
        m_quiet.start();
}

void FreedMemory::giveBack()
{
    m_isBusy = m_controller.isBusy();
    if (m_isBusy)
        return; // its end is told
    m_mostRows = 0;
    m_work.run(
        [] {
            engine::giveBackMemory();
            return true;
        },
        [](bool) {});
}

} // namespace lapwing::ui
