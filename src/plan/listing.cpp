// SPDX-License-Identifier: MIT
#include "plan/listing.h"

#include "plan/entryterms.h"
#include "plan/mergebyid.h"
#include "plan/safename.h"

#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

void takeSaid(Entry &entry, Details said)
{
    entry.isNamed = !said.name.isEmpty();
    if (entry.isNamed)
        entry.name = safeName(said.name);
    entry.checksum = std::move(said.checksum);
    entry.extras = std::move(said.extras);
}

} // namespace

/// QUrl itself has made the scheme and the host lower case. What is so already shares its parts with the link.
QUrl normalised(const QUrl &url)
{
    const bool isSo = url.userName().isEmpty() && url.password().isEmpty() && !url.hasFragment()
        && !url.path().isEmpty();
    if (isSo)
        return url;
    QUrl same = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    if (same.path().isEmpty())
        same.setPath(u"/"_s);
    return same;
}

Added Listing::add(Links links)
{
    Added result;
    const int lastBefore = m_lastId;
    result.rejects = std::move(links.rejects);
    result.unused = std::move(links.unused);
    result.encoding = links.encoding;
    QUrl url;
    for (std::size_t place = 0; place < links.urls.size(); ++place) {
        const QUrl &given = links.urls[place];
        if (place == 0 || given != links.urls[place - 1])
            url = normalised(given);
        const auto said = links.details.find(place);
        if (const auto known = m_known.constFind(url); known != m_known.constEnd()) {
            giveUserInfo(*known, given.userInfo(QUrl::FullyEncoded));
            if (said != links.details.end() && said->second.checksum)
                giveChecksum(*known, *said->second.checksum, &result);
            ++result.alreadyThere;
            continue;
        }
        m_known.insert(url, ++m_lastId);
        m_entries.push_back({m_lastId, url, given.userInfo(QUrl::FullyEncoded), nameFromUrl(url)});
        m_entries.back().turn.place = ++m_lastPlace;
        if (said != links.details.end())
            takeSaid(m_entries.back(), std::move(said->second));
        result.paused += isPausedByList(m_entries.back()) ? 1 : 0;
        ++result.added;
    }
    std::erase_if(result.checksums, [lastBefore](int id) { return id > lastBefore; });
    return result;
}

/// And as many again as there are then, which often follow: to grow, a hash of 100,000 links takes 50 ms.
void Listing::reserve(std::size_t more)
{
    const std::size_t needed = m_entries.size() + more;
    if (needed > m_entries.capacity())
        m_entries.reserve(2 * needed);
    if (needed > static_cast<std::size_t>(m_known.capacity()))
        m_known.reserve(static_cast<qsizetype>(2 * needed));
}

/// Null: it is not here.
Entry *Listing::find(int id)
{
    const auto place = std::ranges::lower_bound(m_entries, id, {}, &Entry::id);
    return place != m_entries.end() && place->id == id ? &*place : nullptr;
}

/// A name and a password that the entry has not, and may need.
void Listing::giveUserInfo(int id, const QString &userInfo)
{
    Entry *entry = find(id);
    if (entry->userInfo.isEmpty())
        entry->userInfo = userInfo;
}

/// Of another kind it says nothing against the one that is known.
void Listing::giveChecksum(int id, const Checksum &checksum, Added *result)
{
    Entry *entry = find(id);
    if (!entry->checksum) {
        entry->checksum = checksum;
        result->checksums.push_back(id);
    } else if (entry->checksum->algorithm == checksum.algorithm && *entry->checksum != checksum) {
        ++result->otherChecksums;
    }
}

std::vector<Entry> Listing::take(const std::vector<int> &ids)
{
    const QSet<int> gone(ids.begin(), ids.end());
    std::vector<Entry> taken;
    auto left = std::ranges::find_if(
        m_entries, [&gone](const Entry &entry) { return gone.contains(entry.id); });
    for (auto next = left; next != m_entries.end(); ++next) {
        if (!gone.contains(next->id)) {
            *left++ = std::move(*next);
            continue;
        }
        m_known.remove(next->url);
        taken.push_back(std::move(*next));
    }
    m_entries.erase(left, m_entries.end());
    return taken;
}

std::vector<Entry> Listing::takeAll()
{
    std::vector<Entry> taken = std::exchange(m_entries, {});
    m_known = {};
    return taken;
}

std::vector<Entry> Listing::putBack(std::vector<Entry> entries)
{
    std::erase_if(entries, [this](const Entry &entry) { return m_known.contains(entry.url); });
    m_known.reserve(m_known.size() + static_cast<qsizetype>(entries.size()));
    for (const Entry &entry : entries) {
        m_known.insert(entry.url, entry.id);
        m_lastId = std::max(m_lastId, entry.id);
        m_lastPlace = std::max(m_lastPlace, entry.turn.place);
    }
    mergeById(m_entries, entries);
    return entries;
}

void Listing::setChecksum(int id, const std::optional<Checksum> &checksum)
{
    if (Entry *entry = find(id))
        entry->checksum = checksum;
}

void Listing::describe(const Entry &entry)
{
    Entry *const known = find(entry.id);
    if (known == nullptr)
        return;
    if (known->url != entry.url) {
        m_known.remove(known->url);
        m_known.insert(entry.url, entry.id);
    }
    const Turn turn = known->turn;
    *known = entry;
    known->turn = turn;
}

void Listing::setTurns(const std::vector<EntryTurn> &turns)
{
    for (const auto &[id, turn] : turns) {
        if (Entry *entry = find(id))
            entry->turn = turn;
        m_lastPlace = std::max(m_lastPlace, turn.place);
    }
}

void Listing::clear()
{
    m_entries.clear();
    m_known.clear();
}

} // namespace lapwing::plan
