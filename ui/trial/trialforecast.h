// SPDX-License-Identifier: MIT
#pragma once

#include "trial/trialcost.h"

#include <QDateTime>
#include <QObject>

#include <tuple>

namespace lapwing::ui {

class DownloadController;

/// What a measurement would cost, and how long its runs take: from the last run and the last trial of the list, the
/// later one first, and from what the servers said when they were asked for the sizes.
class TrialForecast : public QObject {
    Q_OBJECT

public:
    /// `controller` outlives it.
    explicit TrialForecast(DownloadController &controller);

    /// Looks at the list and its last run, where that was of all of it, but only at rest: it could not tell a run that goes on from the last one.
    void refresh();
    /// The last trial of the list; null: none is known, or it was of another.
    void setTried(const report::Document *trial);
    /// Only when told to: a server counts each link that it is asked for.
    void askServers();

    /// Of the whole list; `choice` is absent while the numbers at once are none.
    [[nodiscard]] TrialCost costOf(const std::optional<TrialChoice> &choice) const;
    /// Of what is measured once, as the card has it.
    [[nodiscard]] TrialCost costOfOnce() const;
    /// Of the list, before what is measured began.
    [[nodiscard]] TrialOutlook outlook() const;
    /// The same of what is measured once, without what failed.
    [[nodiscard]] TrialOutlook outlookOnce() const;

Q_SIGNALS:
    /// The costs are others, or are being asked.
    void changed();

private:
    static constexpr int noEdition = -1;

    DownloadController &m_controller;
    int m_asked = noEdition;              ///< the edition of the list whose cost was asked
    std::optional<engine::Sizes> m_sizes; ///< of that
    std::vector<KnownTime> m_tried;       ///< of the last trial
    double m_triedFailed = 0;             ///< timeOfFailed() in its first run
    QDateTime m_triedAt;
    std::vector<KnownTime> m_known;
    double m_failed = 0; ///< timeOfFailed()
    std::vector<KnownTime> m_knownOnce;
    std::optional<std::tuple<int, QDateTime, record::Stamp>>
        m_knownAbout; ///< the list and the runs that they are from
};

} // namespace lapwing::ui
