// SPDX-License-Identifier: MIT
#include "desktop/sleepinhibition.h"

#include "desktop/messagebus.h"
#include "desktop/portal.h"

#include <QDBusObjectPath>
#include <QVariantMap>

#include <utility>

namespace lapwing::ui {
namespace {

/// Of org.freedesktop.portal.Inhibit.
constexpr uint suspending = 4;

QString reason()
{
    return SleepInhibition::tr("Downloads are in progress");
}

QDBusMessage loginCall()
{
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
        QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("Inhibit"));
    call << QStringLiteral("sleep:idle") << QStringLiteral("Lapwing") << reason()
         << QStringLiteral("block");
    return call;
}

QDBusMessage inhibitCall()
{
    QDBusMessage call = portalCall(QStringLiteral("Inhibit"), QStringLiteral("Inhibit"));
    call << QString() << suspending << QVariantMap{{QStringLiteral("reason"), reason()}};
    return call;
}

QDBusMessage closeCall(const QString &request)
{
    return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.portal.Desktop"), request,
                                          QStringLiteral("org.freedesktop.portal.Request"),
                                          QStringLiteral("Close"));
}

} // namespace

SleepInhibition::SleepInhibition(MessageBus &session, MessageBus &system, bool isSandboxed,
                                 QObject *parent)
    : QObject(parent), m_session(session), m_system(system), m_isSandboxed(isSandboxed)
{
    for (MessageBus *bus : {&session, &system})
        connect(bus, &MessageBus::opened, this, [this] {
            if (m_isWanted)
                ask();
        });
}

void SleepInhibition::setWanted(bool isWanted)
{
    if (std::exchange(m_isWanted, isWanted) == isWanted)
        return;
    if (isWanted)
        ask();
    else
        release();
}

void SleepInhibition::ask()
{
    askPortal();
    if (!m_isSandboxed)
        askLogin();
}

/// An error is no news for anybody: it is as without the service. So it is with the portal.
void SleepInhibition::askLogin()
{
    if (m_isLoginAsked || m_lock.isValid() || !m_system.isOpen())
        return;
    m_isLoginAsked = true;
    m_system.call(loginCall(), this, [this](const QDBusMessage &answer) {
        m_isLoginAsked = false;
        m_lock = answer.arguments().value(0).value<QDBusUnixFileDescriptor>();
        if (!m_isWanted)
            release();
    });
}

void SleepInhibition::askPortal()
{
    if (m_isPortalAsked || !m_request.isEmpty() || !m_session.isOpen())
        return;
    m_isPortalAsked = true;
    m_session.call(inhibitCall(), this, [this](const QDBusMessage &answer) {
        m_isPortalAsked = false;
        m_request = answer.arguments().value(0).value<QDBusObjectPath>().path();
        if (!m_isWanted)
            release();
    });
}

void SleepInhibition::release()
{
    m_lock = {};
    if (!m_request.isEmpty())
        m_session.send(closeCall(std::exchange(m_request, {})));
}

} // namespace lapwing::ui
