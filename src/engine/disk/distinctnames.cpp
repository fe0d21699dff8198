// SPDX-License-Identifier: MIT
#include "engine/disk/distinctnames.h"

#include "plan/safename.h"

#include <QHash>
#include <QSet>

namespace lapwing::engine {

QStringList distinctNames(const std::vector<plan::Entry> &entries)
{
    QStringList names;
    QSet<QString> taken;
    QHash<QString, int> lastNumber; // where to go on for a name asked for often
    for (const plan::Entry &entry : entries) {
        QString name = entry.name;
        int &number = lastNumber[entry.name.toCaseFolded()];
        while (taken.contains(name.toCaseFolded()))
            name = plan::numbered(entry.name, ++number);
        taken.insert(name.toCaseFolded());
        names << name;
    }
    return names;
}

} // namespace lapwing::engine
