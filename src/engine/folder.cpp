// SPDX-License-Identifier: MIT
#include "engine/folder.h"

#include "async/future.h"
#include "engine/files.h"
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

/// Small bodies are held and written with their group: one trip to the pool instead of three.
class Folder::FileSink final : public Sink {
public:
    FileSink(Folder *folder, Target target)
        : m_folder(folder)
        , m_name(target.name)
        , m_mayHavePart(folder->m_inventory.holds(target.name + QStringLiteral(".part")))
        , m_part(std::make_shared<PartFile>(folder->m_descriptor, std::move(target)))
    {
    }

    [[nodiscard]] QCoro::Task<std::optional<Kept>> kept() override
    {
        co_await outstanding();
        if (!m_mayHavePart)
            co_return std::nullopt;
        auto work = [part = m_part] { return part->kept(); };
        std::optional<Kept> kept =
            co_await async::result(async::onPool(&m_folder->m_pool, std::move(work)));
        co_return kept;
    }

    /// What is known to be more than is held begins at once, so that a lack of room is seen before
    /// the body comes.
    [[nodiscard]] QCoro::Task<std::optional<record::Failure>> begin(Coming coming) override
    {
        std::optional<record::Failure> failure = co_await outstanding();
        m_held.clear();
        if (failure || coming.total.value_or(0) <= mostHeld) {
            m_begin = std::move(coming);
            co_return failure;
        }
        m_begin.reset();
        m_mayHavePart = true;
        auto work = [part = m_part, coming = std::move(coming)] { return part->begin(coming); };
        failure = co_await async::result(async::onPool(&m_folder->m_pool, std::move(work)));
        co_return failure;
    }

    /// Hands the chunk to the pool once the one before is written, and does not wait for it: the next
    /// chunk is read from the network meanwhile. So an error shows one call later, at the latest in commit().
    [[nodiscard]] QCoro::Task<std::optional<record::Failure>> write(QByteArray chunk) override
    {
        if (m_begin && m_begin->from == 0 && m_held.size() + chunk.size() <= mostHeld) {
            m_held.append(chunk);
            co_return std::nullopt;
        }
        std::optional<record::Failure> failure = co_await outstanding();
        if (failure)
            co_return failure;
        m_mayHavePart = true;
        auto work = [part = m_part, begin = std::exchange(m_begin, std::nullopt),
                     held = std::exchange(m_held, {}),
                     chunk = std::move(chunk)] { return put(*part, begin, held, chunk); };
        m_outstanding = async::onPool(&m_folder->m_pool, std::move(work));
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
        m_folder->m_news.set();
        while (!m_end)
            co_await m_ended;
        MaybeCommitted end = *m_end;
        co_return end;
    }

    [[nodiscard]] QCoro::Task<qint64> suspend() override { return leave(suspended); }
    [[nodiscard]] QCoro::Task<> discard() override { co_await leave(removed); }

    void end(MaybeCommitted committed)
    {
        m_end = std::move(committed);
        m_ended.set();
    }

