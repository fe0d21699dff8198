// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <memory>

class QAction;

namespace lapwing::ui {

namespace Ui {
class SummaryBar;
}

struct Summary;

/// The reason for the program, always on top: both ways on one scale, and what it came to.
class SummaryBar : public QWidget {
    Q_OBJECT

public:
    explicit SummaryBar(QWidget *parent = nullptr);
    ~SummaryBar() override;

    void setMeasureAction(QAction *action);
    /// `note`: what is worth knowing now, such as the cost of measuring.
    void setSummary(const Summary &summary, const QString &note);

private:
    std::unique_ptr<Ui::SummaryBar> m_ui;
};

} // namespace lapwing::ui
