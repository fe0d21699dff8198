// SPDX-License-Identifier: MIT
#pragma once

#include "trial/trialpicture.h"

#include <QWidget>

#include <memory>

namespace lapwing::ui {

namespace Ui {
class TrialResult;
}

/// Why a sweep tried no number above the number of files that were left; empty: none had failed.
[[nodiscard]] QString whyFewer(int failed, int left);

/// What a trial shows of its runs: what they come to in words, the picture, the table, and what can be done with it.
class TrialResult : public QWidget {
    Q_OBJECT

public:
    explicit TrialResult(QWidget *parent = nullptr);
    ~TrialResult() override;

    /// Nothing has been measured yet.
    void clear();
    /// It goes on.
    void showPicture(const TrialPicture &picture);
    /// It is over.
    void showDocument(report::Document document);
    /// The list that is shown is another than that of the document, which is said first; what that recommends is not
    /// offered.
    void setOfOtherList(bool isOfOtherList);
    /// The number at once that is chosen: the recommended one can be taken while it is another.
    void setAtOnce(int atOnce);
    /// Null while there is no result.
    [[nodiscard]] const report::Document *document() const;
    /// The result in one sentence; empty: there is none.
    [[nodiscard]] QString headline() const;

Q_SIGNALS:
    void reportWanted();
    void exportWanted();
    /// The recommended number is to be used.
    void atOnceWanted(int atOnce);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showRows(const TrialPicture &picture);
    void showOffers();
    void setUpSizes();

    std::unique_ptr<Ui::TrialResult> m_ui;
    std::optional<report::Document> m_document;
    TrialPicture m_picture;
    int m_atOnce = 0;
    bool m_isOfOtherList = false;
};

} // namespace lapwing::ui
