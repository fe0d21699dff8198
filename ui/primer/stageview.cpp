// SPDX-License-Identifier: MIT
#include "primer/stageview.h"

#include "letterwidth.h"
#include "tabular.h"

#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>
#include <ranges>

namespace lapwing::ui {

StageView::StageView(QWidget *parent) : QWidget(parent)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setAccessibleName(tr("Timelines"));
}

void StageView::setScenes(std::vector<SceneShown> scenes)
{
    const double before = stageLines(m_scenes);
    m_scenes = std::move(scenes);
    if (stageLines(m_scenes) != before)
        updateGeometry();
    const QString spoken = spokenStage(m_scenes);
    if (accessibleDescription() != spoken)
        setAccessibleDescription(spoken);
    update();
}

QSize StageView::sizeHint() const
{
    const int line = fontMetrics().height();
    return {letterWidth(fontMetrics()) * 40, static_cast<int>(line * (stageLines(m_scenes) + 1))};
}

void StageView::paintEvent(QPaintEvent *)
{
    const Inks inks(palette(), devicePixelRatioF());
    QPainter painter(this);
    painter.setFont(tabular(font()));
    const double space = letterWidth(fontMetrics());
    const QRectF area = QRectF(rect()).adjusted(space, space / 2, -space, 0);
    const ChartCanvas canvas(painter, inks, area, layoutDirection() == Qt::RightToLeft);
    m_tips = paintStage(painter, inks, canvas, m_scenes);
}

bool StageView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), tipAt(help->pos()), this);
    return true;
}

/// What was painted last lies on top.
QString StageView::tipAt(const QPointF &point) const
{
    for (const StageTip &tip : std::views::reverse(m_tips)) {
        if (tip.box.adjusted(-2, 0, 2, 0).contains(point))
            return tip.text;
    }
    return {};
}

} // namespace lapwing::ui
