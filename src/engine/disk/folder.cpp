// SPDX-License-Identifier: MIT
#include "engine/disk/folder.h"

#include "engine/disk/filesink.h"
#include "engine/disk/posixfile.h"
#include "engine/disk/preflight.h"
#include "plan/safename.h"

#include <QDir>
#include <QFile>
#include <QTimer>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lapwing::engine {

Folder::Place::~Place()
{
    ::close(descriptor);
}

Folder::MaybePlace Folder::placeOf(const plan::Destination &destination)
{
    if (std::optional<record::Failure> failure = wrongWith(destination))
        return tl::unexpected(std::move(*failure));
    const QByteArray name = QFile::encodeName(destination.folder);
    int descriptor = -1;
    for (int tries = 0; descriptor < 0 && tries < maxEnterings; ++tries) {
        QDir().mkpath(destination.folder); // what went wrong shows with open()
        descriptor = heldFolder(::open(name.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    }
    if (descriptor < 0)
        return tl::unexpected(failureOf(errno, "open folder"));
    return std::make_shared<Place>(descriptor, destination);
}

QCoro::Task<Folder::MaybeFolder> Folder::open(DiskThreads *disk, plan::Destination destination)
{
    auto work = [destination = std::move(destination)] { return placeOf(destination); };
    const std::optional<MaybePlace> place = co_await disk->run(std::move(work));
    if (!place)
        co_return tl::unexpected(silence());
    if (!*place)
        co_return tl::unexpected(place->error());
    co_return std::unique_ptr<Folder>(new Folder(disk, **place));
}

Folder::Folder(DiskThreads *disk, std::shared_ptr<Place> place)
    : m_disk(disk), m_place(std::move(place))
{
    m_scope.launch(commitGroups());
}

QCoro::Task<> Folder::survey()
{
    auto work = [place = m_place] { return ExistingFiles::of(place->descriptor); };
    std::optional<ExistingFiles> inventory = co_await m_disk->run(std::move(work));
    if (inventory)
        m_inventory = std::move(*inventory);
}

bool Folder::claim(Place &place, const Finished &file)
{
    const QMutexLocker lock(&place.names);
    const bool isThere = ExistingFiles::isThere(place.descriptor, file);
    if (isThere)
        place.owners.insert(file.name, file.provenance.source.entry);
    return isThere;
}

QCoro::Task<> Folder::lookAgain(Finished file)
{
    auto work = [place = m_place, file] { return claim(*place, file); };
    const std::optional<bool> isThere = co_await m_disk->run(std::move(work));
    if (!isThere.value_or(true))
        m_inventory.forget(file.provenance.source.entry);
}

QCoro::Task<> Folder::lookAgain(QString name)
{
    auto work = [place = m_place, name] { return ExistingFiles::isThere(place->descriptor, name); };
    const std::optional<bool> isThere = co_await m_disk->run(std::move(work));
    if (!isThere.value_or(true))
        m_inventory.forget(name);
}

QCoro::Task<std::optional<NamedFile>> Folder::fileNamed(QString name)
{
    auto work = [place = m_place, name] { return ExistingFiles::named(place->descriptor, name); };
    std::optional<std::optional<NamedFile>> file = co_await m_disk->run(std::move(work));
    co_return file.value_or(std::nullopt);
}

std::unique_ptr<Sink> Folder::sinkFor(Target target)
{
    target.isKept = m_place->keepFiles;
    target.parts = m_inventory.partsOf(target.entry);
    return std::make_unique<FileSink>(this, std::move(target));
}

void Folder::setCommitImmediately(bool eager)
{
    m_eager = eager;
    m_wakeUp.set();
    for (auto &[way, below] : m_below) {
        if (below.folder)
            below.folder->setCommitImmediately(eager);
    }
}

QCoro::Task<> Folder::close()
{
    m_closing = true;
    m_wakeUp.set();
    co_await m_scope.join();
    std::vector<std::shared_ptr<Place>> left;
    for (auto &[way, below] : m_below) {
        if (!below.folder)
            continue;
        co_await below.folder->close();
        left.push_back(below.folder->m_place);
    }
    if (m_below.empty())
        co_return;
    auto work = [place = m_place, left] { return removeEmpty(*place, left); };
    [[maybe_unused]] const std::optional<bool> isDone = co_await m_disk->run(std::move(work));
}

/// Waits until there is a group: full, old enough, or no other file to wait for.
QCoro::Task<> Folder::collectGroup()
{
    while (m_waiting.empty() && !m_closing)
        co_await m_wakeUp;
    QTimer old;
    old.setSingleShot(true);
    QObject::connect(&old, &QTimer::timeout, &old, [this] { m_wakeUp.set(); });
    old.start(groupWait);
    while (m_waiting.size() < groupSize && !m_eager && !m_closing && old.isActive())
        co_await m_wakeUp;
}

QCoro::Task<> Folder::commitGroups()
{
    for (;;) {
        co_await collectGroup();
        if (m_waiting.empty())
            co_return; // closing
        const auto last =
            m_waiting.begin() + static_cast<std::ptrdiff_t>(std::min(groupSize, m_waiting.size()));
        std::vector<Job> group(std::make_move_iterator(m_waiting.begin()),
                               std::make_move_iterator(last));
        m_waiting.erase(m_waiting.begin(), last);
        auto work = [place = m_place, group] { return commitOnPool(*place, group); };
        std::optional<std::vector<MaybeCommitted>> ends = co_await m_disk->run(std::move(work));
        for (std::size_t i = 0; i < group.size(); ++i)
            group[i].sink->end(ends ? std::move((*ends)[i]) : tl::unexpected(silence()));
    }
}

/// What fails stays as it is, but for what nothing can be made of: the caller suspends the sink, and hears what of it stays.
MaybeCommitted Folder::seal(const Job &job)
{
    PartFile::MaybeFailure failure = FileSink::put(*job.part, job.begin, job.held, {});
    if (failure)
        return tl::unexpected(*failure);
    const tl::expected<Proof, record::Failure> proof = job.part->seal(job.proof);
    if (!proof) {
        if (proof.error().cause != record::Cause::DiskFull)
            job.part->remove();
        return tl::unexpected(proof.error());
    }
    Committed committed;
    committed.proof = *proof;
    committed.hashing = job.part->hashing();
    return committed;
}

bool Folder::isStillInPlace(const Place &place)
{
    struct stat named { };
    struct stat opened { };
    return ::stat(QFile::encodeName(place.path).constData(), &named) == 0
        && ::fstat(place.descriptor, &opened) == 0 && named.st_dev == opened.st_dev
        && named.st_ino == opened.st_ino;
}

MaybeCommitted Folder::publish(Place &place, const Job &job, Committed committed)
{
    const QMutexLocker lock(&place.names);
    int error = EEXIST;
    for (int number = 0; error == EEXIST && number < maxNumberedNames; ++number) {
        const QString name = plan::numbered(job.name, number);
        const auto owner = place.owners.constFind(name);
        const bool isOthers = owner != place.owners.constEnd() && *owner != job.entry;
        error = job.part->publish(name, job.conflict == plan::Conflict::Replace && !isOthers);
        if (error == EEXIST && job.conflict == plan::Conflict::Skip && !isOthers) {
            job.part->remove();
            return Committed{place.pathOf(name), Proof::Unverified, true, std::nullopt};
        }
        if (error == 0) {
            place.owners.insert(name, job.entry);
            committed.path = place.pathOf(name);
            if (!place.keepFiles)
                ::unlinkat(place.descriptor, QFile::encodeName(name).constData(), 0);
            return committed;
        }
    }
    return tl::unexpected(failureOf(error, error == ESTALE ? "part" : "rename"));
}

std::vector<MaybeCommitted> Folder::commitOnPool(Place &place, const std::vector<Job> &group)
{
    std::vector<MaybeCommitted> ends;
    ends.reserve(group.size());
    for (const Job &job : group)
        ends.push_back(seal(job));
    const bool inPlace = isStillInPlace(place);
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (!ends[i])
            continue;
        if (inPlace)
            ends[i] = publish(place, group[i], *ends[i]);
        else
            ends[i] = tl::unexpected(make(record::Cause::WriteFailed,
                                          QStringLiteral("the folder was moved or replaced")));
    }
    if (::fsync(place.descriptor) == 0 || errno == EINVAL) // EINVAL: a file system without it
        return ends;
    const record::Failure failure = failureOf(errno, "fsync folder");
    for (MaybeCommitted &end : ends) {
        if (end)
            end = tl::unexpected(failure);
    }
    return ends;
}

} // namespace lapwing::engine
