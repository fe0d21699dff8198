// SPDX-License-Identifier: MIT
#pragma once

#include "plan/entry.h"
#include "record/taskrecord.h"

#include <QByteArray>

#include <optional>
#include <vector>

/// Values as the file has them.
namespace lapwing::store {

/// JSON; empty (the NULL of the database) for one that is merely queued. What is under way is written as paused.
[[nodiscard]] QByteArray toStored(const record::TaskRecord &record);
/// Of `entry`. Absent: these bytes are no record of ours, the file is damaged. One that holds what the run document
/// refuses (a server promised more than 9 PB) comes back queued: the part on the disk is there still.
[[nodiscard]] std::optional<record::TaskRecord> recordFrom(const plan::Entry &entry,
                                                           const QByteArray &stored);
/// In the run: of the link that the entry had then.
[[nodiscard]] std::optional<record::TaskRecord> recordInRunFrom(const plan::Entry &entry,
                                                                const QByteArray &stored);

[[nodiscard]] QByteArray toStored(const record::RunFacts &facts);
[[nodiscard]] std::optional<record::RunFacts> factsFrom(const QByteArray &stored);

/// A text that is null is empty: the database tells the two apart.
[[nodiscard]] QString toStored(const QString &text);

/// With its offset from UTC; empty for one that is invalid.
[[nodiscard]] QString toStored(const QDateTime &moment);
[[nodiscard]] QDateTime momentFrom(const QString &stored);

} // namespace lapwing::store
