// SPDX-License-Identifier: MIT
#pragma once

#include "store/change.h"
#include "store/databaseconnection.h"
#include "store/load.h"

#include <QTemporaryDir>

/// Lists that are written and read again.
namespace lapwing::test {

/// Entries 1 to `count`, none of which was begun.
[[nodiscard]] std::vector<plan::Entry> entries(int count);
/// Those that the tasks of `run` are about.
[[nodiscard]] std::vector<plan::Entry> entriesOf(const record::Run &run);
[[nodiscard]] std::vector<int> idsOf(const std::vector<plan::Entry> &entries);
[[nodiscard]] std::vector<int> idsOf(const record::Run &run);

/// What a window tells of a run from its beginning to its end.
[[nodiscard]] std::vector<store::Change> changesOf(const record::Run &run,
                                                   const report::PlanFacts &plan = {});

/// Written by a Writer that comes and goes.
void write(const QString &folder, std::vector<store::Change> changes);
/// Any statement, in the file.
void meddle(const QString &folder, const QString &sql);
[[nodiscard]] QVariant valueIn(const QString &folder, const QString &sql);
/// Every byte of the file and of what stands beside it.
[[nodiscard]] QByteArray everything(const QString &folder);

/// Of each all that a run document has, and its state and what it starts with.
[[nodiscard]] QByteArrayList told(const std::vector<record::SharedRecord> &records);

} // namespace lapwing::test
