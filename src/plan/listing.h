// SPDX-License-Identifier: MIT
#pragma once

#include "plan/entry.h"
#include "plan/lists/links.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace lapwing::plan {

/// What two links have in common that fetch the same thing: `url` without user information and fragment.
[[nodiscard]] QUrl normalised(const QUrl &url);

/// What adding links to a listing came to.
struct Added {
    int added = 0;
    /// The same link (user information and fragment aside) stood there before.
    int alreadyThere = 0;
    std::vector<Reject> rejects{};
    std::map<QString, int> unused{}; ///< as in Links
    QStringView encoding{};          ///< the same
    /// Their list names a folder outside the chosen one, which they are saved in.
    int keptInside = 0;
    int paused = 0; ///< of those that were added, by their list
    /// Ids of entries that stood there without the checksum that they have now.
    std::vector<int> checksums{};
    /// Of those, what cannot be checked any more: it is being downloaded, or done.
    int lateChecksums = 0;
    /// Links that stood there with another checksum, which they keep.
    int otherChecksums = 0;
};

/// The entries of a window or a command, by id, each link once; their turns say where they stand.
class Listing {
public:
    /// Appends what is new, behind all that there is, and takes a user name or a checksum that an entry had not; ids go
    /// on from the last one ever given. Linear in `links`.
    Added add(Links links);
    /// So many links are to come, in portions: what holds them grows once, and not in the middle of a long list.
    void reserve(std::size_t more);

    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }
    /// Whether this link stands there.
    [[nodiscard]] bool holds(const QUrl &url) const { return m_known.contains(url); }
    /// The links that stand there, normalised, with their ids.
    [[nodiscard]] const QHash<QUrl, int> &known() const { return m_known; }
    /// Takes these off the list; the others keep their ids.
    std::vector<Entry> take(const std::vector<int> &ids);
    std::vector<Entry> takeAll();
    /// Puts them back where they were, but for those whose link was added again meanwhile. Those that are
    /// back, by id.
    std::vector<Entry> putBack(std::vector<Entry> entries);
    /// What the file of this entry must hash to; absent: nothing is known of it.
    void setChecksum(int id, const std::optional<Checksum> &checksum);
    /// What is said of the entry with this id, but for its turn, is what `entry` says; its link is that of no other.
    void describe(const Entry &entry);
    /// Those of `turns` that are here.
    void setTurns(const std::vector<EntryTurn> &turns);
    void clear();                                                 ///< ids go on from the last one
    void goOnAfter(int id) { m_lastId = std::max(m_lastId, id); } ///< it was given once

private:
    [[nodiscard]] Entry *find(int id);
    void giveUserInfo(int id, const QString &userInfo);
    void giveChecksum(int id, const Checksum &checksum, Added *result);

    std::vector<Entry> m_entries;
    int m_lastId = 0; ///< never given again: a run may still know the entry that had it
    qint64 m_lastPlace = 0;
    QHash<QUrl, int> m_known; ///< normalised link to id
};

} // namespace lapwing::plan
