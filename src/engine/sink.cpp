// SPDX-License-Identifier: MIT
#include "engine/sink.h"

namespace lapwing::engine {

QCoro::Task<std::optional<record::Failure>> DiscardingSink::write(QByteArray)
{
    co_return std::nullopt;
}

QCoro::Task<Committed> DiscardingSink::commit()
{
    co_return QString();
}

QCoro::Task<> DiscardingSink::discard()
{
    co_return;
}

} // namespace lapwing::engine
