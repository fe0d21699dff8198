// SPDX-License-Identifier: MIT
#pragma once

#include "trial/trialtime.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <memory>

namespace lapwing::ui {

namespace Ui {
class TrialProgressView;
}

/// How far a measurement is: how many runs have ended, which one goes on, and how much time is left.
class TrialProgressView : public QWidget {
    Q_OBJECT

public:
    explicit TrialProgressView(QWidget *parent = nullptr);
    ~TrialProgressView() override;

    /// A run begins. `outlook`: as it was before the first began.
    void setProgress(const TrialProgress &progress, TrialOutlook outlook);
    /// In that run, so far.
    void setReceived(const RunShare &share);
    /// No run goes on.
    void stop();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showStep();
    void showBar();
    void showTimeLeft();
    void setUpFonts();

    std::unique_ptr<Ui::TrialProgressView> m_ui;
    TrialProgress m_progress;
    TrialOutlook m_outlook;
    QElapsedTimer m_inRun;  ///< since the current run began
    double m_share = 0;     ///< of it that is over
    double m_notBefore = 0; ///< RunShare::notBefore
    QTimer m_ticker;
};

} // namespace lapwing::ui
