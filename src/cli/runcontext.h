// SPDX-License-Identifier: MIT
#pragma once

#include "async/run.h"
#include "cli/exitstatus.h"
#include "cli/progress/progress.h"
#include "cli/stopsignals.h"
#include "engine/session.h"
#include "report/document.h"

namespace lapwing::cli {

/// What get, compare and sweep share: makes runs, shows how they go on, and hands out what they came to.
class RunContext {
public:
    RunContext(const GetRequest *request, Streams &streams); ///< `request` outlives it

    /// What the list had that is no link, or twice; and clears what an earlier crash left.
    void begin();
    [[nodiscard]] record::Run perform(const plan::Plan &plan);
    /// The same with what comes on standard input while it goes on; the request has it afterwards.
    [[nodiscard]] record::Run performAsItComes(GetRequest *request);
    void note(const QString &sentence) { m_progress->note(sentence); }
    [[nodiscard]] int signal() const { return m_signals.caught(); }

    /// For what is awaited besides runs; asked by Ctrl+C.
    [[nodiscard]] std::stop_token stopToken() const { return m_stop.get_token(); }

    /// A document of these runs.
    [[nodiscard]] report::Document documentOf(std::vector<record::Run> runs,
                                              report::Trial trial = {},
                                              std::vector<record::Probe> probes = {}) const;
    /// Writes everything that was asked for, whatever came before; `lines` only where the document does
    /// not go to standard output. False: one of it could not be written.
    [[nodiscard]] bool deliver(const report::Document &document, const QStringList &lines);

    /// Says which demands `run` does not meet; false: some.
    [[nodiscard]] bool meetsRequirements(const record::Run &run,
                                         const std::optional<measure::Comparison> &comparison);

private:
    [[nodiscard]] QCoro::Task<> removeLeftovers();
    [[nodiscard]] record::Run finish(engine::Session &session);

    const GetRequest *m_request;
    Streams &m_streams;
    StopSignals m_signals;
    std::stop_source m_stop;
    std::unique_ptr<Progress> m_progress;
};

} // namespace lapwing::cli
