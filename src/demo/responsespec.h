// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <chrono>
#include <optional>

namespace lapwing::demo {

/// What one path of the demo server stands for; see Server.
struct ResponseSpec {
    std::chrono::milliseconds wait{0}; ///< before the header
    std::chrono::milliseconds meal{0}; ///< over which the body is spread
    qint64 size = 1024;                ///< bytes
};

/// From the head of a GET or HEAD request; absent: there is no such path.
[[nodiscard]] std::optional<ResponseSpec> parseRequest(const QByteArray &head);

/// `count` bytes of every body, from `offset` on: the alphabet over and over, so that a file can be checked.
[[nodiscard]] QByteArray bodyOf(qint64 offset, qint64 count);

} // namespace lapwing::demo
