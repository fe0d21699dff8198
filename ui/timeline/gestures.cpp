// SPDX-License-Identifier: MIT
#include "timeline/gestures.h"

#include <QMouseEvent>
#include <QWheelEvent>
#include <QWidget>

#include <cstdlib>

namespace lapwing::ui {

TimeGestures::TimeGestures(QWidget *watched, Wheel wheel)
    : QObject(watched), m_watched(watched), m_wheel(wheel)
{
    watched->installEventFilter(this);
}

bool TimeGestures::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Wheel:
        return take(static_cast<QWheelEvent *>(event));
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonRelease:
        return take(static_cast<QMouseEvent *>(event));
    default:
        return QObject::eventFilter(watched, event);
    }
}

bool TimeGestures::take(QWheelEvent *event)
{
    const QPoint angle = event->angleDelta();
    const bool isSideways = std::abs(angle.x()) > std::abs(angle.y());
    event->accept();
    if (isSideways || event->modifiers().testFlag(Qt::ShiftModifier)) {
        Q_EMIT dragged(isSideways ? angle.x() : angle.y());
        return true;
    }
    if (m_wheel == Wheel::Scrolls && !event->modifiers().testFlag(Qt::ControlModifier)) {
        Q_EMIT scrolled(event);
        return true;
    }
    m_turned += angle.y();
    const int steps = m_turned / QWheelEvent::DefaultDeltasPerStep;
    m_turned -= steps * QWheelEvent::DefaultDeltasPerStep;
    if (steps != 0)
        Q_EMIT zoomed(event->position().x(), steps);
    return true;
}

bool TimeGestures::take(QMouseEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress && event->button() == Qt::MiddleButton) {
        m_isDragging = true;
        m_last = event->position();
        m_watched->setCursor(Qt::ClosedHandCursor);
        return true;
    }
    if (!m_isDragging)
        return false;
    if (event->type() == QEvent::MouseButtonRelease) {
        m_isDragging = event->button() != Qt::MiddleButton;
        if (!m_isDragging)
            m_watched->unsetCursor();
        return true;
    }
    Q_EMIT dragged(event->position().x() - m_last.x());
    m_last = event->position();
    return true;
}

} // namespace lapwing::ui
