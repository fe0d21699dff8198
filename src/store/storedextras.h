// SPDX-License-Identifier: MIT
#pragma once

#include "plan/extras.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace lapwing::store {

/// What a list says of an entry besides, as its row has it: JSON; null where it says nothing. Secrets reach no file:
/// no header but User-Agent, no user information of a mirror or a proxy.
[[nodiscard]] QByteArray toStored(const std::shared_ptr<const plan::Extras> &extras);

/// Absent: these bytes are not ours. Null within: it says nothing.
[[nodiscard]] std::optional<std::shared_ptr<const plan::Extras>> extrasFrom(
    const QByteArray &stored);

} // namespace lapwing::store
