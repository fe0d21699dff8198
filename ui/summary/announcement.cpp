// SPDX-License-Identifier: MIT
#include "summary/announcement.h"

#include <QAccessible>
#include <QWidget>

namespace lapwing::ui {

void announce(QWidget *widget, [[maybe_unused]] const QString &text)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(widget, text);
#else
    QAccessibleEvent event(widget, QAccessible::Alert);
#endif
    QAccessible::updateAccessibility(&event);
}

} // namespace lapwing::ui
