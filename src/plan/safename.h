// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QUrl>

namespace lapwing::plan {

inline constexpr int maxComponentLength = 255; ///< bytes that Linux allows a name (NAME_MAX)
inline constexpr int roomForEndings = 15; ///< bytes: ".part.lapwing~" after it, while it is fetched
inline constexpr int maxNameLength = maxComponentLength - roomForEndings; ///< bytes of UTF-8

/// `name` made into one path component that is safe inside any folder: never empty, ".", "..",
/// absolute or with a separator; control characters and what other systems refuse become "_";
/// no leading dot, dash or tilde, no trailing dot or space; cut to maxNameLength with the ending kept.
/// What ends in ".part", as unfinished files do, or makes a desktop run it, gets a "_" at its end.
/// Made safe twice it stays as it is.
[[nodiscard]] QString safeName(const QString &name);

/// The safe name of what stands behind `url`: the last segment of its path, else "index.html".
[[nodiscard]] QString nameFromUrl(const QUrl &url);

/// "name (2).tar.gz" for ("name.tar.gz", 2): the number goes before the ending. Cut to maxNameLength.
/// 0: `name` itself.
[[nodiscard]] QString numbered(const QString &name, int number);

} // namespace lapwing::plan
