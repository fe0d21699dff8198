// SPDX-License-Identifier: MIT
#include "desktop/notifier.h"

#include "desktop/messagebus.h"
#include "desktop/portal.h"

#include <QDBusArgument>
#include <QDBusMetaType>

#include <utility>

namespace lapwing::ui {
namespace {

const auto byClick = QStringLiteral("default");
const auto byButton = QStringLiteral("button");
const auto portalId = QStringLiteral("run");
const auto serviceName = QStringLiteral("org.freedesktop.Notifications");

QDBusMessage serverCall(const QString &method)
{
    return QDBusMessage::createMethodCall(
        serviceName, QStringLiteral("/org/freedesktop/Notifications"), serviceName, method);
}

QDBusMessage notifyCall(const Notification &notification, const QString &id, uint number)
{
    QStringList actions{byClick, Notifier::tr("Show Lapwing")};
    if (!notification.button.isEmpty())
        actions << byButton << notification.button;
    const QVariantMap hints{{QStringLiteral("desktop-entry"), id},
                            {QStringLiteral("category"),
                             notification.isFailure ? QStringLiteral("transfer.error")
                                                    : QStringLiteral("transfer.complete")}};
    QDBusMessage call = serverCall(QStringLiteral("Notify"));
    const int untilTheServerThinks = -1;
    call << QStringLiteral("Lapwing") << number << id << notification.title << notification.text
         << actions << hints << untilTheServerThinks;
    return call;
}

QDBusMessage addCall(const Notification &notification)
{
    QVariantMap described{{QStringLiteral("title"), notification.title},
                          {QStringLiteral("body"), notification.text},
                          {QStringLiteral("priority"), QStringLiteral("normal")},
                          {QStringLiteral("default-action"), byClick}};
    if (!notification.button.isEmpty()) {
        const QVariantMap button{{QStringLiteral("label"), notification.button},
                                 {QStringLiteral("action"), byButton}};
        described.insert(QStringLiteral("buttons"),
                         QVariant::fromValue(QList<QVariantMap>{button}));
    }
    QDBusMessage call =
        portalCall(QStringLiteral("Notification"), QStringLiteral("AddNotification"));
    call << portalId << described;
    return call;
}

} // namespace

Notifier::Notifier(MessageBus &session, const QString &id, bool isSandboxed, QObject *parent)
    : QObject(parent), m_session(session), m_id(id), m_isSandboxed(isSandboxed)
{
    qDBusRegisterMetaType<QList<QVariantMap>>();
    connect(&session, &MessageBus::opened, this, &Notifier::listen);
}

/// Its buttons would do nothing any more.
Notifier::~Notifier()
{
    withdraw();
}

void Notifier::listen()
{
    QDBusConnection bus = m_session.connection();
    const auto action = QStringLiteral("ActionInvoked");
    if (m_isSandboxed) {
        bus.connect({}, {}, QStringLiteral("org.freedesktop.portal.Notification"), action, this,
                    SLOT(takePortalAction(QString, QString, QVariantList)));
        return;
    }
    bus.connect({}, {}, serviceName, QStringLiteral("ActivationToken"), this,
                SLOT(takeToken(uint, QString)));
    bus.connect({}, {}, serviceName, action, this, SLOT(takeAction(uint, QString)));
}

void Notifier::show(const Notification &notification)
{
    if (!m_session.isOpen())
        return;
    m_isShown = true;
    if (m_isSandboxed)
        m_session.send(addCall(notification));
    else
        m_session.call(notifyCall(notification, m_id, m_number), this,
                       [this](const QDBusMessage &answer) { take(answer); });
}

void Notifier::take(const QDBusMessage &answer)
{
    if (answer.type() != QDBusMessage::ReplyMessage)
        return;
    m_number = answer.arguments().value(0).toUInt();
    if (!std::exchange(m_isShown, true)) // withdrawn meanwhile
        withdraw();
}

void Notifier::withdraw()
{
    if (!std::exchange(m_isShown, false))
        return;
    QDBusMessage call = m_isSandboxed
        ? portalCall(QStringLiteral("Notification"), QStringLiteral("RemoveNotification"))
        : serverCall(QStringLiteral("CloseNotification"));
    call << (m_isSandboxed ? QVariant(portalId) : QVariant(m_number));
    if (m_isSandboxed || m_number > 0)
        m_session.send(call);
}

void Notifier::takeToken(uint id, const QString &token)
{
    if (id == m_number)
        m_token = token;
}

void Notifier::takeAction(uint id, const QString &action)
{
    if (m_isShown && id == m_number)
        act(action);
}

void Notifier::takePortalAction(const QString &id, const QString &action, const QVariantList &)
{
    if (m_isShown && id == portalId)
        act(action);
}

void Notifier::act(const QString &action)
{
    if (action == byButton)
        Q_EMIT buttonClicked();
    else if (action == byClick)
        Q_EMIT clicked(std::exchange(m_token, {}));
}

} // namespace lapwing::ui
