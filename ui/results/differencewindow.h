// SPDX-License-Identifier: MIT
#pragma once

#include "results/comparedruns.h"

#include <QMainWindow>

#include <memory>

namespace lapwing::ui {

namespace Ui {
class DifferenceWindow;
}

/// What got slower and faster from one run to another: a sentence, the figures of both, and where the time went, by
/// phase, server and file. Goes when it is closed.
class DifferenceWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit DifferenceWindow(ComparedRuns runs, QWidget *parent = nullptr);
    ~DifferenceWindow() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpTables();
    void setUpFonts();
    void retranslate();
    void showSentences();
    void showTables();
    void chooseSize();

    std::unique_ptr<Ui::DifferenceWindow> m_ui;
    ComparedRuns m_runs;
};

} // namespace lapwing::ui
