// SPDX-License-Identifier: MIT
#include "run/partsleft.h"

#include "plan/safefolder.h"

#include <algorithm>

namespace lapwing::ui {

std::optional<LeftPart> PartsLeft::take(const plan::Entry &entry, record::TaskRecord &record)
{
    std::vector<LeftPart> &all = m_parts[entry.id];
    const auto found = std::ranges::find_if(all, [&entry](const LeftPart &left) {
        return left.link == entry.url && plan::pathFor(entry, left.begunIn) == left.folder;
    });
    std::optional<LeftPart> taken;
    if (found != all.end()) {
        taken = *found;
        all.erase(found);
        record.begunIn = taken->begunIn;
        record.startsAgain = false;
        if (record.kept + record.bytes != taken->bytes) { // they are of one that was begun since
            record.kept = taken->bytes;
            record.bytes = 0;
            record.size = taken->size;
        }
    }
    if (all.empty())
        m_parts.remove(entry.id);
    return taken;
}

} // namespace lapwing::ui
