// SPDX-License-Identifier: MIT
#pragma once

#include "engine/disk/folder.h"

/// Inside this folder only.
namespace lapwing::engine {

/// For work whose result is no longer awaited.
[[nodiscard]] inline record::Failure silence()
{
    return make(record::Cause::WriteFailed, QStringLiteral("the disk does not answer"));
}

/// Small bodies are held and written with their group: one trip to the pool instead of three.
class Folder::FileSink final : public Sink {
public:
    FileSink(Folder *folder, Target target)
        : m_folder(folder)
        , m_name(target.name)
        , m_conflict(target.conflict.value_or(folder->m_place->conflict))
        , m_mayHavePart(!target.parts.isEmpty())
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

    [[nodiscard]] QCoro::Task<bool> confirm(QString name, Proof proof) override
    {
        const std::optional<record::Failure> failure = co_await outstanding();
        if (failure)
            co_return false;
        auto future =
            onDisk([name = std::move(name), proof, begin = m_begin, held = m_held](PartFile &part) {
                return part.confirm(name, proof, begin, held);
            });
        const std::optional<bool> isSame = co_await m_folder->m_disk->result(std::move(future));
        co_return isSame.value_or(false);
    }

    [[nodiscard]] QCoro::Task<qint64> suspend() override
    {
        const qint64 stays = co_await leave(suspended);
        if (stays > 0) // then the disk is done with it
            m_folder->m_inventory.addParts(m_entry, m_part->parts());
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

} // namespace lapwing::engine
