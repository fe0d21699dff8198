// SPDX-License-Identifier: MIT
#pragma once

#include "measure/sweep/recommendation.h"
#include "run/backgroundqueue.h"
#include "run/controller/downloadcontroller.h"
#include "trial/priortrials.h"
#include "trial/trialforecast.h"
#include "trial/trialform.h"

#include <QWidget>

#include <functional>
#include <memory>

class QSettings;

namespace lapwing::ui {

namespace Ui {
class TrialPage;
}

/// The page of the window on which a list is run several times: what is to be found out and what that costs, the
/// runs as they end, and what they came to. It keeps what it shows while the list is looked at.
class TrialPage : public QWidget {
    Q_OBJECT

public:
    explicit TrialPage(DownloadController *controller, QWidget *parent = nullptr);
    ~TrialPage() override;

    /// What it asks first; of no effect while something is measured.
    void choose(TrialQuestion question);
    /// What is measured exactly: the last run where there is one, else rounds.
    void chooseComparison();
    /// To where one goes on.
    void takeFocus();
    void setAtOnce(int atOnce);
    /// Null while there is no result.
    [[nodiscard]] const report::Document *document() const;
    /// The result in a sentence, or why there is none; empty: nothing was measured.
    [[nodiscard]] QString conclusion() const;
    /// By the last sweep; absent: there was none, it was of another list, or it recommended no number.
    [[nodiscard]] const std::optional<measure::Recommendation> &recommended() const
    {
        return m_prior.recommended();
    }
    /// How often the list is fetched to find the best number, as the fields are; 0: they have none.
    [[nodiscard]] int runsToFindBest() const;
    /// The list one at a time, of the last trial of it that had that; null: there was none.
    [[nodiscard]] std::shared_ptr<const record::Run> alone() const { return m_prior.alone(); }
    /// What an earlier session measured last.
    void showKept(const report::Document &document);
    /// The last sweep of an earlier session is to come from the history: something else is shown of that session.
    [[nodiscard]] bool awaitsSweep() const { return m_prior.awaitsSweep(); }
    void takeSweep(const report::Document &document);

    void save(QSettings &settings) const;
    /// The choice. Whether a result was shown which the history has: showKept() is to follow.
    [[nodiscard]] bool restore(const QSettings &settings);

Q_SIGNALS:
    void backWanted();
    void reportWanted(const lapwing::report::Document &document);
    void exportWanted(const lapwing::report::Document &document);
    void atOnceWanted(int atOnce);
    /// What save() keeps is another.
    void changed();
    /// Rounds have ended: conclusion() says what they came to.
    void concluded();
    void recommendedChanged();
    void aloneChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void retranslate();
    void connectForm();
    void connectResult();
    void refresh();
    void followMeasurement();
    void showBaseline();
    void holdAgainstList();
    void sayCost();
    void start();
    void showProgress(const TrialProgress &progress);
    void showOutcome(const TrialOutcome &outcome);
    void conclude(std::function<QString()> sentence);
    void say(std::function<QString()> saying);
    void arrange();
    void setUpSizes();
    [[nodiscard]] bool isMeasuring() const;
    [[nodiscard]] bool canStart() const;

    std::unique_ptr<Ui::TrialPage> m_ui;
    DownloadController *m_controller;
    TrialForecast m_forecast;
    std::function<QString()> m_saying; ///< beside the result; empty: nothing
    DownloadController::Activity m_activity = DownloadController::Activity::Idle;
    /// The edition of the list that what rounds came to was held against; absent: they came to something else since.
    std::optional<int> m_heldAgainst;
    PriorTrials m_prior;
    bool m_isKept = false;  ///< what is shown is in the history
    bool m_isBehind = true; ///< if the last run was measured, nobody has looked yet
    BackgroundQueue m_documents{std::chrono::seconds(3), BackgroundQueue::Leaving::AtOnce};
};

} // namespace lapwing::ui
