// SPDX-License-Identifier: MIT
#include "plan/distinctnames.h"

#include "plan/safename.h"

namespace lapwing::plan {

QString DistinctNames::take(const QString &name)
{
    QString distinct = name;
    int &number = m_lastNumber[name.toCaseFolded()];
    while (m_taken.contains(distinct.toCaseFolded()))
        distinct = numbered(name, ++number);
    m_taken.insert(distinct.toCaseFolded());
    return distinct;
}

} // namespace lapwing::plan
