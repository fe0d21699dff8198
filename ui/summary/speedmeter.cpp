// SPDX-License-Identifier: MIT
#include "summary/speedmeter.h"

#include "measure/seconds.h"

namespace lapwing::ui {
namespace {

using namespace std::chrono_literals;

constexpr record::Stamp window = 3s;

} // namespace

void SpeedMeter::add(record::Stamp at, qint64 bytes)
{
    if (!m_samples.empty() && bytes < m_samples.back().bytes)
        restart();
    m_samples.push_back({at, bytes});
    while (m_samples.size() > 2 && m_samples[1].at <= at - window)
        m_samples.pop_front();
}

std::optional<double> SpeedMeter::rate() const
{
    if (m_samples.size() < 2 || m_samples.back().at <= m_samples.front().at)
        return std::nullopt;
    return static_cast<double>(m_samples.back().bytes - m_samples.front().bytes)
        / measure::seconds(m_samples.back().at - m_samples.front().at);
}

} // namespace lapwing::ui
