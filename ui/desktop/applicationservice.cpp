// SPDX-License-Identifier: MIT
#include "desktop/applicationservice.h"

#include "commandline.h"
#include "desktop/messagebus.h"

#include <QDBusMessage>

namespace lapwing::ui {
namespace {

// Of org.freedesktop.DBus.RequestName.
constexpr uint doNotQueue = 4;
constexpr uint primaryOwner = 1;
constexpr uint alreadyOwner = 4;

QString pathOf(const QString &id)
{
    return u'/' + QString(id).replace(u'.', u'/').replace(u'-', u'_');
}

/// By which the desktop lets the window come to the front.
QString tokenIn(const QVariantMap &platformData)
{
    const QString token = platformData.value(QStringLiteral("activation-token")).toString();
    return token.isEmpty() ? platformData.value(QStringLiteral("desktop-startup-id")).toString()
                           : token;
}

CommandLineRequest requestWith(const QVariantMap &platformData)
{
    CommandLineRequest request;
    request.activationToken = tokenIn(platformData);
    return request;
}

} // namespace

ApplicationService::ApplicationService(MessageBus &session, const QString &id, WhenTaken whenTaken,
                                       QObject *parent)
    : QObject(parent), m_session(session), m_id(id), m_whenTaken(whenTaken)
{
    connect(&session, &MessageBus::opened, this, &ApplicationService::claim);
}

/// The object comes first: who has the name is called at once.
void ApplicationService::claim()
{
    QDBusConnection bus = m_session.connection();
    bus.registerObject(pathOf(m_id), this, QDBusConnection::ExportAllSlots);
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("RequestName"));
    call << m_id << (m_whenTaken == WhenTaken::GiveUp ? doNotQueue : 0U);
    m_session.call(call, this, [this](const QDBusMessage &answer) {
        const uint said = answer.arguments().value(0).toUInt();
        Q_EMIT claimed(answer.type() == QDBusMessage::ReplyMessage
                       && (said == primaryOwner || said == alreadyOwner));
    });
}

void ApplicationService::Activate(const QVariantMap &platformData)
{
    Q_EMIT asked(requestWith(platformData).arguments());
}

void ApplicationService::Open(const QStringList &uris, const QVariantMap &platformData)
{
    CommandLineRequest request = requestWith(platformData);
    request.inputs = uris;
    Q_EMIT asked(request.arguments());
}

void ApplicationService::ActivateAction(const QString &action, const QVariantList &,
                                        const QVariantMap &platformData)
{
    Q_EMIT asked(QStringList{QStringLiteral("--") + action}
                 + requestWith(platformData).arguments());
}

} // namespace lapwing::ui
