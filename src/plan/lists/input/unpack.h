// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/listerror.h"

#include <QByteArray>

#include <tl/expected.hpp>

namespace lapwing::plan {

/// What is in `bytes` when they are compressed with gzip, xz or zstd, else they themselves. At most one byte
/// more than maxListSize, by which the reader of the list sees that it was cut off; nothing is unpacked that
/// grows more than a thousandfold.
[[nodiscard]] tl::expected<QByteArray, ListError> unpacked(const QByteArray &bytes);

} // namespace lapwing::plan
