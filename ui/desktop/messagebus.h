// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/busaddress.h"
#include "run/backgroundqueue.h"

#include <QDBusConnection>
#include <QLocalSocket>
#include <QTimer>

#include <functional>
#include <optional>

class QDBusMessage;

namespace lapwing::ui {

/// A message bus of which nothing is ever awaited. Qt's own way to it (QDBusConnection::sessionBus()) holds the thread,
/// and the end of the program, for 25 s where a bus accepts and does not answer: so it is greeted first, and Qt is led
/// only to one that answered. Without a bus all of this does nothing.
class MessageBus : public QObject {
    Q_OBJECT

public:
    using Answer = std::function<void(const QDBusMessage &answer)>;

    explicit MessageBus(BusKind kind, QObject *parent = nullptr);
    ~MessageBus() override;

    /// opened() follows, or never.
    void open();
    [[nodiscard]] bool isOpen() const { return m_connection && m_connection->isConnected(); }
    /// To register objects and to listen to signals: of any sender, since Qt would wait for the owner of a name. Only
    /// while isOpen().
    [[nodiscard]] QDBusConnection connection() const { return *m_connection; }

    void send(const QDBusMessage &message) const;
    /// The answer, or the error, to `take` while `receiver` lives. Nothing happens unless isOpen().
    void call(const QDBusMessage &message, QObject *receiver, Answer take);

Q_SIGNALS:
    void opened();

private:
    void greet();
    void connectToIt();

    BusKind m_kind;
    QString m_name;
    QString m_address;
    QLocalSocket m_greeting;
    QTimer m_patience;
    std::optional<QDBusConnection> m_connection;
    BackgroundQueue m_connecting;
};

} // namespace lapwing::ui
