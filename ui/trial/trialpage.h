// SPDX-License-Identifier: MIT
#pragma once

#include "run/backgroundqueue.h"
#include "run/controller/downloadcontroller.h"
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
    /// By the last sweep of the list as it is; absent: none was made, or no number can be recommended.
    [[nodiscard]] std::optional<int> recommended() const { return m_recommended; }
    /// What an earlier session measured last.
    void showKept(const report::Document &document);

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
    void setRecommended(std::optional<int> atOnce);
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
    std::optional<int> m_heldAgainst; ///< the edition of the list, for what is shown now
    std::optional<int> m_recommended;
    bool m_isKept = false;  ///< what is shown is in the history
    bool m_isBehind = true; ///< if the last run was measured, nobody has looked yet
    BackgroundQueue m_documents{std::chrono::seconds(3), BackgroundQueue::Leaving::AtOnce};
};

} // namespace lapwing::ui
