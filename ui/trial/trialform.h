// SPDX-License-Identifier: MIT
#pragma once

#include "trial/trialcost.h"

#include <QWidget>

#include <memory>

class QRadioButton;
class QSettings;

namespace lapwing::ui {

namespace Ui {
class TrialForm;
}

/// What a trial is to find out.
enum class TrialQuestion {
    Once,      ///< the list one at a time, held against the last run
    Rounds,    ///< together and one at a time by turns
    BestNumber ///< at once
};

/// The question, how thoroughly it is to be answered, and what that costs.
class TrialForm : public QWidget {
    Q_OBJECT

public:
    explicit TrialForm(QWidget *parent = nullptr);
    ~TrialForm() override;

    /// The one that is shown.
    [[nodiscard]] TrialQuestion question() const;
    void setQuestion(TrialQuestion question);
    /// Absent while the numbers at once are none. Of Once it is one round.
    [[nodiscard]] std::optional<TrialChoice> choice() const;
    /// The same of another question, as the fields are.
    [[nodiscard]] std::optional<TrialChoice> choiceFor(TrialQuestion question) const;
    /// So many entries has the list: more at once than that cannot be. Once it is empty, numbers that
    /// were entered are of no list any more.
    void setEntries(int entries);
    /// The number in use, which is suggested with the others.
    void setAtOnce(int atOnce);
    /// Whether there is a last run to be held against; while there is none, rounds stand in for Once.
    void setOnceEnabled(bool isEnabled);
    void setCost(const TrialCost &cost);

    void save(QSettings &settings) const;
    void restore(const QSettings &settings);

Q_SIGNALS:
    void changed();
    /// The servers are to be asked for the sizes that are not known.
    void sizesWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectQuestions();
    void check(TrialQuestion question);
    [[nodiscard]] QRadioButton *buttonOf(TrialQuestion question) const;
    void refresh();
    void suggestFor(int entries, int atOnce);
    [[nodiscard]] bool hasSuggestedLevels() const;
    void setUpSizes();

    std::unique_ptr<Ui::TrialForm> m_ui;
    int m_entries = 0;
    int m_atOnce = 1;
    TrialQuestion m_wanted = TrialQuestion::Rounds; ///< chosen, and kept: see setOnceEnabled()
};

} // namespace lapwing::ui
