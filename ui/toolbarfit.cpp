// SPDX-License-Identifier: MIT
#include "toolbarfit.h"

#include <QEvent>
#include <QLayout>
#include <QToolButton>

namespace lapwing::ui {

ToolBarFit::ToolBarFit(QToolBar *bar, QList<QAction *> lesser)
    : QObject(bar), m_bar(bar), m_lesser(std::move(lesser))
{
    m_bar->installEventFilter(this);
}

int ToolBarFit::widthOfAll() const
{
    int width = m_bar->sizeHint().width();
    for (QAction *action : m_bar->actions()) {
        if (!action->isVisible())
            width +=
                m_bar->widgetForAction(action)->sizeHint().width() + m_bar->layout()->spacing();
    }
    return width;
}

/// None of these comes of what fit() does: that ends in a request for layout.
bool ToolBarFit::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::ActionAdded:
    case QEvent::ActionChanged:
    case QEvent::ActionRemoved:
    case QEvent::FontChange:
    case QEvent::StyleChange:
        QMetaObject::invokeMethod(this, &ToolBarFit::fit, Qt::QueuedConnection);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void ToolBarFit::fit()
{
    for (const Wordless wordless : {Wordless::Nobody, Wordless::Lesser, Wordless::Everybody}) {
        apply(wordless);
        if (m_bar->sizeHint().width() <= m_bar->width())
            return;
    }
}

void ToolBarFit::apply(Wordless wordless)
{
    for (QAction *action : m_bar->actions()) {
        auto *button = qobject_cast<QToolButton *>(m_bar->widgetForAction(action));
        if (button == nullptr)
            continue;
        const bool wordy = wordless == Wordless::Nobody
            || (wordless == Wordless::Lesser && !m_lesser.contains(action));
        button->setToolButtonStyle(wordy ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    }
}

} // namespace lapwing::ui
