// SPDX-License-Identifier: MIT
#pragma once

#include "plan/entry.h"
#include "plan/lists/links.h"
#include "record/taskrecord.h"
#include "report/document.h"

#include <QString>

#include <functional>
#include <memory>
#include <variant>
#include <vector>

/// What the window tells the writer: values, each about the rows that changed alone.
namespace lapwing::store {

/// Entries, each with its turn. One whose id is there takes the place of that one, which keeps its record.
struct PutEntries {
    std::vector<plan::Entry> entries;
};
/// They are off the list, and out of the open run.
struct RemoveEntries {
    std::vector<int> ids;
};
/// Where these stand in the list from now on, and how soon they are wanted.
struct SetTurns {
    std::vector<plan::EntryTurn> turns;
};
/// Where the files of the list go.
struct SetFolder {
    QString folder;
};
/// A run was stopped: the entry with this id and those before it were in the list then.
struct SetLastStopped {
    int id = 0;
};
/// No entries, no open run. The folder and the history stay.
struct ClearList { };

/// Lines that gave no link, behind those that are there. Of more than maxKeptRejects in all, only their number is kept.
struct PutRejects {
    std::vector<plan::Reject> rejects;
};
inline constexpr int maxKeptRejects = 10'000; ///< some 2 MB
/// There are none any more.
struct ClearRejects { };

/// A run begins: of these entries nothing is recorded any more. The run that was open, and its baseline, are no longer.
struct BeginRun {
    std::vector<int> ids;
    report::PlanFacts plan;
};
/// Entries that came while it goes on.
struct JoinRun {
    std::vector<int> ids;
};
/// A run that was forgotten is the open one again, of these entries. They keep their records, which are those of the run
/// but for `earlier`: these were tried or edited since, and this is what they were in it. Its facts are to follow: by
/// when it began, it finds the place in the history that it had.
struct PutBackRun {
    std::vector<int> ids;
    report::PlanFacts plan;
    std::vector<record::SharedRecord> earlier;
};
/// Records as they are now; those of entries that are not in the list are passed over.
struct PutRecords {
    std::vector<record::SharedRecord> records;
};
/// The facts of the open run as they are now.
struct PutFacts {
    record::RunFacts facts;
};
/// The open run was measured: that run one at a time is its baseline, in place of the one before. Whole, once it has
/// ended: a crash during a measurement leaves what was measured before it.
struct PutBaseline {
    std::shared_ptr<const record::Run> run;
};
/// There is no open run any more, nor a baseline; the list keeps its records.
struct ForgetRun { };

/// The open run goes into the history as it is now; once more (after its baseline) it takes its own place there.
struct KeepRun { };
/// So does what is not the open run: a comparison, a sweep, or a run whose rows left the list, which takes the place that
/// it had when it was kept before. It is made where it is written: for 100,000 tasks that takes seconds.
struct KeepDocument {
    std::function<report::Document()> make;
};
/// They are no longer listed. What was removed can be put back until the program ends.
struct RemoveKept {
    std::vector<qint64> ids;
};
struct PutBackKept {
    std::vector<qint64> ids;
};
/// Of more than so many, the oldest go, for good.
struct LimitKept {
    int maxKept = 0;
};

using Change =
    std::variant<PutEntries, RemoveEntries, SetTurns, SetFolder, SetLastStopped, ClearList,
                 PutRejects, ClearRejects, BeginRun, JoinRun, PutBackRun, PutRecords, PutFacts,
                 PutBaseline, ForgetRun, KeepRun, KeepDocument, RemoveKept, PutBackKept, LimitKept>;

} // namespace lapwing::store
