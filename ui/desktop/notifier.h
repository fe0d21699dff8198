// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QVariantList>

class QDBusMessage;

namespace lapwing::ui {

class MessageBus;

struct Notification {
    QString title;
    QString text;   ///< without names, links and markup: anybody may stand before the screen
    QString button; ///< empty: there is none
    bool isFailure = false;
};

/// Shows one notification at a time: by org.freedesktop.Notifications, or in a sandbox by the portal.
class Notifier : public QObject {
    Q_OBJECT

public:
    /// `session` outlives it; `id` is the name of the desktop entry.
    Notifier(MessageBus &session, const QString &id, bool isSandboxed, QObject *parent = nullptr);
    ~Notifier() override;

    /// In place of the one before.
    void show(const Notification &notification);
    void withdraw();

Q_SIGNALS:
    /// `token` lets a window come to the front; empty: the desktop gave none.
    void clicked(const QString &token);
    void buttonClicked();

private Q_SLOTS:
    void takeToken(uint id, const QString &token);
    void takeAction(uint id, const QString &action);
    void takePortalAction(const QString &id, const QString &action, const QVariantList &parameters);

private:
    void listen();
    void take(const QDBusMessage &answer);
    void act(const QString &action);

    MessageBus &m_session;
    QString m_id;
    bool m_isSandboxed;
    bool m_isShown = false;
    uint m_number = 0; ///< by which the server knows it; 0: it did not tell yet
    QString m_token;
};

} // namespace lapwing::ui
