// SPDX-License-Identifier: MIT
#pragma once

#include "trial/charts.h"

#include <QWidget>

namespace lapwing::ui {

/// The picture of a trial, which grows while it runs. A screen reader is told the same in sentences.
class TrialChart : public QWidget {
    Q_OBJECT

public:
    explicit TrialChart(QWidget *parent = nullptr);

    void setPicture(const TrialPicture &picture);
    [[nodiscard]] const TrialPicture &picture() const { return m_picture; }
    /// What could be pointed at when it was painted last.
    [[nodiscard]] const std::vector<ChartMark> &marks() const { return m_marks; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QString tipAt(const QPointF &point) const;

    TrialPicture m_picture;
    std::vector<ChartMark> m_marks;
};

} // namespace lapwing::ui
