// SPDX-License-Identifier: MIT
#include "engine/disk/folder.h"

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
namespace {

/// For work whose result is no longer awaited.
record::Failure silence()
{
    return make(record::Cause::WriteFailed, QStringLiteral("the disk does not answer"));
}

} // namespace

/// Small bodies are held and written with their group: one trip to the pool instead of three.
class Folder::FileSink final : public Sink {
public:
    FileSink(Folder *folder, Target target)
        : m_folder(folder)
        , m_name(target.name)
        , m_conflict(target.conflict.value_or(folder->m_place->conflict))
        , m_mayHavePart(folder->m_leftParts.contains(target.name)
                        || folder->m_inventory.holds(target.name + QStringLiteral(".part")))
        , m_entry(target.entry)
        , m_part(std::make_shared<PartFile>(folder->m_place->descriptor, std::move(target)))
    {
    }
    /// Closing a file may wait for the disk too.
    ~FileSink() override
    {
        if (m_folder->m_disk->isGivenUp())
            static_cast<void>(onDisk([](PartFile &) { return true; }));
    }

    [[nodiscard]] QCoro::Task<std::optional<ResumePoint>> kept() override
    {
        co_await outstanding();
        if (!m_mayHavePart)
            co_return std::nullopt;
        auto future = onDisk([](PartFile &part) { return part.kept(); });
        const std::optional<std::optional<ResumePoint>> kept =
            co_await m_folder->m_disk->result(std::move(future));
        co_return kept.value_or(std::nullopt);
    }

    /// What is known to be more than is held begins at once, so that a lack of room is seen before
    /// the body comes.
    [[nodiscard]] QCoro::Task<std::optional<record::Failure>> begin(IncomingBody coming) override
    {
        std::optional<record::Failure> failure = co_await outstanding();
        m_held.clear();
        if (failure || coming.total.value_or(0) <= maxHeld) {
            m_begin = std::move(coming);
            co_return failure;
        }
        m_begin.reset();
        m_mayHavePart = true;
        m_outstanding =
            onDisk([coming = std::move(coming)](PartFile &part) { return part.begin(coming); });
        failure = co_await outstanding();
        co_return failure;
    }

    /// Hands the chunk to the pool once the one before is written, and does not wait for it: the next
    /// chunk is read from the network meanwhile. So an error shows one call later, at the latest in commit().
    [[nodiscard]] QCoro::Task<std::optional<record::Failure>> write(QByteArray chunk) override
    {
        if (m_begin && m_begin->from == 0 && m_held.size() + chunk.size() <= maxHeld) {
            m_held.append(chunk);
            co_return std::nullopt;
        }
        std::optional<record::Failure> failure = co_await outstanding();
        if (failure)
            co_return failure;
        m_mayHavePart = true;
        m_outstanding = onDisk(
            [begin = std::exchange(m_begin, std::nullopt), held = std::exchange(m_held, {}),
             chunk = std::move(chunk)](PartFile &part) { return put(part, begin, held, chunk); });
        co_return std::nullopt;
    }

    [[nodiscard]] QCoro::Task<MaybeCommitted> commit(Proof proof, QString name) override
    {
        std::optional<record::Failure> failure = co_await outstanding();
        if (failure)
            co_return tl::unexpected(*failure);
        m_end.reset();
        m_mayHavePart = true; // when the commit fails, the part may stay
        m_folder->m_waiting.push_back(job(proof, std::move(name)));
        m_folder->m_wakeUp.set();
        while (!m_end)
            co_await m_ended;
        MaybeCommitted end = *m_end;
        co_return end;
    }

    [[nodiscard]] QCoro::Task<bool> equals(QString name) override
    {
        const std::optional<record::Failure> failure = co_await outstanding();
        if (failure)
            co_return false;
        const std::optional<QByteArray> held = m_begin ? std::optional(m_held) : std::nullopt;
        auto future = onDisk(
            [name = std::move(name), held](PartFile &part) { return part.equals(name, held); });
        const std::optional<bool> isSame = co_await m_folder->m_disk->result(std::move(future));
        co_return isSame.value_or(false);
    }

