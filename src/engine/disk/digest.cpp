// SPDX-License-Identifier: MIT
#include "engine/disk/digest.h"

namespace lapwing::engine {

using Clock = std::chrono::steady_clock;

Digest::Digest(plan::Checksum wanted) : m_wanted(std::move(wanted)), m_hash(m_wanted.algorithm) { }

void Digest::add(const QByteArray &bytes)
{
    const Clock::time_point begun = Clock::now();
    m_hash.addData(bytes);
    m_spent += Clock::now() - begun;
}

tl::expected<Proof, record::Failure> Digest::compare()
{
    const QByteArray is = m_hash.result();
    if (is == m_wanted.digest)
        return Proof::Proven;
    return tl::unexpected(make(
        record::Cause::ChecksumMismatch,
        QStringLiteral("%1 is %2").arg(plan::nameOf(m_wanted), QString::fromLatin1(is.toHex()))));
}

} // namespace lapwing::engine
