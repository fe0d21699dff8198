// SPDX-License-Identifier: MIT
#include "engine/sink.h"

namespace lapwing::engine {

tl::expected<Proof, record::Failure> compareWith(const plan::Checksum &checksum,
                                                 const QByteArray &digest)
{
    if (digest == checksum.digest)
        return Proof::Proven;
    const QString is = QString::fromLatin1(digest.toHex());
    return tl::unexpected(make(record::Cause::ChecksumMismatch,
                               QStringLiteral("%1 is %2").arg(plan::nameOf(checksum), is)));
}

DiscardingSink::DiscardingSink(std::optional<plan::Checksum> checksum)
    : m_checksum(std::move(checksum))
{
}

QCoro::Task<std::optional<Kept>> DiscardingSink::kept()
{
    co_return std::nullopt;
}

QCoro::Task<std::optional<record::Failure>> DiscardingSink::begin(Coming)
{
    if (m_checksum)
        m_hash.emplace(m_checksum->algorithm);
    co_return std::nullopt;
}

QCoro::Task<std::optional<record::Failure>> DiscardingSink::write(QByteArray chunk)
{
    if (m_hash)
        m_hash->addData(chunk);
    co_return std::nullopt;
}

QCoro::Task<MaybeCommitted> DiscardingSink::commit(Proof proof, QString)
{
    Committed committed;
    committed.proof = proof;
    if (m_hash) {
        const auto compared = compareWith(*m_checksum, m_hash->result());
        if (!compared)
            co_return tl::unexpected(compared.error());
        committed.proof = *compared;
    }
    co_return committed;
}

QCoro::Task<> DiscardingSink::suspend()
{
    co_return;
}

QCoro::Task<> DiscardingSink::discard()
{
    co_return;
}

} // namespace lapwing::engine
