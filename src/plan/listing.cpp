// SPDX-License-Identifier: MIT
#include "plan/listing.h"

#include "plan/safename.h"

namespace lapwing::plan {
namespace {

/// What two links have in common that fetch the same thing. QUrl itself has made the scheme and
/// the host lower case.
QUrl normalised(const QUrl &url)
{
    QUrl same = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    if (same.path().isEmpty())
        same.setPath(u"/"_qs);
    return same;
}

} // namespace

Added Listing::add(Links links)
{
    Added result;
    result.rejects = std::move(links.rejects);
    for (const QUrl &given : links.urls) {
        const QUrl url = normalised(given);
        const int id = static_cast<int>(m_entries.size()) + 1;
        if (m_known.contains(url)) {
            ++result.alreadyThere;
            continue;
        }
        m_known.insert(url, id);
        m_entries.push_back({id, url, given.userInfo(QUrl::FullyEncoded), nameFromUrl(url)});
        ++result.added;
    }
    return result;
}

void Listing::clear()
{
    m_entries.clear();
    m_known.clear();
}

} // namespace lapwing::plan
