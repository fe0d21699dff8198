// SPDX-License-Identifier: MIT
#include "engine/disk/leftparts.h"

#include "engine/disk/checkedrecord.h"
#include "engine/disk/partfile.h"
#include "engine/disk/partmark.h"
#include "engine/disk/posixfile.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QSet>

#include <fcntl.h>
#include <unistd.h>

namespace lapwing::engine {
namespace {

int openFolder(const QString &folder)
{
    return ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/// Their names, by the digests of these entries.
QMultiHash<QByteArray, QByteArray> partsIn(const QString &folder, int descriptor,
                                           const QSet<QByteArray> &entries)
{
    QMultiHash<QByteArray, QByteArray> parts;
    const QStringList pattern{u'*' + QLatin1String(PartFile::ending)};
    for (const QString &name : QDir(folder).entryList(pattern, QDir::Files | QDir::Hidden)) {
        const QByteArray part = QFile::encodeName(name);
        const QByteArray entry = entryOfPart(descriptor, part);
        if (entries.contains(entry))
            parts.insert(entry, part);
    }
    return parts;
}

Target leftOf(const QByteArray &entry, const QList<QByteArray> &parts)
{
    Target target;
    target.entry = entry;
    target.parts = parts;
    return target;
}

/// Made where it is missing. Below 0: that cannot be.
int openPlace(const PartPlace &place)
{
    QDir().mkpath(place.chosen);
    int folder = openFolder(place.way.startsWith(u'/') ? QStringLiteral("/") : place.chosen);
    for (const QString &part : place.way.split(u'/', Qt::SkipEmptyParts)) {
        const int next = folder < 0 ? -1 : makeAndEnterFolder(folder, QFile::encodeName(part));
        if (folder >= 0)
            ::close(folder);
        folder = next;
    }
    return folder;
}

PartMove moveTo(const PartPlace &to, PartFile &left, std::atomic<bool> &isDecided)
{
    const int place = isDecided ? -1 : openPlace(to);
    if (place < 0)
        return PartMove::Failed;
    const bool isMoved = left.moveTo(place, to.name, isDecided);
    ::fsync(place);
    ::close(place);
    return isMoved ? PartMove::Moved : PartMove::Failed;
}

} // namespace

void removeParts(const QString &folder, const QList<QUrl> &links)
{
    const int place = openFolder(folder);
    if (place < 0)
        return;
    QSet<QByteArray> wanted;
    for (const QUrl &link : links)
        wanted.insert(digestOf(link));
    const auto parts = partsIn(folder, place, wanted);
    for (auto part = parts.cbegin(); part != parts.cend(); ++part) {
        PartFile left(place, leftOf(part.key(), {part.value()}));
        if (left.kept())
            left.remove();
    }
    ::close(place);
}

PartMove movePart(const QString &folder, const QUrl &link, const PartPlace &to,
                  std::atomic<bool> &isDecided)
{
    const int from = openFolder(folder);
    if (from < 0)
        return PartMove::NotThere;
    PartMove moved = PartMove::NotThere;
    const QByteArray entry = digestOf(link);
    PartFile left(from, leftOf(entry, partsIn(folder, from, {entry}).values()));
    if (left.kept())
        moved = moveTo(to, left, isDecided);
    ::close(from);
    return moved;
}

} // namespace lapwing::engine
