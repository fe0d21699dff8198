// SPDX-License-Identifier: MIT
// The folders that a list wants below the chosen one, and those that were chosen before it.
#include "engine/disk/filesink.h"
#include "engine/disk/posixfile.h"

#include <QFile>
#include <QStringList>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <functional>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace lapwing::engine {
namespace {

using record::Cause;

/// Why the last part of `path` cannot be entered.
record::Failure whyNot(int folder, const QByteArray &name, const QString &path, int error)
{
    struct stat it { };
    const bool isThere = ::fstatat(folder, name.constData(), &it, AT_SYMLINK_NOFOLLOW) == 0;
    if (isThere && S_ISLNK(it.st_mode))
        return make(Cause::FolderOutside, path + QStringLiteral(" is a symbolic link"));
    if (isThere && !S_ISDIR(it.st_mode))
        return make(Cause::FolderBelowFile, path);
    record::Failure failure = failureOf(error, "folder");
    failure.detail = path + QStringLiteral(": ") + failure.detail;
    return failure;
}

} // namespace

Folder::MaybePlace Folder::placeBelow(Place &above, const QString &way, Entering entering)
{
    if (entering == Entering::Follows)
        return placeAt(above, way);
    MaybePlace place = enter(above, way, entering);
    for (int tries = 1; !place && entering == Entering::Makes && tries < maxEnterings; ++tries)
        place = enter(above, way, entering);
    return place;
}

/// From part to part, each by the descriptor of the one above: what is put in the way meanwhile leads nowhere else.
Folder::MaybePlace Folder::enter(Place &above, const QString &way, Entering entering)
{
    const bool isAbsolute = way.startsWith(u'/');
    int folder = isAbsolute ? ::open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC) : above.descriptor;
    QString path = isAbsolute ? QString() : above.path;
    for (const QString &part : way.split(u'/', Qt::SkipEmptyParts)) {
        const QByteArray name = QFile::encodeName(part);
        path = path + u'/' + part;
        bool isMade = false;
        const int next = entering == Entering::Makes ? makeAndEnterFolder(folder, name, &isMade)
                                                     : enterFolder(folder, name);
        const int error = errno;
        if (isMade) {
            const QMutexLocker lock(&above.names);
            above.made << (isAbsolute ? path : path.sliced(above.path.size() + 1));
        }
        std::optional<record::Failure> failure;
        if (next < 0)
            failure = whyNot(folder, name, path, error);
        if (folder != above.descriptor)
            ::close(folder);
        if (failure)
            return tl::unexpected(std::move(*failure));
        folder = next;
    }
    folder = heldFolder(folder);
    if (folder < 0)
        return tl::unexpected(failureOf(errno, "folder"));
    return std::make_shared<Place>(folder, path, above);
}

/// From the deepest on. The disk itself keeps what is not empty, and the locks what another run has entered.
bool Folder::removeEmpty(Place &place, const std::vector<std::shared_ptr<Place>> &below)
{
    for (const std::shared_ptr<Place> &left : below)
        ::flock(left->descriptor, LOCK_UN);
    QStringList made;
    {
        const QMutexLocker lock(&place.names);
        made.swap(place.made);
    }
    std::ranges::sort(made, std::greater(), &QString::size);
    for (const QString &way : std::as_const(made)) {
        const qsizetype behind = way.lastIndexOf(u'/') + 1;
        const QByteArray name = QFile::encodeName(way.sliced(behind));
        const auto above = behind > 0 ? placeBelow(place, way.first(behind), Entering::Finds)
                                      : MaybePlace(nullptr);
        if (above)
            removeUnusedFolder(*above ? (*above)->descriptor : place.descriptor, name);
    }
    return true;
}

Folder::MaybePlace Folder::placeAt(const Place &above, const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const bool isWritable = ::faccessat(AT_FDCWD, name.constData(), W_OK | X_OK, AT_EACCESS) == 0;
    const int opened =
        isWritable ? heldFolder(::open(name.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) : -1;
    if (opened < 0)
        return tl::unexpected(failureOf(errno, "open folder"));
    return std::make_shared<Place>(opened, path, above);
}

QCoro::Task<> Folder::openBelow(Below *below, QString way, Entering entering)
{
    below->isOpening = true;
    below->failure.reset();
    auto work = [above = m_place, way, entering] { return placeBelow(*above, way, entering); };
    const std::optional<MaybePlace> place = co_await m_disk->run(std::move(work));
    if (place && *place) {
        std::unique_ptr<Folder> folder(new Folder(m_disk, **place));
        co_await folder->survey();
        folder->setCommitImmediately(m_eager);
        below->folder = std::move(folder);
    } else {
        below->failure = place ? place->error() : silence();
    }
    below->isOpening = false;
    for (async::Event *waiting : below->waiting)
        waiting->set();
    below->waiting.clear();
}

QCoro::Task<tl::expected<Folder *, record::Failure>> Folder::reach(QString way, Entering entering)
{
    if (way.isEmpty())
        co_return this;
    Below *below = &m_below[way];
    const bool isOpening = below->isOpening;
    while (below->isOpening) {
        async::Event opened;
        below->waiting.push_back(&opened);
        co_await opened;
    }
    if (!below->folder && !isOpening)
        co_await openBelow(below, way, entering);
    if (!below->folder)
        co_return tl::unexpected(below->failure.value_or(make(Cause::WriteFailed)));
    co_return below->folder.get();
}

QCoro::Task<tl::expected<Folder *, record::Failure>> Folder::below(QString way)
{
    return reach(std::move(way), Entering::Makes);
}

QCoro::Task<Folder *> Folder::elsewhere(QString chosen, QString way)
{
    const tl::expected<Folder *, record::Failure> there = co_await reach(chosen, Entering::Follows);
    if (!there)
        co_return nullptr;
    const tl::expected<Folder *, record::Failure> folder =
        co_await (*there)->reach(way, Entering::Finds);
    co_return folder.value_or(nullptr);
}

} // namespace lapwing::engine
