// SPDX-License-Identifier: MIT
#include "engine/disk/removeparts.h"

#include "engine/disk/checkedrecord.h"
#include "engine/disk/partfile.h"

#include <QDir>
#include <QFile>
#include <QSet>

#include <fcntl.h>
#include <unistd.h>

namespace lapwing::engine {
namespace {

constexpr QLatin1String partEnding(".part");

} // namespace

/// By what the sidecars say, not by names: two links may ask for the same one.
void removeParts(const QString &folder, const QList<QUrl> &links)
{
    QSet<QByteArray> wanted;
    for (const QUrl &link : links)
        wanted.insert(digestOf(link));
    const int place =
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (place < 0)
        return;
    const QString pattern = u'*' + partEnding + QLatin1String(SidecarFile::ending);
    for (const QString &sidecar : QDir(folder).entryList({pattern}, QDir::Files | QDir::Hidden)) {
        const QString part = sidecar.chopped(QLatin1String(SidecarFile::ending).size());
        SidecarFile file(place);
        file.belongTo(QFile::encodeName(part));
        const std::optional<Sidecar> told = file.read();
        if (!told || !wanted.contains(told->source.entry))
            continue;
        PartFile left(place, {part.chopped(partEnding.size()), told->source.entry, std::nullopt});
        if (left.kept())
            left.remove();
    }
    ::close(place);
}

} // namespace lapwing::engine
