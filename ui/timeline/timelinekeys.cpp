// SPDX-License-Identifier: MIT
#include "timeline/timeline.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QTableView>

#include <algorithm>

namespace lapwing::ui {

void Timeline::zoomIn()
{
    zoomMiddle(1);
}

void Timeline::zoomOut()
{
    zoomMiddle(-1);
}

/// Of what is in sight of the run.
void Timeline::zoomMiddle(int steps)
{
    const TimeRange &range = m_state.range;
    zoomAt(range.x((range.from() + std::min(range.to(), std::max(range.end(), range.from()))) / 2),
           steps);
}

void Timeline::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QCoreApplication::sendEvent(m_table, event);
        return;
    default:
        if (!takeKey(*event))
            QWidget::keyPressEvent(event);
    }
}

bool Timeline::takeKey(const QKeyEvent &event)
{
    TimeRange &range = m_state.range;
    const double page = range.width() / 8;
    switch (event.key()) {
    case Qt::Key_Left:
        range.drag(page);
        break;
    case Qt::Key_Right:
        range.drag(-page);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return true;
    case Qt::Key_Minus:
        zoomOut();
        return true;
    case Qt::Key_F:
        event.modifiers().testFlag(Qt::ShiftModifier) ? range.fitToHorizon() : range.fit();
        break;
    case Qt::Key_Home:
        range.toStart();
        break;
    case Qt::Key_End:
        range.toEnd();
        break;
    case Qt::Key_S:
        chooseInSight();
        return true;
    case Qt::Key_Escape:
        if (!m_state.stretch)
            return false;
        clearStretch();
        return true;
    default:
        return false;
    }
    moved();
    return true;
}

} // namespace lapwing::ui
