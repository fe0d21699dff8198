// SPDX-License-Identifier: MIT
#include "steadybutton.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QStyleOption>
#include <QStylePainter>

#include <algorithm>
#include <utility>

namespace lapwing::ui {

SteadyButton::SteadyButton(QList<QAction *> actions, QWidget *parent)
    : QToolButton(parent), m_actions(std::move(actions))
{
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::TabFocus);
    setAutoRaise(true);
    for (QAction *action : std::as_const(m_actions))
        connect(action, &QAction::changed, this, &SteadyButton::follow);
    connect(this, &QToolButton::clicked, this, [this] { chosen()->trigger(); });
    follow();
}

void SteadyButton::prefer(QAction *action)
{
    if (std::exchange(m_preferred, action) != action)
        follow();
}

void SteadyButton::reserve(const QString &text)
{
    m_reserved = text;
    updateGeometry();
}

QSize SteadyButton::sizeHint() const
{
    QSize size = QToolButton::sizeHint();
    int widest = widthOf(m_reserved);
    for (const QAction *action : m_actions)
        widest = std::max(widest, widthOf(action->iconText()));
    size.rwidth() += std::max(0, widest - widthOf(text()));
    return size;
}

/// Qt has no key for the menu of such a button.
void SteadyButton::keyPressEvent(QKeyEvent *event)
{
    if (menu() != nullptr && event->key() == Qt::Key_Down)
        openMenu();
    else
        QToolButton::keyPressEvent(event);
}

/// A flat button shows its focus hardly or not at all on a dark palette.
void SteadyButton::paintEvent(QPaintEvent *event)
{
    QToolButton::paintEvent(event);
    if (!hasFocus())
        return;
    QStyleOptionFocusRect option;
    option.initFrom(this);
    option.rect = rect().adjusted(1, 1, -1, -1);
    option.state |= QStyle::State_KeyboardFocusChange;
    QStylePainter(this).drawPrimitive(QStyle::PE_FrameFocusRect, option);
}

void SteadyButton::openMenu()
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int left = mirrored ? width() - menu()->sizeHint().width() : 0;
    menu()->popup(mapToGlobal(QPoint(left, height())));
}

int SteadyButton::widthOf(const QString &text) const
{
    return fontMetrics().size(Qt::TextShowMnemonic, text).width();
}

QAction *SteadyButton::chosen() const
{
    if (m_preferred != nullptr && m_preferred->isEnabled())
        return m_preferred;
    const auto usable = std::find_if(m_actions.crbegin(), m_actions.crend(),
                                     [](const QAction *action) { return action->isEnabled(); });
    return usable == m_actions.crend() ? m_actions.front() : *usable;
}

void SteadyButton::follow()
{
    const QAction *action = chosen();
    setText(action->iconText());
    setIcon(action->icon());
    setToolTip(action->toolTip());
    setUsable(action->isEnabled());
    updateGeometry(); // in another language they all say something else
}

void SteadyButton::setUsable(bool usable)
{
    if (usable == isEnabled())
        return;
    if (!usable && hasFocus()) {
        m_hadFocus = true;
        clearFocus();
    }
    setEnabled(usable);
    if (usable && std::exchange(m_hadFocus, false) && window()->focusWidget() == nullptr)
        setFocus();
}

} // namespace lapwing::ui
