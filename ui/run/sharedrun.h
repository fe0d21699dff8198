// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"
#include "run/runsums.h"

#include <memory>
#include <optional>

namespace lapwing::ui {

/// A run, or none, that other threads may read while it stays here: to copy 100,000 records for a report would hold the
/// window. Who changes it first gets a copy of its own if somebody reads it still.
class SharedRun {
public:
    SharedRun() = default;
    SharedRun(std::nullopt_t) { }
    SharedRun(record::Run run) : m_run(std::make_shared<record::Run>(std::move(run))) { }
    SharedRun(record::Run run, RunSums sums) : SharedRun(std::move(run)) { m_sums = sums; }
    SharedRun(std::optional<record::Run> run)
    {
        if (run)
            *this = SharedRun(*std::move(run));
    }

    [[nodiscard]] bool has_value() const { return m_run != nullptr; }
    explicit operator bool() const { return has_value(); }
    const record::Run &operator*() const { return *m_run; }
    const record::Run *operator->() const { return m_run.get(); }
    [[nodiscard]] const record::Run *get() const { return m_run.get(); }
    [[nodiscard]] record::Run &edit()
    {
        m_sums.reset();
        if (m_run.use_count() > 1)
            m_run = std::make_shared<record::Run>(std::as_const(*m_run));
        return *m_run;
    }
    void reset() { *this = {}; }
    /// Of a run that is there; looked at anew only after edit().
    [[nodiscard]] const RunSums &sums() const
    {
        if (!m_sums)
            m_sums = sumUp(*m_run);
        return *m_sums;
    }
    [[nodiscard]] std::shared_ptr<const record::Run> share() const { return m_run; }

private:
    std::shared_ptr<record::Run> m_run;
    mutable std::optional<RunSums> m_sums;
};

} // namespace lapwing::ui
