// SPDX-License-Identifier: MIT
#include "session/instance.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>

#include <cerrno>
#include <sys/file.h>

namespace lapwing::ui {
namespace {

using namespace std::chrono_literals;

/// A first one that is busy gets so long to answer.
constexpr std::chrono::milliseconds patience = 5s;
/// To stop what runs takes 3 s, and to write what is left 31 s at most: see store::Writer.
constexpr std::chrono::milliseconds patienceForEnd = 40s;
constexpr std::chrono::milliseconds pause = 50ms;
constexpr auto streamVersion = QDataStream::Qt_6_4;
/// A message is a list of arguments: more than the system passes to a program is none of ours.
constexpr qint64 maxMessage = 16 * 1024 * 1024;

/// Short, since the path of a socket may have 107 bytes; in the folder that is this user's alone.
QString addressFor(const QString &dataFolder)
{
    const QByteArray path = QFileInfo(dataFolder).canonicalFilePath().toUtf8();
    const QByteArray digest = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex();
    QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (runtime.isEmpty())
        runtime = QDir::tempPath();
    return runtime + QStringLiteral("/lapwing-") + QString::fromLatin1(digest.left(16));
}

QString made(const QString &dataFolder)
{
    if (!QFileInfo::exists(dataFolder) && QDir().mkpath(dataFolder))
        QFile::setPermissions(dataFolder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return dataFolder;
}

} // namespace

Instance::Instance(const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_address(addressFor(made(dataFolder)))
    , m_lock(dataFolder + QStringLiteral("/lapwing.lock"))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &Instance::take);
}

bool Instance::claim()
{
    if (!m_lock.open(QIODevice::ReadWrite))
        return false;
    if (::flock(m_lock.handle(), LOCK_EX | LOCK_NB) != 0) {
        m_isTaken = errno == EWOULDBLOCK;
        m_lock.close();
        return false;
    }
    m_isTaken = false;
    setTaking(true);
    return true;
}

void Instance::setTaking(bool isTaking)
{
    m_server.close(); // nobody who waits there is told that it was taken
    if (!isTaking || !m_lock.isOpen())
        return;
    QLocalServer::removeServer(m_address); // left by one that was killed: nobody else has the lock
    m_server.listen(m_address); // without it a later start says that this one does not answer
}

bool Instance::handOver(const QStringList &inputs) const
{
    return offer(inputs).value_or(false);
}

Instance::Handover Instance::handOverOrClaim(const QStringList &inputs)
{
    const QDeadlineTimer end(patienceForEnd);
    while (!end.hasExpired()) {
        const std::optional<bool> isTaken = offer(inputs);
        if (!isTaken)
            break;
        if (*isTaken)
            return Handover::Taken;
        if (claim())
            return Handover::Claimed;
        QThread::msleep(pause.count());
    }
    return Handover::Unanswered;
}

/// False: nobody takes it. Absent: there is one who does not answer.
std::optional<bool> Instance::offer(const QStringList &inputs) const
{
    QStringList whole;
    for (const QString &input : inputs) {
        const QFileInfo file(input);
        whole << (file.exists() ? file.absoluteFilePath() : input);
    }
    QLocalSocket socket;
    socket.connectToServer(m_address);
    if (!socket.waitForConnected(static_cast<int>(patience.count())))
        return false;
    QDataStream stream(&socket);
    stream.setVersion(streamVersion);
    stream << whole;
    socket.flush();
    if (socket.waitForReadyRead(static_cast<int>(patience.count())))
        return true;
    return socket.state() == QLocalSocket::ConnectedState ? std::nullopt : std::optional(false);
}

void Instance::take()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        const auto read = [this, socket] {
            QDataStream stream(socket);
            stream.setVersion(streamVersion);
            stream.startTransaction();
            QStringList inputs;
            stream >> inputs;
            const bool isWhole = stream.commitTransaction();
            if (!isWhole && socket->bytesAvailable() < maxMessage)
                return;
            const bool isTaken = isWhole && m_server.isListening();
            if (isTaken) // any byte says so: a mere end of the connection may be that of this process
                socket->putChar('\n');
            socket->disconnectFromServer();
            if (isTaken)
                Q_EMIT handedOver(inputs);
        };
        connect(socket, &QLocalSocket::readyRead, this, read);
        if (socket->bytesAvailable() > 0)
            read();
    }
}

} // namespace lapwing::ui
