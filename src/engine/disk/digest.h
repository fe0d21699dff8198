// SPDX-License-Identifier: MIT
#pragma once

#include "engine/http/proof.h"
#include "plan/checksum.h"

#include <QCryptographicHash>

#include <chrono>

namespace lapwing::engine {

/// The checksum of a file as its bytes come, and the time that takes.
class Digest {
public:
    explicit Digest(plan::Checksum wanted);

    void add(const QByteArray &bytes);

    /// What all the bytes are worth: Proven, or the failure that says what they are instead.
    [[nodiscard]] tl::expected<Proof, record::Failure> compare();

    [[nodiscard]] std::chrono::nanoseconds spent() const { return m_spent; }

private:
    plan::Checksum m_wanted;
    QCryptographicHash m_hash;
    std::chrono::nanoseconds m_spent{};
};

} // namespace lapwing::engine
