// SPDX-License-Identifier: MIT
#pragma once

#include "engine/disk/digest.h"
#include "engine/disk/source.h"
#include "record/failure.h"

#include <QByteArray>
#include <QCoroTask>
#include <QDateTime>

#include <chrono>
#include <optional>
#include <tl/expected.hpp>

namespace lapwing::engine {

/// So many of the last bytes of a part are asked for again, and compared: a server that mixes two
/// versions under one validator is found out (bytes).
inline constexpr qint64 overlapBytes = 4096;

/// What an earlier attempt, or an earlier run, left of a file. More than one byte of it.
struct ResumePoint {
    Source source; ///< with a validator
    qint64 bytes = 0;
    QByteArray tail; ///< the last `overlap` bytes, or all but the first
};

/// What is about to come.
struct IncomingBody {
    qint64 from = 0;             ///< so much of what is there is kept; 0 starts over
    std::optional<qint64> total; ///< bytes of the whole file, when promised
    QByteArray senderDigest;     ///< see Source
    Validator validator;
    std::optional<QDateTime> modified{}; ///< Last-Modified; absent: the server does not say
};

/// Whether a part of it is worth keeping: a later attempt or run could go on from there.
[[nodiscard]] bool isResumable(const IncomingBody &coming);

/// How a finished file ended.
struct Committed {
    QString path; ///< empty when the bytes were discarded
    Proof proof = Proof::Unverified;
    bool nameTaken = false; ///< another file has the name, and the plan says to keep it
    std::optional<std::chrono::nanoseconds>
        hashing; ///< spent on the checksum; absent: there is none
};
using MaybeCommitted = tl::expected<Committed, record::Failure>;

/// Where the bytes of one task go. One operation at a time: await each before the next.
class Sink {
public:
    Sink() = default;
    virtual ~Sink() = default;
    Sink(const Sink &) = delete;
    Sink &operator=(const Sink &) = delete;

    /// Before a request: what one could go on from. Absent: nothing.
    [[nodiscard]] virtual QCoro::Task<std::optional<ResumePoint>> kept() = 0;

    /// Before the first write of a body. Absent: it can come; a failure says that there is no room.
    [[nodiscard]] virtual QCoro::Task<std::optional<record::Failure>> begin(
        IncomingBody coming) = 0;

    /// Absent: it worked.
    [[nodiscard]] virtual QCoro::Task<std::optional<record::Failure>> write(QByteArray chunk) = 0;

    /// Makes what was written durable and gives it its final name: `name`, unless that is empty, else the
    /// one that the sink was made with. A checksum that fits proves what `proof` does not.
    [[nodiscard]] virtual QCoro::Task<MaybeCommitted> commit(Proof proof, QString name) = 0;

    /// In place of a commit: whether what was written is, byte for byte, the file called `name` that an earlier run left
    /// there. Then that remembers who sent it this time, and under which validator. `proof` is what it is worth.
    [[nodiscard]] virtual QCoro::Task<bool> confirm(QString name, Proof proof);

    /// Keeps what a later attempt or run could go on from; leaves nothing else behind. How many bytes that is.
    [[nodiscard]] virtual QCoro::Task<qint64> suspend() = 0;

    /// Leaves nothing behind.
    [[nodiscard]] virtual QCoro::Task<> discard() = 0;
};

/// Keeps nothing: --null and the demo. A checksum is compared all the same.
class DiscardingSink final : public Sink {
public:
    explicit DiscardingSink(std::optional<plan::Checksum> checksum = std::nullopt);

    [[nodiscard]] QCoro::Task<std::optional<ResumePoint>> kept() override;
    [[nodiscard]] QCoro::Task<std::optional<record::Failure>> begin(IncomingBody coming) override;
    [[nodiscard]] QCoro::Task<std::optional<record::Failure>> write(QByteArray chunk) override;
    [[nodiscard]] QCoro::Task<MaybeCommitted> commit(Proof proof, QString name) override;
    [[nodiscard]] QCoro::Task<qint64> suspend() override;
    [[nodiscard]] QCoro::Task<> discard() override;

private:
    std::optional<plan::Checksum> m_checksum;
    std::optional<Digest> m_hash;
};

} // namespace lapwing::engine
