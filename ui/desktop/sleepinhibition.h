// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusMessage>
#include <QDBusUnixFileDescriptor>
#include <QObject>

namespace lapwing::ui {

class MessageBus;

/// Keeps the computer from falling asleep; the screen may go dark. Asks the portal, which tells the desktop, and outside
/// a sandbox the login service too, which is there without a desktop. That one alone is not enough: before systemd 257 a
/// lock did not count against a suspend that the same user's desktop asks for (logind-dbus.c, verify_shutdown_creds).
class SleepInhibition : public QObject {
    Q_OBJECT

public:
    /// Both buses outlive it.
    SleepInhibition(MessageBus &session, MessageBus &system, bool isSandboxed,
                    QObject *parent = nullptr);

    void setWanted(bool isWanted);

private:
    void ask();
    void askLogin();
    void askPortal();
    void release();

    MessageBus &m_session;
    MessageBus &m_system;
    bool m_isSandboxed;
    bool m_isWanted = false;
    bool m_isLoginAsked = false; ///< and there was no answer yet
    bool m_isPortalAsked = false;
    QDBusUnixFileDescriptor m_lock; ///< of the login service: holds while it is open
    QString m_request;              ///< of the portal: holds until it is closed
};

} // namespace lapwing::ui
