// SPDX-License-Identifier: MIT
#pragma once

#include "summary/stepscale.h"
#include "summary/summary.h"

#include <QFrame>

#include <memory>

class QAction;
class QPushButton;

namespace lapwing::ui {

namespace Ui {
class VerdictCard;
}

/// The reason for the program, always on top: the figure, both ways on one scale, what limited the run, and what
/// it costs to know more. Its height changes with its width and setOneLine() alone, so that the list below stands
/// still.
class VerdictCard : public QFrame {
    Q_OBJECT

public:
    /// What its buttons do; each is enabled when its action is.
    struct Actions {
        QAction *start = nullptr;
        QAction *retryFailed = nullptr;
        QAction *measure = nullptr;
        QAction *findBest = nullptr;
        QAction *resumeAll = nullptr;
    };

    explicit VerdictCard(QWidget *parent = nullptr);
    ~VerdictCard() override;

    void setActions(const Actions &actions);
    void setSummary(const Summary &summary);
    /// The counts, as the buttons over the list have them: they change more often than the rest.
    void setCounts(const QString &counts);
    /// How often the list is fetched to find the best number, as it would be now; 0: that is not known.
    void setTrialRuns(int runs);
    /// What limited the run that ended, as a sentence; empty: it is not known (yet).
    void setLimit(const QString &limit);
    /// The figure and what it stands on, in one line, where there is no room for more.
    void setOneLine(bool isOneLine);

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A run or a measurement has ended: all that the card says, for who does not see it.
    void concluded(const QString &spoken);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUpSizes();
    void keepPlaceOfOffer(bool isKept);
    void reserveLines();
    void arrange();
    void showFigure();
    void showBars();
    void showSentence();
    void showTrials();
    [[nodiscard]] QAction *offered() const;
    void followOffered();
    void showExplanation();
    void tellEnd(Summary::Phase before);
    [[nodiscard]] int narrowWidth() const;
    [[nodiscard]] int wideWidth() const;

    std::unique_ptr<Ui::VerdictCard> m_ui;
    Actions m_actions;
    Summary m_summary;
    QString m_limit;
    int m_trialRuns = 0;
    StepScale m_scale;
    bool m_hasOwnCounts = false; ///< setCounts() knows better than setSummary()
    bool m_isNarrow = false;
    bool m_isOneLine = false;
};

} // namespace lapwing::ui
