// SPDX-License-Identifier: MIT
#include "desktop/messagebus.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>

#include <atomic>
#include <unistd.h>

namespace lapwing::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto patienceForGreeting = 10s;
/// A service that has to be started first gets so long.
constexpr std::chrono::milliseconds patienceForAnswer = 10s;

QString nextName()
{
    static std::atomic<int> last = 0;
    return QStringLiteral("lapwing-%1").arg(++last);
}

} // namespace

MessageBus::MessageBus(BusKind kind, QObject *parent)
    : QObject(parent), m_kind(kind), m_name(nextName())
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceForGreeting);
    connect(&m_patience, &QTimer::timeout, &m_greeting, &QLocalSocket::abort);
    connect(&m_greeting, &QLocalSocket::connected, this, &MessageBus::greet);
    connect(&m_greeting, &QLocalSocket::readyRead, this, &MessageBus::connectToIt);
}

MessageBus::~MessageBus()
{
    m_greeting.disconnect(this);
    if (m_connection)
        QDBusConnection::disconnectFromBus(m_name);
}

void MessageBus::open()
{
    const BusAddress found = busAddress(m_kind);
    if (found.address.isEmpty())
        return;
    m_address = found.address;
    m_greeting.setSocketOptions(found.isAbstract ? QLocalSocket::AbstractNamespaceOption
                                                 : QLocalSocket::NoOptions);
    m_patience.start();
    m_greeting.connectToServer(found.socket);
}

/// As the specification of D-Bus begins a connection; whatever a bus says to it, it is awake.
void MessageBus::greet()
{
    const QByteArray user = QByteArray::number(::getuid()).toHex();
    m_greeting.write(QByteArray(1, '\0') + "AUTH EXTERNAL " + user + "\r\n");
}

void MessageBus::connectToIt()
{
    m_patience.stop();
    m_greeting.disconnect(this);
    m_greeting.abort();
    const auto work = [address = m_address, name = m_name] {
        return QDBusConnection::connectToBus(address, name);
    };
    m_connecting.run(work, [this](const QDBusConnection &connection) {
        m_connection = connection;
        if (isOpen())
            Q_EMIT opened();
    });
}

void MessageBus::send(const QDBusMessage &message) const
{
    if (isOpen())
        m_connection->send(message);
}

void MessageBus::call(const QDBusMessage &message, QObject *receiver, Answer take)
{
    if (!isOpen())
        return;
    const QDBusPendingCall pending =
        m_connection->asyncCall(message, static_cast<int>(patienceForAnswer.count()));
    auto *watcher = new QDBusPendingCallWatcher(pending, receiver);
    connect(watcher, &QDBusPendingCallWatcher::finished, receiver,
            [watcher, take = std::move(take)] {
                watcher->deleteLater();
                take(watcher->reply());
            });
}

} // namespace lapwing::ui
