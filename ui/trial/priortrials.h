// SPDX-License-Identifier: MIT
#pragma once

#include "measure/sweep/recommendation.h"
#include "report/document.h"
#include "trial/measuredlist.h"

#include <QObject>

#include <memory>

namespace lapwing::plan {
class Listing;
}

namespace lapwing::ui {

/// What the trials of this session and of earlier ones tell of the list that is shown, whatever was measured since: the
/// number at once that the last sweep recommends, and the last run one at a time.
class PriorTrials : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// One has ended. `isKept`: in the history. Like the others it tells nothing until it is held against the list.
    void take(const report::Document &document, bool isKept);
    /// One comes back from the history: no sweep that is known is older.
    void takeKept(const report::Document &document);
    /// What is told from now on is of this list.
    void holdAgainst(const plan::Listing &list);

    /// Absent: there was no sweep of the list, or it recommended no number.
    [[nodiscard]] const std::optional<measure::Recommendation> &recommended() const
    {
        return m_recommended;
    }
    /// Null: there was none of the list.
    [[nodiscard]] const std::shared_ptr<const record::Run> &alone() const { return m_alone; }

    [[nodiscard]] bool hasSweep() const { return m_lastSweep.has_value(); }
    /// The last sweep, of whatever list, is in the history.
    [[nodiscard]] bool isSweepKept() const;
    /// It is to come back from there.
    void awaitSweep(bool isAwaited) { m_awaitsSweep = isAwaited; }
    [[nodiscard]] bool awaitsSweep() const { return m_awaitsSweep; }

Q_SIGNALS:
    void recommendedChanged();
    void aloneChanged();

private:
    void rememberSweep(const report::Document &document, bool isKept);
    void rememberAlone(const report::Document &document);

    struct LastSweep {
        MeasuredList list;
        std::optional<measure::Recommendation> recommended;
        bool isKept = false; ///< in the history
    };
    std::optional<LastSweep> m_lastSweep;
    bool m_awaitsSweep = false;
    std::optional<measure::Recommendation> m_recommended;
    struct LastAlone {
        MeasuredList list;
        std::shared_ptr<const record::Run> run;
    };
    std::optional<LastAlone> m_lastAlone;
    std::shared_ptr<const record::Run> m_alone;
};

} // namespace lapwing::ui