    [[nodiscard]] QCoro::Task<qint64> suspend() override
    {
        const qint64 stays = co_await leave(suspended);
        if (stays > 0)
            m_folder->m_leftParts.insert(m_name);
        co_return stays;
    }
    [[nodiscard]] QCoro::Task<> discard() override { co_await leave(removed); }

    void end(MaybeCommitted committed)
    {
        m_end = std::move(committed);
        m_ended.set();
    }

    /// For the pool: what a write or a commit begins with.
    [[nodiscard]] static PartFile::MaybeFailure put(PartFile &part,
                                                    const std::optional<IncomingBody> &begin,
                                                    const QByteArray &held, const QByteArray &chunk)
    {
        PartFile::MaybeFailure failure;
        if (begin)
            failure = part.begin(*begin);
        if (!failure && !held.isEmpty())
            failure = part.write(held);
        if (!failure && !chunk.isEmpty())
            failure = part.write(chunk);
        return failure;
    }

private:
    static constexpr qsizetype maxHeld = 32 * 1024;

    /// Begins work on the part, which shares what it needs: the disk may be given up meanwhile.
    template<typename F, typename T = std::invoke_result_t<F, PartFile &>>
    [[nodiscard]] QFuture<T> onDisk(F work)
    {
        return m_folder->m_disk->start([place = m_folder->m_place, part = m_part,
                                        work = std::move(work)] { return work(*part); });
    }

    /// Until the write that is under way has ended; what it came to.
    [[nodiscard]] QCoro::Task<std::optional<record::Failure>> outstanding()
    {
        if (!m_outstanding)
            co_return std::nullopt;
        QFuture<PartFile::MaybeFailure> future = *std::exchange(m_outstanding, std::nullopt);
        const std::optional<PartFile::MaybeFailure> failure =
            co_await m_folder->m_disk->result(std::move(future));
        co_return failure.value_or(silence());
    }

    // What leave() does with a part; how many bytes of it stay.
    static qint64 suspended(PartFile &part) { return part.suspend(); }
    static qint64 removed(PartFile &part)
    {
        part.remove();
        return 0;
    }

    [[nodiscard]] QCoro::Task<qint64> leave(qint64 (*how)(PartFile &))
    {
        co_await outstanding();
        m_held.clear();
        m_begin.reset();
        if (!m_mayHavePart)
            co_return 0;
        auto future = onDisk(how);
        const std::optional<qint64> stays = co_await m_folder->m_disk->result(std::move(future));
        co_return stays.value_or(0);
    }

    [[nodiscard]] Job job(Proof proof, QString name)
    {
        if (name.isEmpty())
            name = m_name;
        return {this,
                m_part,
                m_entry,
                std::exchange(m_begin, std::nullopt),
                std::exchange(m_held, {}),
                proof,
                std::move(name),
                m_conflict};
    }

    Folder *m_folder;
    QString m_name;
    plan::Conflict m_conflict;
    bool m_mayHavePart; ///< else there is nothing on the disk, and no trip to the pool to find out
    QByteArray m_entry; ///< see Target
    std::shared_ptr<PartFile> m_part;
    std::optional<IncomingBody> m_begin = IncomingBody(); ///< not handed to the part yet
    QByteArray m_held;
    std::optional<QFuture<PartFile::MaybeFailure>> m_outstanding; ///< the write under way
    std::optional<MaybeCommitted> m_end;
    async::Event m_ended;
};

Folder::Place::~Place()
{
    ::close(descriptor);
}

Folder::MaybePlace Folder::placeOf(const plan::Destination &destination)
{
    if (std::optional<record::Failure> failure = wrongWith(destination))
        return tl::unexpected(std::move(*failure));
    QDir().mkpath(destination.folder); // what went wrong shows with open()
    const int descriptor = ::open(QFile::encodeName(destination.folder).constData(),
                                  O_RDONLY | O_DIRECTORY | O_CLOEXEC);
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

std::unique_ptr<Sink> Folder::sinkFor(Target target)
{
    target.isKept = m_place->keepFiles;
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
    for (auto &[way, below] : m_below) {
        if (below.folder)
            co_await below.folder->close();
    }
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
        const QString name = number == 0 ? job.name : plan::numbered(job.name, number);
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
