// SPDX-License-Identifier: MIT
#include "list/liveorder.h"

#include "list/taskorder.h"

#include <QMouseEvent>
#include <QTableView>

namespace lapwing::ui {
namespace {

constexpr qint64 keyHoldMs = 2000;
constexpr qint64 betweenMs = 1000;

} // namespace

LiveOrder::LiveOrder(QTableView *table, TaskOrder *order)
    : QObject(table), m_table(table), m_order(order)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &LiveOrder::attempt);
    connect(order, &TaskOrder::unsettled, this, &LiveOrder::schedule);
    table->viewport()->setMouseTracking(true);
    table->viewport()->installEventFilter(this);
    table->installEventFilter(this);
}

void LiveOrder::schedule()
{
    if (m_next.isActive() || m_waits)
        return;
    const bool isSoon = !m_order->isSortedLive() || !m_sinceSettled.isValid();
    const qint64 since = isSoon ? betweenMs : m_sinceSettled.elapsed();
    m_next.start(static_cast<int>(std::max<qint64>(betweenMs - since, 0)));
}

void LiveOrder::attempt()
{
    m_waits = isPointerOverRows();
    if (m_waits)
        return;
    const qint64 sinceKey = m_sinceKey.isValid() ? m_sinceKey.elapsed() : keyHoldMs;
    if (sinceKey < keyHoldMs)
        return m_next.start(static_cast<int>(keyHoldMs - sinceKey));
    m_order->settle();
    m_sinceSettled.start();
}

bool LiveOrder::isPointerOverRows() const
{
    return m_pointer && m_table->rowAt(m_pointer->y()) >= 0;
}

void LiveOrder::movePointer(std::optional<QPoint> place)
{
    m_pointer = place;
    if (m_waits && !isPointerOverRows())
        attempt();
}

bool LiveOrder::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Enter:
        if (watched == m_table->viewport())
            movePointer(static_cast<QEnterEvent *>(event)->position().toPoint());
        break;
    case QEvent::MouseMove:
        if (watched == m_table->viewport())
            movePointer(static_cast<QMouseEvent *>(event)->position().toPoint());
        break;
    case QEvent::Leave:
    case QEvent::Hide:
        movePointer(std::nullopt);
        break;
    case QEvent::KeyPress:
        m_sinceKey.start();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace lapwing::ui
