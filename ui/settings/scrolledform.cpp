// SPDX-License-Identifier: MIT
#include "settings/scrolledform.h"

#include <QFocusEvent>
#include <QScrollBar>

namespace lapwing::ui {
namespace {

/// Else the pointer may be about to press what would move from under it.
bool isOfKeys(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason
        || reason == Qt::ShortcutFocusReason;
}

} // namespace

ScrolledForm::ScrolledForm(QWidget *form, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(form);
    form->setAutoFillBackground(false); // what is behind it, such as a page of tabs, is to be seen
    viewport()->setAutoFillBackground(false);
    for (QWidget *field : form->findChildren<QWidget *>()) {
        if (field->focusPolicy() == Qt::WheelFocus)
            field->setFocusPolicy(Qt::StrongFocus);
        field->installEventFilter(this);
    }
}

QSize ScrolledForm::sizeHint() const
{
    return widget()->sizeHint();
}

QSize ScrolledForm::minimumSizeHint() const
{
    return {widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width(),
            fontMetrics().lineSpacing() * 6};
}

bool ScrolledForm::event(QEvent *event)
{
    const bool isTaken = QScrollArea::event(event);
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        showFocus();
    }
    return isTaken;
}

bool ScrolledForm::eventFilter(QObject *watched, QEvent *event)
{
    const auto *field = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::Wheel && field && field != widget() && !field->hasFocus()) {
        event->ignore(); // it is the form's
        return true;
    }
    if (event->type() == QEvent::FocusIn && isOfKeys(static_cast<QFocusEvent *>(event)->reason()))
        showFocus();
    return QScrollArea::eventFilter(watched, event);
}

void ScrolledForm::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    showFocus();
}

/// The end of that field, and what is said below it: what is wrong with it. Qt's ensureWidgetVisible() leaves things as
/// they are while the field itself is in sight.
void ScrolledForm::showFocus()
{
    const QWidget *field = widget()->focusWidget();
    if (field)
        ensureVisible(0, field->mapTo(widget(), field->rect().bottomLeft()).y(), 0,
                      fontMetrics().lineSpacing() * 3);
}

} // namespace lapwing::ui
