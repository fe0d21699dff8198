// SPDX-License-Identifier: MIT
#pragma once

#include "run/controller/downloadcontroller.h"
#include "summary/summaryfeed.h"

namespace lapwing::ui {

class Notifier;

/// Tells how a run or a measurement ended, and what that saved, unless one of the windows is looked at or the user
/// stopped it.
class RunNotification : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    RunNotification(DownloadController &controller, Notifier &notifier, QObject *parent = nullptr);

private:
    using Activity = DownloadController::Activity;

    void look();
    void sumUp();
    void tellEnd(const Summary &summary);
    void tellTrial(const TrialOutcome &outcome);
    [[nodiscard]] bool mayTell() const;

    DownloadController &m_controller;
    Notifier &m_notifier;
    SummaryFeed m_summaries;
    Activity m_before = Activity::Idle;
    Activity m_ended = Activity::Idle; ///< of which the summary is to be told; Idle: of none
};

} // namespace lapwing::ui
