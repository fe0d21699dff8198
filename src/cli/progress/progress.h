// SPDX-License-Identifier: MIT
#pragma once

#include "cli/request.h"
#include "cli/streams.h"
#include "record/ledger.h"

#include <QSet>

#include <memory>

namespace lapwing::cli {

/// Tells on standard error how a run goes on. It is fed with what the session says, at most 10 times
/// a second, and reads no clock: the same batches give the same bytes.
class Progress {
public:
    explicit Progress(Streams &streams);
    virtual ~Progress() = default;
    Q_DISABLE_COPY_MOVE(Progress)

    void begin(const plan::Plan &plan);
    void joined(const std::vector<plan::Entry> &entries); ///< the run that goes on
    void changed(const record::Batch &batch);
    virtual void end(const record::RunFacts &facts); ///< the run is over

    /// Something that has to be said whatever the kind of progress.
    virtual void note(const QString &sentence);

protected:
    virtual void begun(const plan::Plan &plan);
    virtual void grew();                                    ///< more entries joined the run
    virtual void taskMoved(const record::TaskRecord &task); ///< each time it changed
    virtual void taskEnded(const record::TaskRecord &task); ///< once for each task
    /// An attempt failed and another one follows after `wait`; once for each wait.
    virtual void taskRetries(const record::TaskRecord &task, record::Stamp wait);
    virtual void updated(); ///< after each batch

    /// "12 of 50, 1 failed, 24.3 MB, 4.2 MB/s": how things stand, the speed on average.
    [[nodiscard]] QString progressText() const;
    [[nodiscard]] Streams &streams() const { return m_streams; }
    [[nodiscard]] const record::Ledger &ledger() const { return m_ledger; }
    [[nodiscard]] const record::RunFacts &facts() const { return m_facts; }

private:
    void reportDiskFull(bool wasFull, bool isFull);
    void sayStepsDown(const std::vector<record::SteppedDown> &steps);
    void sayHolds(const std::vector<record::Hold> &holds);
    void sayUntried(const record::TaskRecord &task);

    Streams &m_streams;
    record::Ledger m_ledger;
    record::RunFacts m_facts;
    std::size_t m_saidSteps = 0; ///< of m_facts.steppedDown
    std::size_t m_saidHolds = 0; ///< of m_facts.holds
    QSet<QString> m_saidUntried; ///< servers
};

/// Auto is a bar on a terminal and plain elsewhere; so is Bar, which nothing but a terminal can show.
[[nodiscard]] std::unique_ptr<Progress> makeProgress(ProgressKind kind, plan::Redaction redaction,
                                                     Streams &streams);

} // namespace lapwing::cli
