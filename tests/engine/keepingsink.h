// SPDX-License-Identifier: MIT
#pragma once

#include "engine/disk/sink.h"

namespace lapwing::test {

/// Keeps what it is given, or fails when told to.
class KeepingSink final : public engine::Sink {
public:
    QByteArray bytes;
    std::optional<record::Failure> failure;
    std::optional<engine::ResumePoint> there; ///< with bytes that are in `bytes`
    engine::IncomingBody coming;

    [[nodiscard]] QCoro::Task<std::optional<engine::ResumePoint>> kept() override
    {
        const std::optional<engine::ResumePoint> kept = there;
        co_return kept;
    }
    [[nodiscard]] QCoro::Task<std::optional<record::Failure>> begin(
        engine::IncomingBody about) override
    {
        coming = std::move(about);
        bytes.truncate(coming.from);
        co_return std::nullopt;
    }
    [[nodiscard]] QCoro::Task<std::optional<record::Failure>> write(QByteArray chunk) override
    {
        bytes += chunk;
        const std::optional<record::Failure> failed = failure;
        co_return failed;
    }
    [[nodiscard]] QCoro::Task<engine::MaybeCommitted> commit(engine::Proof, QString) override
    {
        co_return engine::Committed();
    }
    [[nodiscard]] QCoro::Task<qint64> suspend() override { co_return 0; }
    [[nodiscard]] QCoro::Task<> discard() override { co_return; }
};

} // namespace lapwing::test
