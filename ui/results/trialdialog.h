// SPDX-License-Identifier: MIT
#pragma once

#include "run/downloadcontroller.h"

#include <QDialog>

#include <memory>

namespace lapwing::ui {

namespace Ui {
class TrialDialog;
}

/// Asks what is to be found out about the list, says what that costs, runs it and shows the result. It does
/// not block the window behind it.
class TrialDialog : public QDialog {
    Q_OBJECT

public:
    explicit TrialDialog(DownloadController *controller, QWidget *parent = nullptr);
    ~TrialDialog() override;

    /// The question is how many at once are best.
    void chooseSweep();

    /// Absent while the numbers at once are none.
    [[nodiscard]] std::optional<TrialChoice> choice() const;

Q_SIGNALS:
    /// The user wants to see and keep the result.
    void reportWanted(const lapwing::report::Document &document);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void askCost();
    void sayCost();
    void start();
    void showStep(const TrialStep &step);
    void showResult(const report::Document &document);

    std::unique_ptr<Ui::TrialDialog> m_ui;
    DownloadController *m_controller;
    int m_asked = -1;                     ///< the edition of the list whose cost was asked
    std::optional<engine::Sizes> m_sizes; ///< of that
    std::optional<report::Document> m_document;
};

} // namespace lapwing::ui
