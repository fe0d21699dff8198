// SPDX-License-Identifier: MIT
#include "desktop/showinfolder.h"

#include "desktop/messagebus.h"

#include <QDBusMessage>
#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace lapwing::ui {
namespace {

void openFolderOf(const QString &path)
{
    openFolder(QFileInfo(path).absolutePath());
}

QDBusMessage showItemsCall(const QStringList &paths)
{
    QStringList uris;
    for (const QString &path : paths)
        uris << QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded);
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.FileManager1"),
        QStringLiteral("/org/freedesktop/FileManager1"),
        QStringLiteral("org.freedesktop.FileManager1"), QStringLiteral("ShowItems"));
    call << uris << QString();
    return call;
}

} // namespace

void openFolder(const QString &folder)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
}

void showInFolder(MessageBus &session, const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    if (!session.isOpen())
        return openFolderOf(paths.front());
    session.call(showItemsCall(paths), &session,
                 [first = paths.front()](const QDBusMessage &answer) {
                     if (answer.type() == QDBusMessage::ErrorMessage)
                         openFolderOf(first);
                 });
}

} // namespace lapwing::ui
