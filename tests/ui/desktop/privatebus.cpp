// SPDX-License-Identifier: MIT
#include "ui/desktop/privatebus.h"

#include <QDBusConnectionInterface>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>

namespace lapwing::test {
namespace {

constexpr auto configuration = R"(<busconfig><type>session</type>
<listen>unix:%1=%2/bus</listen>%3
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>)";
const auto otherName = QStringLiteral("other");

QString daemonPath()
{
    return QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
}

} // namespace

PrivateBus::PrivateBus(const QString &services, const QProcessEnvironment &environment,
                       const QString &socket)
{
    const QString folder = services.isEmpty()
        ? QString()
        : QStringLiteral("<servicedir>%1</servicedir>").arg(services);
    QFile file(m_folder.filePath(QStringLiteral("bus.conf")));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(QString::fromLatin1(configuration).arg(socket, m_folder.path(), folder).toUtf8());
    file.close();
    m_daemon.setProcessEnvironment(environment);
    m_daemon.start(daemonPath(),
                   {QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                    QStringLiteral("--config-file=") + file.fileName()});
    while (!m_daemon.canReadLine() && m_daemon.waitForReadyRead()) { }
    const QByteArray address = m_daemon.readLine().trimmed();
    m_session.emplace("DBUS_SESSION_BUS_ADDRESS", address);
    m_system.emplace("DBUS_SYSTEM_BUS_ADDRESS", address);
    m_other = QDBusConnection::connectToBus(QString::fromLatin1(address), otherName);
}

PrivateBus::~PrivateBus()
{
    m_other.reset();
    QDBusConnection::disconnectFromBus(otherName);
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

bool PrivateBus::canBe()
{
    return !daemonPath().isEmpty();
}

bool PrivateBus::isOwned(const QString &name) const
{
    return m_other->interface()->isServiceRegistered(name);
}

Service::Service(const PrivateBus &bus, const QString &name, const QString &path, Answer answer)
    : m_bus(bus.other()), m_name(name), m_path(path), m_answer(std::move(answer))
{
    m_bus.registerVirtualObject(path, this, QDBusConnection::SubPath);
    m_bus.registerService(name);
}

Service::~Service()
{
    m_bus.unregisterService(m_name);
    m_bus.unregisterObject(m_path);
}

std::vector<QDBusMessage> Service::calls(const QString &member) const
{
    std::vector<QDBusMessage> found;
    std::ranges::copy_if(m_calls, std::back_inserter(found),
                         [&](const QDBusMessage &call) { return call.member() == member; });
    return found;
}

bool Service::handleMessage(const QDBusMessage &message, const QDBusConnection &connection)
{
    m_calls.push_back(message);
    if (m_answer && message.isReplyRequired())
        connection.send(message.createReply(m_answer(message)));
    return true;
}

} // namespace lapwing::test
