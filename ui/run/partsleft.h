// SPDX-License-Identifier: MIT
#pragma once

#include "plan/entry.h"
#include "record/taskrecord.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>
#include <vector>

namespace lapwing::ui {

/// A partial file that could not come along when its download got another name, folder or link.
struct LeftPart {
    QUrl link;                  ///< that it is of
    QString folder;             ///< that it is in
    QString name;               ///< of what it was to become there
    QString begunIn;            ///< see record::TaskRecord
    qint64 bytes = 0;           ///< in it
    std::optional<qint64> size; ///< of the whole
};

/// Of the downloads of the list, by their ids: while an edit leads back to one that was left, it can go on.
class PartsLeft {
public:
    void add(int id, const LeftPart &part) { m_parts[id].push_back(part); }
    /// What was left where `entry` is to go on now, as `record` says then; absent: nothing was.
    [[nodiscard]] std::optional<LeftPart> take(const plan::Entry &entry,
                                               record::TaskRecord &record);
    [[nodiscard]] std::vector<LeftPart> takeAll(int id) { return m_parts.take(id); }
    /// Of which there are any.
    [[nodiscard]] QList<int> ids() const { return m_parts.keys(); }

private:
    QHash<int, std::vector<LeftPart>> m_parts;
};

} // namespace lapwing::ui
