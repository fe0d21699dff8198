// SPDX-License-Identifier: MIT
#pragma once

#include "timeline/lane.h"

#include <QWidget>

namespace lapwing::ui {

/// One lane on the screen.
class LaneView : public QWidget {
    Q_OBJECT

public:
    LaneView(const Lane *lane, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    const Lane *m_lane;
    std::optional<Inks> m_inks;
    qreal m_pixelRatio = 0;
};

} // namespace lapwing::ui
