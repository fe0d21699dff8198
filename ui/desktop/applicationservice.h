// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QVariantMap>

namespace lapwing::ui {

class MessageBus;

/// org.freedesktop.Application: what a desktop asks of the program whose desktop entry says DBusActivatable.
class ApplicationService : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")

public:
    enum class WhenTaken {
        Queue,  ///< the name comes to this one once the other has ended
        GiveUp, ///< the name stays with the other
    };

    /// `session` outlives it; `id` is the name on the bus, and that of the desktop entry.
    ApplicationService(MessageBus &session, const QString &id, WhenTaken whenTaken,
                       QObject *parent = nullptr);

public Q_SLOTS:
    // The names are those of the interface.
    void Activate(const QVariantMap &platformData);
    void Open(const QStringList &uris, const QVariantMap &platformData);
    /// `action` is an option of the command line, as in the desktop entry.
    void ActivateAction(const QString &action, const QVariantList &parameters,
                        const QVariantMap &platformData);

Q_SIGNALS:
    /// As on the command line; see requestFrom().
    void asked(const QStringList &arguments);
    /// The bus told whether calls come here.
    void claimed(bool isOurs);

private:
    void claim();

    MessageBus &m_session;
    QString m_id;
    WhenTaken m_whenTaken;
};

} // namespace lapwing::ui
