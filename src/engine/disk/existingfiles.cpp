// SPDX-License-Identifier: MIT
#include "engine/disk/existingfiles.h"

#include "engine/disk/partfile.h"
#include "engine/disk/partmark.h"
#include "engine/disk/posixfile.h"
#include "engine/disk/sidecarfile.h"

#include <QFile>

#include <dirent.h>
#include <memory>
#include <unistd.h>

namespace lapwing::engine {
namespace {

constexpr QByteArrayView partEnding = PartFile::ending;
constexpr QByteArrayView sidecarEnding = ".part.lapwing";

struct CloseFolder {
    void operator()(DIR *folder) const { ::closedir(folder); }
};

std::optional<Provenance> provenanceAt(int folder, const char *name)
{
    const int file = ::openat(folder, name, O_RDONLY | oldFile);
    if (file < 0)
        return std::nullopt;
    std::optional<Provenance> provenance = provenanceOf(file);
    ::close(file);
    return provenance;
}

/// A link to a folder is none: it can be replaced.
bool isFolderItself(int folder, const dirent &entry)
{
    if (entry.d_type != DT_UNKNOWN)
        return entry.d_type == DT_DIR;
    struct stat it { };
    return ::fstatat(folder, entry.d_name, &it, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(it.st_mode);
}

} // namespace

ExistingFiles ExistingFiles::of(int folder)
{
    ExistingFiles inventory;
    const int again = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const std::unique_ptr<DIR, CloseFolder> reader(again < 0 ? nullptr : ::fdopendir(again));
    if (!reader)
        return inventory;
    while (const dirent *entry = ::readdir(reader.get())) {
        const QByteArray name(entry->d_name);
        inventory.m_names.insert(QFile::decodeName(name));
        if (isFolderItself(folder, *entry))
            inventory.m_folders.insert(QFile::decodeName(name));
        if (name.endsWith(sidecarEnding))
            removeIfLeftOver(folder, name);
        const bool mayBeFile = entry->d_type == DT_REG || entry->d_type == DT_UNKNOWN;
        if (!mayBeFile)
            continue;
        if (name.endsWith(partEnding)) { // also one that is whole, and has yet to get its name
            inventory.addParts(entryOfPart(folder, name), {name});
            continue;
        }
        const std::optional<Provenance> provenance = provenanceAt(folder, entry->d_name);
        if (provenance)
            inventory.add(Finished{QFile::decodeName(name), *provenance});
    }
    return inventory;
}

bool ExistingFiles::isThere(int folder, const Finished &file)
{
    return provenanceAt(folder, QFile::encodeName(file.name).constData()) == file.provenance;
}

bool ExistingFiles::isThere(int folder, const QString &name)
{
    return ::faccessat(folder, QFile::encodeName(name).constData(), F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

std::optional<NamedFile> ExistingFiles::named(int folder, const QString &name)
{
    struct stat it { };
    const int error =
        ::fstatat(folder, QFile::encodeName(name).constData(), &it, AT_SYMLINK_NOFOLLOW);
    if (error != 0 || !S_ISREG(it.st_mode))
        return std::nullopt;
    return NamedFile{name, it.st_size, QDateTime::fromSecsSinceEpoch(it.st_mtim.tv_sec)};
}

/// Of several the last one: it is the likeliest to be what the server has now.
void ExistingFiles::add(Finished file)
{
    const auto known = m_finished.constFind(file.provenance.source.entry);
    if (known == m_finished.constEnd() || known->provenance.modified < file.provenance.modified)
        m_finished.insert(file.provenance.source.entry, std::move(file));
}

void ExistingFiles::addParts(const QByteArray &entry, const QList<QByteArray> &parts)
{
    for (const QByteArray &part : parts) {
        if (!entry.isEmpty() && !m_parts.contains(entry, part))
            m_parts.insert(entry, part);
    }
}

std::optional<Finished> ExistingFiles::finished(const QByteArray &entry) const
{
    const auto found = m_finished.constFind(entry);
    return found == m_finished.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace lapwing::engine
