// SPDX-License-Identifier: MIT
#include "list/recentrate.h"

#include "measure/seconds.h"

namespace lapwing::ui {
namespace {

using namespace std::chrono_literals;

constexpr record::Stamp window = 3s;
constexpr record::Stamp longEnough = 500ms;

} // namespace

void RecentRate::add(record::Stamp now, qint64 bytes)
{
    const bool beganAnew =
        !m_samples.empty() && (bytes < m_samples.back().bytes || now < m_samples.back().at);
    if (beganAnew)
        m_samples.clear();
    m_samples.push_back({now, bytes});
    while (m_samples.size() > 2 && m_samples[1].at <= now - window)
        m_samples.pop_front();
}

std::optional<double> RecentRate::perSecond() const
{
    if (m_samples.empty())
        return std::nullopt;
    const record::Stamp time = m_samples.back().at - m_samples.front().at;
    if (time < longEnough)
        return std::nullopt;
    return static_cast<double>(m_samples.back().bytes - m_samples.front().bytes)
        / measure::seconds(time);
}

} // namespace lapwing::ui
