// SPDX-License-Identifier: MIT
#pragma once

#include "primer/stagepainter.h"

#include <QWidget>

namespace lapwing::ui {

/// What a lesson's program does, while it does it.
class StageView : public QWidget {
    Q_OBJECT

public:
    explicit StageView(QWidget *parent = nullptr);

    void setScenes(std::vector<SceneShown> scenes);
    [[nodiscard]] const std::vector<SceneShown> &scenes() const { return m_scenes; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QString tipAt(const QPointF &point) const;

    std::vector<SceneShown> m_scenes;
    std::vector<StageTip> m_tips; ///< of what was painted last
};

} // namespace lapwing::ui
