// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

#include <optional>

namespace lapwing::engine {

/// Which bytes of what a 206 brings, or of what a 416 has none (RFC 9110 section 14.4). In bytes, from 0.
struct ContentRange {
    std::optional<qint64> first; ///< absent, as is `last`, in the answer of a 416: "bytes */1234"
    std::optional<qint64> last;  ///< inclusive, and not before `first`
    std::optional<qint64> total; ///< absent when the server does not know it, else beyond `last`

    friend bool operator==(const ContentRange &, const ContentRange &) = default;
};

/// The value of a Content-Range field. Absent for anything that does not follow the grammar to the
/// letter, for other units than bytes, for a range that contradicts itself, and for positions whose
/// count does not fit a qint64: what is absent is no range that was asked for.
[[nodiscard]] std::optional<ContentRange> contentRange(QByteArrayView value);

} // namespace lapwing::engine
