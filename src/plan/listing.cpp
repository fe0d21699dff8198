// SPDX-License-Identifier: MIT
#include "plan/listing.h"

#include "plan/mergebyid.h"
#include "plan/safename.h"

#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

/// What two links have in common that fetch the same thing. QUrl itself has made the scheme and
/// the host lower case.
QUrl normalised(const QUrl &url)
{
    QUrl same = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    if (same.path().isEmpty())
        same.setPath(u"/"_s);
    return same;
}

void describe(Entry &entry, Details said)
{
    entry.isNamed = !said.name.isEmpty();
    if (entry.isNamed)
        entry.name = safeName(said.name);
    entry.checksum = std::move(said.checksum);
    entry.extras = std::move(said.extras);
}

} // namespace

Added Listing::add(Links links)
{
    Added result;
    result.rejects = std::move(links.rejects);
    result.unused = std::move(links.unused);
    for (std::size_t place = 0; place < links.urls.size(); ++place) {
        const QUrl &given = links.urls[place];
        const QUrl url = normalised(given);
        if (const auto known = m_known.constFind(url); known != m_known.constEnd()) {
            giveUserInfo(*known, given.userInfo(QUrl::FullyEncoded));
            ++result.alreadyThere;
            continue;
        }
        m_known.insert(url, ++m_lastId);
        m_entries.push_back({m_lastId, url, given.userInfo(QUrl::FullyEncoded), nameFromUrl(url)});
        if (const auto said = links.details.find(place); said != links.details.end())
            describe(m_entries.back(), std::move(said->second));
        ++result.added;
    }
    return result;
}

/// A name and a password that the entry has not, and may need.
void Listing::giveUserInfo(int id, const QString &userInfo)
{
    const auto place = std::ranges::lower_bound(m_entries, id, {}, &Entry::id);
    if (place->userInfo.isEmpty())
        place->userInfo = userInfo;
}

std::vector<Entry> Listing::take(const std::vector<int> &ids)
{
    const QSet<int> gone(ids.begin(), ids.end());
    std::vector<Entry> taken;
    std::vector<Entry> left;
    for (Entry &entry : m_entries) {
        const bool isTaken = gone.contains(entry.id);
        if (isTaken)
            m_known.remove(entry.url);
        (isTaken ? taken : left).push_back(std::move(entry));
    }
    m_entries = std::move(left);
    return taken;
}

std::vector<Entry> Listing::putBack(std::vector<Entry> entries)
{
    std::erase_if(entries, [this](const Entry &entry) { return m_known.contains(entry.url); });
    for (const Entry &entry : entries) {
        m_known.insert(entry.url, entry.id);
        m_lastId = std::max(m_lastId, entry.id);
    }
    mergeById(m_entries, entries);
    return entries;
}

void Listing::setChecksum(int id, const std::optional<Checksum> &checksum)
{
    const auto place = std::ranges::lower_bound(m_entries, id, {}, &Entry::id);
    if (place != m_entries.end() && place->id == id)
        place->checksum = checksum;
}

void Listing::clear()
{
    m_entries.clear();
    m_known.clear();
}

} // namespace lapwing::plan
