// SPDX-License-Identifier: MIT
#include "engine/places.h"

#include <algorithm>
#include <limits>

namespace lapwing::engine {
namespace {

/// What is asked: who is allowed to, a mirror is never told.
QUrl bare(const QUrl &url)
{
    return url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
}

bool isHttp(const QUrl &url)
{
    return (url.scheme() == QStringLiteral("http") || url.scheme() == QStringLiteral("https"))
        && !url.host().isEmpty();
}

} // namespace

Places::Places(const plan::Entry &entry)
{
    m_places.push_back({entry.url});
    if (!entry.extras)
        return;
    for (const plan::Mirror &mirror : entry.extras->mirrors) {
        const QUrl url = bare(mirror.url);
        if (isHttp(url) && std::ranges::find(m_places, url, &Place::url) == m_places.end())
            m_places.push_back({url});
    }
}

void Places::leave(std::optional<Time> due)
{
    Place &place = m_places[m_current];
    place.wasAsked = true;
    place.isOver = !due;
    place.due = due.value_or(Time());
}

std::optional<Places::Time> Places::moveOn(const ServerSpeeds &speeds)
{
    const std::optional<std::size_t> place = next(speeds);
    if (!place)
        return std::nullopt;
    m_current = *place;
    return m_places[*place].due;
}

std::optional<std::size_t> Places::next(const ServerSpeeds &speeds) const
{
    std::optional<std::size_t> best;
    double bestSpeed = 0;
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        const Place &place = m_places[at];
        if (place.isOver || place.wasAsked)
            continue;
        const double speed =
            speeds.of(plan::Origin(place.url)).value_or(std::numeric_limits<double>::infinity());
        if (best && speed <= bestSpeed)
            continue;
        best = at;
        bestSpeed = speed;
    }
    return best ? best : soonest();
}

std::optional<std::size_t> Places::soonest() const
{
    const auto isSooner = [](const Place &one, const Place &other) {
        return one.isOver != other.isOver ? !one.isOver : one.due < other.due;
    };
    const auto place = std::ranges::min_element(m_places, isSooner);
    if (place->isOver)
        return std::nullopt;
    return static_cast<std::size_t>(place - m_places.begin());
}

} // namespace lapwing::engine
