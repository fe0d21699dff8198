// SPDX-License-Identifier: MIT
#include "engine/disk/leftparts.h"

#include "engine/disk/checkedrecord.h"
#include "engine/disk/partfile.h"
#include "engine/disk/posixfile.h"

#include <QDir>
#include <QFile>
#include <QSet>

#include <fcntl.h>
#include <functional>
#include <unistd.h>

namespace lapwing::engine {
namespace {

int openFolder(const QString &folder)
{
    return ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/// Those of these entries, by their digests.
void forEachLeft(const QString &folder, const QSet<QByteArray> &entries,
                 const std::function<void(PartFile &)> &act)
{
    const int place = openFolder(folder);
    if (place < 0)
        return;
    const QStringList pattern{u'*' + QLatin1String(PartFile::ending)};
    for (const QString &part : QDir(folder).entryList(pattern, QDir::Files | QDir::Hidden)) {
        Target target;
        target.parts = {QFile::encodeName(part)};
        target.entry = entryOfPart(place, target.parts.front());
        if (!entries.contains(target.entry))
            continue;
        PartFile left(place, std::move(target));
        if (left.kept())
            act(left);
    }
    ::close(place);
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

} // namespace

void removeParts(const QString &folder, const QList<QUrl> &links)
{
    QSet<QByteArray> wanted;
    for (const QUrl &link : links)
        wanted.insert(digestOf(link));
    forEachLeft(folder, wanted, [](PartFile &left) { left.remove(); });
}

PartMove movePart(const QString &folder, const QUrl &link, const PartPlace &to,
                  std::atomic<bool> &isDecided)
{
    PartMove moved = PartMove::NotThere;
    int place = -1;
    forEachLeft(folder, {digestOf(link)}, [&](PartFile &left) {
        if (moved == PartMove::Moved)
            return;
        moved = PartMove::Failed;
        if (isDecided)
            return;
        if (place < 0)
            place = openPlace(to);
        if (place >= 0 && left.moveTo(place, to.name, isDecided))
            moved = PartMove::Moved;
    });
    if (place >= 0) {
        ::fsync(place);
        ::close(place);
    }
    return moved;
}

} // namespace lapwing::engine
