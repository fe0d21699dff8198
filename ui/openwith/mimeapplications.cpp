// SPDX-License-Identifier: MIT
#include "openwith/mimeapplications.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QMimeDatabase>
#include <QSet>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::ui {
namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<KeyFile> keyFilesIn(const QStringList &folders, const QString &name)
{
    std::vector<KeyFile> files;
    for (const QString &folder : folders)
        files.push_back(KeyFile::read(contentsOf(folder + u'/' + name)));
    return files;
}

QStringList typesOf(const QString &path)
{
    const QMimeType type = QMimeDatabase().mimeTypeForFile(path);
    return QStringList{type.name()} + type.aliases() + type.allAncestors();
}

/// "kde-kate.desktop" is "kde/kate.desktop" in one of the folders, or stands there as it is.
QString entryFile(const QString &id, const QStringList &folders)
{
    for (const QString &folder : folders) {
        QString name = id;
        for (;;) {
            const QString path = folder + u'/' + name;
            if (QFileInfo(path).isFile())
                return path;
            const qsizetype dash = name.indexOf(u'-');
            if (dash < 0)
                break;
            name[dash] = u'/';
        }
    }
    return {};
}

bool canBeStarted(const Application &application)
{
    return application.tryExec.isEmpty()
        || !QStandardPaths::findExecutable(application.tryExec).isEmpty();
}

std::optional<Application> applicationOf(const QString &id, const QStringList &folders)
{
    const QString file = entryFile(id, folders);
    std::optional<Application> application =
        file.isEmpty() ? std::nullopt : readApplication(contentsOf(file), QLocale().uiLanguages());
    if (!application || !canBeStarted(*application))
        return std::nullopt;
    application->id = id;
    application->file = file;
    return application;
}

} // namespace

ApplicationFolders ApplicationFolders::ofUser()
{
    const QStringList entries =
        QStandardPaths::standardLocations(QStandardPaths::ApplicationsLocation);
    return {QStandardPaths::standardLocations(QStandardPaths::GenericConfigLocation) + entries,
            entries};
}

QStringList applicationIds(const QStringList &types, const std::vector<KeyFile> &lists,
                           const std::vector<KeyFile> &caches)
{
    QStringList ids;
    for (const QString &type : types) {
        QStringList removed;
        for (const KeyFile &list : lists)
            ids += list.list(u"Default Applications"_s, type);
        for (const KeyFile &list : lists) {
            ids += list.list(u"Added Associations"_s, type);
            removed += list.list(u"Removed Associations"_s, type);
        }
        for (const KeyFile &cache : caches) {
            for (const QString &id : cache.list(u"MIME Cache"_s, type)) {
                if (!removed.contains(id))
                    ids << id;
            }
        }
    }
    ids.removeDuplicates();
    return ids;
}

std::vector<Application> applicationsFor(const QStringList &paths,
                                         const ApplicationFolders &folders)
{
    const std::vector<KeyFile> lists = keyFilesIn(folders.lists, u"mimeapps.list"_s);
    const std::vector<KeyFile> caches = keyFilesIn(folders.entries, u"mimeinfo.cache"_s);
    std::optional<QStringList> common;
    QSet<QString> seen;
    for (const QString &path : paths) {
        const QStringList types = typesOf(path);
        if (seen.contains(types.front()))
            continue;
        seen.insert(types.front());
        const QStringList ids = applicationIds(types, lists, caches);
        if (!common)
            common = ids;
        else
            common->removeIf([&ids](const QString &id) { return !ids.contains(id); });
    }
    std::vector<Application> applications;
    for (const QString &id : common.value_or(QStringList())) {
        if (auto application = applicationOf(id, folders.entries))
            applications.push_back(std::move(*application));
    }
    return applications;
}

} // namespace lapwing::ui
