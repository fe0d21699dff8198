// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusMessage>
#include <QDBusUnixFileDescriptor>
#include <QObject>

namespace lapwing::ui {

class MessageBus;

/// Keeps the computer from falling asleep: asks the login service, or in a sandbox the portal. The screen may go dark.
class SleepInhibition : public QObject {
    Q_OBJECT

public:
    /// Both buses outlive it.
    SleepInhibition(MessageBus &session, MessageBus &system, bool isSandboxed,
                    QObject *parent = nullptr);

    void setWanted(bool isWanted);

private:
    void ask();
    void take(const QDBusMessage &answer);
    void release();
    [[nodiscard]] MessageBus &bus() const { return m_isSandboxed ? m_session : m_system; }

    MessageBus &m_session;
    MessageBus &m_system;
    bool m_isSandboxed;
    bool m_isWanted = false;
    bool m_isAsked = false;         ///< and there was no answer yet
    QDBusUnixFileDescriptor m_lock; ///< of the login service: holds while it is open
    QString m_request;              ///< of the portal: holds until it is closed
};

} // namespace lapwing::ui
