// SPDX-License-Identifier: MIT
#include "timeline/laneview.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace lapwing::ui {

LaneView::LaneView(const Lane *lane, QWidget *parent) : QWidget(parent), m_lane(lane)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LaneView::paintEvent(QPaintEvent *)
{
    if (!m_inks || m_pixelRatio != devicePixelRatioF()) {
        m_pixelRatio = devicePixelRatioF();
        m_inks.emplace(palette(), m_pixelRatio);
    }
    QPainter painter(this);
    m_lane->paint(painter, *m_inks, rect());
}

void LaneView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        m_inks.reset();
    QWidget::changeEvent(event);
}

bool LaneView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), m_lane->tipAt(help->pos(), rect()), this);
    return true;
}

} // namespace lapwing::ui
