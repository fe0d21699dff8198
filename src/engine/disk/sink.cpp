// SPDX-License-Identifier: MIT
#include "engine/disk/sink.h"

#include "record/taskrecord.h"

namespace lapwing::engine {

bool isResumable(const IncomingBody &coming)
{
    return coming.total.value_or(0) >= record::resumableFrom && !coming.validator.isEmpty();
}

QCoro::Task<bool> Sink::confirm(QString, Proof)
{
    co_return false; // it keeps nothing
}

DiscardingSink::DiscardingSink(std::optional<plan::Checksum> checksum)
    : m_checksum(std::move(checksum))
{
}

QCoro::Task<std::optional<ResumePoint>> DiscardingSink::kept()
{
    co_return std::nullopt;
}

QCoro::Task<std::optional<record::Failure>> DiscardingSink::begin(IncomingBody)
{
    if (m_checksum)
        m_hash.emplace(*m_checksum);
    co_return std::nullopt;
}

QCoro::Task<std::optional<record::Failure>> DiscardingSink::write(QByteArray chunk)
{
    if (m_hash)
        m_hash->add(chunk);
    co_return std::nullopt;
}

QCoro::Task<MaybeCommitted> DiscardingSink::commit(Proof proof, QString)
{
    Committed committed;
    committed.proof = proof;
    if (m_hash) {
        const auto compared = m_hash->compare();
        if (!compared)
            co_return tl::unexpected(compared.error());
        committed.proof = *compared;
        committed.hashing = m_hash->spent();
    }
    co_return committed;
}

QCoro::Task<qint64> DiscardingSink::suspend()
{
    co_return 0;
}

QCoro::Task<> DiscardingSink::discard()
{
    co_return;
}

} // namespace lapwing::engine
