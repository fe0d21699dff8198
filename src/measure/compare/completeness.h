// SPDX-License-Identifier: MIT
#pragma once

#include "measure/compare/gap.h"

namespace lapwing::measure {

/// Some or all of its file was there from an earlier run, which took no time in this one.
[[nodiscard]] bool isOnDiskBefore(const record::TaskRecord &task);
/// It ended without a file, and the run went on without it: no figure is about it. What a stop cut off is
/// not of these.
[[nodiscard]] bool isLeftOut(const record::TaskRecord &task, const record::RunFacts &facts);
/// How many are.
[[nodiscard]] int leftOutOf(const record::Run &run);
/// It has no file, and is not left out: the run was stopped, or the program ended, before it had.
[[nodiscard]] bool isUnfinished(const record::TaskRecord &task, const record::RunFacts &facts);
/// How many are.
[[nodiscard]] int unfinishedOf(const record::Run &run);

/// Tasks that ended with a file.
[[nodiscard]] int filesIn(const record::Run &run);
/// Of those alone, fetched in this run; record::saturated: more than that.
[[nodiscard]] qint64 bytesOfFiles(const record::Run &run);
/// The same of a run that goes on: also of what is to be files, and not of what is left out.
[[nodiscard]] qint64 bytesOfFilesSoFar(const record::Run &run);

/// The run's elapsed time; where tasks are left out and others came, the part of it in which one of the others was
/// active or held off, from the same stamps.
[[nodiscard]] record::Stamp elapsedOfFiles(const record::Run &run);
/// The same of a run that goes on: `elapsed` so far, and what is open lasts until `now`.
[[nodiscard]] record::Stamp elapsedOfFiles(const record::Run &run, record::Stamp elapsed,
                                           record::Stamp now);

/// Those bytes a second, over that time.
[[nodiscard]] std::optional<double> rateOfFiles(const record::Run &run);

/// Why elapsedOfFiles() is not the time of what was asked for; absent: it is. Every task that is not left out, and
/// one at least, has to have fetched all of its file in this run.
[[nodiscard]] std::optional<Gap> whyIncomplete(const record::Run &run);

/// Why there are files in `other` that are not in `run`, when that is because they were left out here.
/// Absent: there are none.
[[nodiscard]] std::optional<Gap> gapBeside(const record::Run &run, const record::Run &other);

/// How many files had another number of bytes in `other`. Absent: the two did not bring the same files.
[[nodiscard]] std::optional<int> countSizeMismatches(const record::Run &one,
                                                     const record::Run &other);

/// Why `later` did not bring the files and bytes of `earlier`; absent: it did.
[[nodiscard]] std::optional<Gap> gapInFiles(const record::Run &earlier, const record::Run &later);

} // namespace lapwing::measure
