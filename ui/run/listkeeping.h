// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"
#include "store/change.h"

#include <functional>
#include <memory>
#include <vector>

namespace lapwing::ui {

/// What of the list and its run is kept for the next session; see store::Writer. Nothing of the demo's.
class ListKeeping {
public:
    using Keep = std::function<void(std::vector<store::Change>)>;

    void setKeeper(Keep keep) { m_keep = std::move(keep); }
    void setDemo(bool isDemo) { m_isDemo = isDemo; }
    /// The run that is kept is the one that the figures are of, as it is here; while a run goes on, that one.
    [[nodiscard]] bool isRunKept() const { return m_isRunKept; }

    void change(std::vector<store::Change> changes) const;
    void setFolder(const QString &folder) const; ///< also while the demo is shown

    /// The kept run is that of this session from now on: it was read from there.
    void takeRun() { m_isRunKept = true; }
    /// `begun`: those of them of which a part is there.
    void beginRun(std::vector<int> ids, report::PlanFacts plan,
                  std::vector<record::SharedRecord> begun);
    void joinRun(std::vector<int> ids, std::vector<record::SharedRecord> begun) const;
    void takeBatch(const record::Batch &batch) const; ///< of the run together
    /// The run was measured, and that has ended.
    void putBaseline(std::shared_ptr<const record::Run> oneAtATime) const;
    /// The run has ended, or was measured: it goes into the history. `document` where the kept run is another.
    void endRun(const record::RunFacts &facts, int maxKeptRuns,
                std::function<report::Document()> document) const;
    /// The kept run has its records from the rows of the list, so it follows neither a removal nor what is
    /// undone: from then on there is none for the next session, only its document in the history.
    void forgetRun();
    /// After forgetRun(): all of it is in the list. `earlier`: of those whose rows are of something later, what they
    /// were in it. `oneAtATime`: null, it was not measured.
    void keepAgain(const record::Run &together, std::shared_ptr<const record::Run> oneAtATime,
                   const report::PlanFacts &plan, std::vector<record::SharedRecord> earlier);

private:
    [[nodiscard]] bool isOn() const { return m_keep && !m_isDemo; }

    Keep m_keep;
    bool m_isDemo = false;
    bool m_isRunKept = false;
};

} // namespace lapwing::ui
