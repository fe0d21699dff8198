// SPDX-License-Identifier: MIT
#include "atoncebox.h"

#include "plan/plan.h"
#include "text/catalogue.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace lapwing::ui {

AtOnceBox::AtOnceBox(QWidget *parent) : QSpinBox(parent)
{
    setObjectName(QStringLiteral("atOnce"));
    setRange(1, plan::maxConcurrency);
    setFocusPolicy(Qt::StrongFocus);
    setKeyboardTracking(false); // "12" is not first 1
    text::inEachLanguage(this, [this] {
        setToolTip(tr("How many downloads run at the same time; may be changed while they run"));
        setAccessibleName(tr("At once"));
    });
    lineEdit()->setAcceptDrops(false); // links are dropped on the window
}

/// A key that it does not claim here becomes the shortcut of the window.
bool AtOnceBox::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)) {
        bool isNumber = false;
        static_cast<void>(QGuiApplication::clipboard()->text().trimmed().toInt(&isNumber));
        event->setAccepted(isNumber);
        return true;
    }
    return QSpinBox::event(event);
}

} // namespace lapwing::ui
