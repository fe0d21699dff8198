// SPDX-License-Identifier: MIT
#include "desktop/busaddress.h"

#include <QFileInfo>

namespace lapwing::ui {
namespace {

constexpr auto prefix = "unix:";

/// "path=/run/user/1000/bus,guid=1a2b"
BusAddress unixSocket(const QByteArray &keys)
{
    BusAddress found;
    for (const QByteArray &key : keys.split(',')) {
        const qsizetype equals = key.indexOf('=');
        const QByteArray name = key.left(equals);
        if (equals < 0 || (name != "path" && name != "abstract"))
            continue;
        found.isAbstract = name == "abstract";
        found.socket = QString::fromLocal8Bit(QByteArray::fromPercentEncoding(key.mid(equals + 1)));
    }
    return found;
}

/// Of a list of addresses, which semicolons separate.
BusAddress firstIn(const QByteArray &addresses)
{
    for (const QByteArray &address : addresses.split(';')) {
        if (!address.startsWith(prefix))
            continue;
        BusAddress found = unixSocket(address.mid(qsizetype(qstrlen(prefix))));
        found.address = QString::fromLocal8Bit(address);
        if (!found.socket.isEmpty())
            return found;
    }
    return {};
}

QString customarySocket(BusKind kind)
{
    if (kind == BusKind::System)
        return QStringLiteral("/run/dbus/system_bus_socket");
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return runtime.isEmpty() ? QString() : runtime + QStringLiteral("/bus");
}

} // namespace

BusAddress busAddress(BusKind kind)
{
    const char *variable =
        kind == BusKind::System ? "DBUS_SYSTEM_BUS_ADDRESS" : "DBUS_SESSION_BUS_ADDRESS";
    if (const QByteArray named = qgetenv(variable); !named.isEmpty())
        return firstIn(named);
    const QString socket = customarySocket(kind);
    if (socket.isEmpty() || !QFileInfo::exists(socket))
        return {};
    const QByteArray path = socket.toLocal8Bit().toPercentEncoding("/");
    return {QLatin1String(prefix) + QStringLiteral("path=") + QString::fromLatin1(path), socket};
}

} // namespace lapwing::ui