    /// For the pool: what a write or a commit begins with.
    [[nodiscard]] static PartFile::MaybeFailure put(PartFile &part,
                                                    const std::optional<Coming> &begin,
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
    static constexpr qsizetype mostHeld = 32 * 1024;

    /// Until the write that is under way has ended; what it came to.
    [[nodiscard]] QCoro::Task<std::optional<record::Failure>> outstanding()
    {
        if (!m_outstanding)
            co_return std::nullopt;
        QFuture<PartFile::MaybeFailure> future = *std::exchange(m_outstanding, std::nullopt);
        std::optional<record::Failure> failure = co_await async::result(std::move(future));
        co_return failure;
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
        auto work = [part = m_part, how] { return how(*part); };
        const qint64 stays =
            co_await async::result(async::onPool(&m_folder->m_pool, std::move(work)));
        co_return stays;
    }

    [[nodiscard]] Job job(Proof proof, QString name)
    {
        if (name.isEmpty())
            name = m_name;
        return {
            this,  m_part,         std::exchange(m_begin, std::nullopt), std::exchange(m_held, {}),
            proof, std::move(name)};
    }

    Folder *m_folder;
    QString m_name;
    bool m_mayHavePart; ///< else there is nothing on the disk, and no trip to the pool to find out
    std::shared_ptr<PartFile> m_part;
    std::optional<Coming> m_begin = Coming(); ///< not handed to the part yet
    QByteArray m_held;
    std::optional<QFuture<PartFile::MaybeFailure>> m_outstanding; ///< the write under way
    std::optional<MaybeCommitted> m_end;
    async::Event m_ended;
};

tl::expected<std::unique_ptr<Folder>, record::Failure> Folder::open(
    const plan::Destination &destination)
{
    QDir().mkpath(destination.folder); // what went wrong shows with open()
    const int descriptor = ::open(QFile::encodeName(destination.folder).constData(),
                                  O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return tl::unexpected(failureOf(errno, "open folder"));
    if (::faccessat(descriptor, ".", W_OK | X_OK, AT_EACCESS) != 0) {
        const int error = errno;
        ::close(descriptor);
        return tl::unexpected(failureOf(error, "folder"));
    }
    return std::unique_ptr<Folder>(new Folder(descriptor, destination));
}

Folder::Folder(int descriptor, const plan::Destination &destination)
    : m_descriptor(descriptor)
    , m_path(destination.folder)
    , m_keepFiles(destination.keepFiles)
    , m_conflict(destination.conflict)
{
    m_pool.setMaxThreadCount(4); // more than the cores: these threads wait for the disk
    m_scope.launch(commitGroups());
}

Folder::~Folder()
{
    m_pool.waitForDone();
    ::close(m_descriptor);
}

QCoro::Task<> Folder::survey()
{
    auto work = [descriptor = m_descriptor] { return Inventory::of(descriptor); };
    m_inventory = co_await async::result(async::onPool(&m_pool, std::move(work)));
}

std::unique_ptr<Sink> Folder::sinkFor(Target target)
{
    target.isKept = m_keepFiles;
    return std::make_unique<FileSink>(this, std::move(target));
}

void Folder::setEager(bool eager)
{
    m_eager = eager;
    m_news.set();
}

QCoro::Task<> Folder::close()
{
    m_closing = true;
    m_news.set();
    co_await m_scope.join();
}

/// Waits until there is a group: full, old enough, or nobody else to wait for.
QCoro::Task<> Folder::gatherGroup()
{
    while (m_waiting.empty() && !m_closing)
        co_await m_news;
    QTimer old;
    old.setSingleShot(true);
    QObject::connect(&old, &QTimer::timeout, &old, [this] { m_news.set(); });
    old.start(groupWait);
    while (m_waiting.size() < groupSize && !m_eager && !m_closing && old.isActive())
        co_await m_news;
}

QCoro::Task<> Folder::commitGroups()
{
    for (;;) {
        co_await gatherGroup();
        if (m_waiting.empty())
            co_return; // closing
        const auto last =
            m_waiting.begin() + static_cast<std::ptrdiff_t>(std::min(groupSize, m_waiting.size()));
        std::vector<Job> group(std::make_move_iterator(m_waiting.begin()),
                               std::make_move_iterator(last));
        m_waiting.erase(m_waiting.begin(), last);
        auto work = [this, group] { return commitOnPool(group); };
        std::vector<MaybeCommitted> ends =
            co_await async::result(async::onPool(&m_pool, std::move(work)));
        for (std::size_t i = 0; i < group.size(); ++i)
            group[i].sink->end(std::move(ends[i]));
    }
}

/// What does not even reach the disk whole stays as a part where that can be gone on from.
MaybeCommitted Folder::seal(const Job &job)
{
    PartFile::MaybeFailure failure = FileSink::put(*job.part, job.begin, job.held, {});
    if (failure) {
        job.part->suspend();
        return tl::unexpected(*failure);
    }
    const tl::expected<Proof, record::Failure> proof = job.part->seal(job.proof);
    if (!proof) {
        if (proof.error().cause == record::Cause::DiskFull)
            job.part->suspend();
        else
            job.part->remove();
        return tl::unexpected(proof.error());
    }
    Committed committed;
    committed.proof = *proof;
    committed.hashing = job.part->hashing();
    return committed;
}

bool Folder::isStillInPlace() const
{
    struct stat named { };
    struct stat opened { };
    return ::stat(QFile::encodeName(m_path).constData(), &named) == 0
        && ::fstat(m_descriptor, &opened) == 0 && named.st_dev == opened.st_dev
        && named.st_ino == opened.st_ino;
}

MaybeCommitted Folder::publish(const Job &job, Committed committed)
{
    int error = EEXIST;
    for (int number = 0; error == EEXIST && number < mostNumbers; ++number) {
        const QString name = number == 0 ? job.name : plan::numbered(job.name, number);
        const bool ours = m_published.contains(name);
        error = job.part->publish(name, m_conflict == plan::Conflict::Replace && !ours);
        if (error == EEXIST && m_conflict == plan::Conflict::Skip && !ours) {
            job.part->remove();
            return Committed{pathOf(name), Proof::Unverified, true, std::nullopt};
        }
        if (error == 0) {
            m_published.insert(name);
            committed.path = pathOf(name);
            if (!m_keepFiles)
                ::unlinkat(m_descriptor, QFile::encodeName(name).constData(), 0);
            return committed;
        }
    }
    job.part->suspend();
    return tl::unexpected(failureOf(error, error == ESTALE ? "part" : "rename"));
}

std::vector<MaybeCommitted> Folder::commitOnPool(const std::vector<Job> &group)
{
    std::vector<MaybeCommitted> ends;
    ends.reserve(group.size());
    for (const Job &job : group)
        ends.push_back(seal(job));
    const bool inPlace = isStillInPlace();
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (!ends[i])
            continue;
        if (inPlace) {
            ends[i] = publish(group[i], *ends[i]);
        } else {
            group[i].part->suspend();
            ends[i] = tl::unexpected(make(record::Cause::WriteFailed,
                                          QStringLiteral("the folder was moved or replaced")));
        }
    }
    if (::fsync(m_descriptor) == 0 || errno == EINVAL) // EINVAL: a file system without it
        return ends;
    const record::Failure failure = failureOf(errno, "fsync folder");
    for (MaybeCommitted &end : ends) {
        if (end)
            end = tl::unexpected(failure);
    }
    return ends;
}

} // namespace lapwing::engine
