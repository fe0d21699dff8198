// SPDX-License-Identifier: MIT
#pragma once

#include "record/failure.h"

#include <QByteArray>
#include <QCoroTask>

#include <optional>
#include <tl/expected.hpp>

namespace lapwing::engine {

/// The path of the final file (empty when the bytes were discarded), or why there is none.
using Committed = tl::expected<QString, record::Failure>;

/// Where the bytes of one task go. One operation at a time: await each before the next.
class Sink {
public:
    Sink() = default;
    virtual ~Sink() = default;
    Sink(const Sink &) = delete;
    Sink &operator=(const Sink &) = delete;

    /// Absent: it worked.
    [[nodiscard]] virtual QCoro::Task<std::optional<record::Failure>> write(QByteArray chunk) = 0;

    /// Makes what was written durable and gives it its final name. The last call.
    [[nodiscard]] virtual QCoro::Task<Committed> commit() = 0;

    /// Leaves nothing behind. The last call, instead of commit().
    [[nodiscard]] virtual QCoro::Task<> discard() = 0;
};

/// Counts nothing, keeps nothing: --null and the demo.
class DiscardingSink final : public Sink {
public:
    [[nodiscard]] QCoro::Task<std::optional<record::Failure>> write(QByteArray chunk) override;
    [[nodiscard]] QCoro::Task<Committed> commit() override;
    [[nodiscard]] QCoro::Task<> discard() override;
};

} // namespace lapwing::engine
