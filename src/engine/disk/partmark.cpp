// SPDX-License-Identifier: MIT
#include "engine/disk/partmark.h"

#include "engine/disk/posixfile.h"
#include "engine/disk/sidecarfile.h"

#include <optional>
#include <unistd.h>

namespace lapwing::engine {
namespace {

QByteArray markOf(const QByteArray &entry, qint64 inode)
{
    return "part " + entry + ' ' + QByteArray::number(inode);
}

} // namespace

void markPart(int file, const struct stat &it, const QByteArray &entry)
{
    setAttribute(file, Provenance::stateAttribute, markOf(entry, inodeOf(it)));
}

/// Older marks have no inode.
QByteArray entryMarkedIn(int file, const struct stat &it)
{
    const QByteArray mark = attributeOf(file, Provenance::stateAttribute);
    const QByteArray entry = mark.split(' ').value(1);
    return mark == markOf(entry, inodeOf(it)) || mark == "part " + entry ? entry : QByteArray();
}

bool isSidecarOf(int file, const struct stat &it, const Sidecar &sidecar)
{
    return sidecar.file == inodeOf(it)
        || attributeOf(file, Provenance::stateAttribute)
        == markOf(sidecar.source.entry, sidecar.file);
}

QByteArray entryOfPart(int folder, const QByteArray &part)
{
    const int file = ::openat(folder, part.constData(), O_RDONLY | oldFile);
    if (file < 0)
        return {};
    struct stat it { }; // without an inode, which none is, where it cannot be read
    ::fstat(file, &it);
    const std::optional<Provenance> finished = provenanceOf(file);
    QByteArray entry = finished ? finished->source.entry : entryMarkedIn(file, it);
    if (entry.isEmpty()) {
        SidecarFile sidecar(folder);
        sidecar.belongTo(part);
        const std::optional<Sidecar> told = sidecar.read();
        entry = told && isSidecarOf(file, it, *told) ? told->source.entry : QByteArray();
    }
    ::close(file);
    return entry;
}

} // namespace lapwing::engine
