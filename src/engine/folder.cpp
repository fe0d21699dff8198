// SPDX-License-Identifier: MIT
#include "engine/folder.h"

#include "async/future.h"

#include <QDir>
#include <QFile>
#include <QTimer>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace lapwing::engine {

/// Small bodies are held and written with their group: one trip to the pool instead of three.
class Folder::FileSink final : public Sink {
public:
    FileSink(Folder *folder, const QString &name)
        : m_folder(folder), m_part(std::make_shared<PartFile>(folder->m_descriptor, name))
    {
    }

    /// Hands the chunk to the pool once the one before is written, and does not wait for it: the next
    /// chunk is read from the network meanwhile. So an error shows one call later, at the latest in commit().
    [[nodiscard]] QCoro::Task<std::optional<record::Failure>> write(QByteArray chunk) override
    {
        if (!m_written && m_held.size() + chunk.size() <= mostHeld) {
            m_held.append(chunk);
            co_return std::nullopt;
        }
        std::optional<record::Failure> failure = co_await outstanding();
        if (failure)
            co_return failure;
        m_written = true;
        auto work = [part = m_part, held = std::exchange(m_held, {}), chunk = std::move(chunk)] {
            if (PartFile::MaybeFailure failed = part->write(held))
                return failed;
            return part->write(chunk);
        };
        m_outstanding = async::onPool(&m_folder->m_pool, std::move(work));
        co_return std::nullopt;
    }

    [[nodiscard]] QCoro::Task<Committed> commit() override
    {
        std::optional<record::Failure> failure = co_await outstanding();
        if (failure) {
            co_await discard();
            co_return tl::unexpected(*failure);
        }
        m_folder->m_waiting.push_back(job());
        m_folder->m_news.set();
        while (!m_end)
            co_await m_ended;
        Committed end = *m_end;
        co_return end;
    }

    [[nodiscard]] QCoro::Task<> discard() override
    {
        co_await outstanding();
        m_held.clear();
        if (!m_written)
            co_return;
        auto work = [part = m_part] { part->remove(); };
        co_await async::result(async::onPool(&m_folder->m_pool, std::move(work)));
    }

    void end(Committed committed)
    {
        m_end = std::move(committed);
        m_ended.set();
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

    [[nodiscard]] Job job() { return {this, m_part, std::exchange(m_held, {})}; }

    Folder *m_folder;
    std::shared_ptr<PartFile> m_part;
    QByteArray m_held;
    bool m_written = false;
    std::optional<QFuture<PartFile::MaybeFailure>> m_outstanding; ///< the write under way
    std::optional<Committed> m_end;
    async::Event m_ended;
};

tl::expected<std::unique_ptr<Folder>, record::Failure> Folder::open(const QString &path,
                                                                    bool keepFiles)
{
    QDir().mkpath(path); // what went wrong shows with open()
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return tl::unexpected(failureOf(errno, "open folder"));
    if (::faccessat(descriptor, ".", W_OK | X_OK, AT_EACCESS) != 0) {
        const int error = errno;
        ::close(descriptor);
        return tl::unexpected(failureOf(error, "folder"));
    }
    return std::unique_ptr<Folder>(new Folder(descriptor, path, keepFiles));
}

Folder::Folder(int descriptor, QString path, bool keepFiles)
    : m_descriptor(descriptor), m_path(std::move(path)), m_keepFiles(keepFiles)
{
    m_pool.setMaxThreadCount(4); // more than the cores: these threads wait for the disk
    m_scope.launch(commitGroups());
}

Folder::~Folder()
{
    m_pool.waitForDone();
    ::close(m_descriptor);
}

std::unique_ptr<Sink> Folder::sinkFor(const QString &name)
{
    return std::make_unique<FileSink>(this, name);
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
        std::vector<Committed> ends =
            co_await async::result(async::onPool(&m_pool, std::move(work)));
        for (std::size_t i = 0; i < group.size(); ++i)
            group[i].sink->end(std::move(ends[i]));
    }
}

std::vector<Committed> Folder::commitOnPool(const std::vector<Job> &group) const
{
    std::vector<Committed> ends(group.size());
    for (std::size_t i = 0; i < group.size(); ++i) {
        PartFile::MaybeFailure failure =
            group[i].held.isEmpty() ? std::nullopt : group[i].part->write(group[i].held);
        if (!failure)
            failure = group[i].part->sync();
        if (failure)
            ends[i] = tl::unexpected(*failure);
    }
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (ends[i])
            ends[i] = group[i].part->publish();
        if (!ends[i])
            group[i].part->remove();
    }
    const bool durable =
        ::fsync(m_descriptor) == 0 || errno == EINVAL; // EINVAL: a file system without it
    const int error = errno;
    for (Committed &end : ends) {
        if (!end)
            continue;
        if (!m_keepFiles)
            ::unlinkat(m_descriptor, QFile::encodeName(*end).constData(), 0);
        end = durable ? Committed(m_path + QLatin1Char('/') + *end)
                      : tl::unexpected(failureOf(error, "fsync folder"));
    }
    return ends;
}

} // namespace lapwing::engine
