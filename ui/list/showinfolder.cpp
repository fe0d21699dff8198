// SPDX-License-Identifier: MIT
#include "list/showinfolder.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace lapwing::ui {
namespace {

void openFolderOf(const QString &path)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
}

} // namespace

void showInFolder(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return openFolderOf(paths.front());
    QStringList uris;
    for (const QString &path : paths)
        uris << QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded);
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.FileManager1"),
        QStringLiteral("/org/freedesktop/FileManager1"),
        QStringLiteral("org.freedesktop.FileManager1"), QStringLiteral("ShowItems"));
    call << uris << QString();
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(call)); // it deletes itself below
    QObject::connect(answer, &QDBusPendingCallWatcher::finished, answer,
                     [answer, first = paths.front()] {
                         if (answer->isError())
                             openFolderOf(first);
                         answer->deleteLater();
                     });
}

} // namespace lapwing::ui
