// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QSet>
#include <QString>

namespace lapwing::plan {

/// A name for each entry of a run or a list: the first to ask for one gets it, the next "name (1)". Names that
/// differ in case alone count as the same, for the file systems that see it so. What lies in the folder
/// already is met later, when a file is given its name.
class DistinctNames {
public:
    /// `name`, or the first number of it that is free; taken from now on.
    [[nodiscard]] QString take(const QString &name);

private:
    QSet<QString> m_taken;
    QHash<QString, int> m_lastNumber; ///< where to go on for a name asked for often
};

} // namespace lapwing::plan
