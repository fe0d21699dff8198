// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

namespace lapwing::test {

/// http://example.org/NAME, as entry number `id`.
[[nodiscard]] plan::Entry entry(int id, const QString &name);

/// That entry's record: 1000 bytes in 0.5 s where it has a file, http-404 where it failed.
[[nodiscard]] record::TaskRecord task(int id, const QString &name, record::TaskState state);

/// That entry's record while it waits for its next try, which is due `wait` after the last one ended.
[[nodiscard]] record::TaskRecord retrying(int id, const QString &name, record::Stamp wait);

/// A run together that took `elapsed`.
[[nodiscard]] record::Run runOf(std::vector<record::SharedRecord> tasks, record::Stamp elapsed);

} // namespace lapwing::test
