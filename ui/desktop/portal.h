// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusMessage>

namespace lapwing::ui {

/// A call of one of the interfaces that every sandbox has: `interface` is "Notification" for
/// org.freedesktop.portal.Notification.
[[nodiscard]] inline QDBusMessage portalCall(const QString &interface, const QString &method)
{
    return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.portal.Desktop"),
                                          QStringLiteral("/org/freedesktop/portal/desktop"),
                                          QStringLiteral("org.freedesktop.portal.") + interface,
                                          method);
}

} // namespace lapwing::ui
