// SPDX-License-Identifier: MIT
#include "engine/http/pace.h"

#include <algorithm>
#include <limits>

namespace lapwing::engine {
namespace {

constexpr qint64 stepsPerSecond = 10;
constexpr std::chrono::milliseconds minWait{5};    ///< what is shorter is waited with the next
constexpr std::chrono::milliseconds madeUpFor{50}; ///< of a wait that took longer

} // namespace

qint64 Pace::step() const
{
    return m_bytesPerSecond ? std::max(*m_bytesPerSecond / stepsPerSecond, qint64(1))
                            : std::numeric_limits<qint64>::max();
}

std::chrono::milliseconds Pace::waitAfter(qint64 bytes, record::Stamp now)
{
    if (!m_bytesPerSecond)
        return {};
    const std::chrono::duration<double> time(static_cast<double>(bytes)
                                             / static_cast<double>(*m_bytesPerSecond));
    m_next = std::max<record::Stamp>(m_next, now - madeUpFor)
        + std::chrono::duration_cast<record::Stamp>(time);
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(m_next - now);
    return wait < minWait ? std::chrono::milliseconds(0) : wait;
}

} // namespace lapwing::engine
