// SPDX-License-Identifier: MIT
#pragma once

#include <QUrl>

namespace lapwing::engine {

/// What to give Qt so that it asks for `url`: QHttpNetworkRequest normalises the path that it sends, and
/// Qt 6.4 takes an empty segment from its beginning ("//a" goes out as "/a"), which is another file.
[[nodiscard]] QUrl urlToSend(const QUrl &url);

} // namespace lapwing::engine
