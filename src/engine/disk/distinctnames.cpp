// SPDX-License-Identifier: MIT
#include "engine/disk/distinctnames.h"

#include "plan/safename.h"

namespace lapwing::engine {

QString DistinctNames::take(const QString &name)
{
    QString distinct = name;
    int &number = m_lastNumber[name.toCaseFolded()];
    while (m_taken.contains(distinct.toCaseFolded()))
        distinct = plan::numbered(name, ++number);
    m_taken.insert(distinct.toCaseFolded());
    return distinct;
}

} // namespace lapwing::engine
