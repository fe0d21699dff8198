// SPDX-License-Identifier: MIT
#pragma once

#include "plan/entry.h"
#include "plan/lists/links.h"

#include <span>
#include <vector>

namespace lapwing::plan {

/// A way to write a list down.
struct ListFormat {
    QStringView id;                          ///< "aria2": what the command line calls it
    bool (*recognises)(QByteArrayView text); ///< UTF-8 without a mark; by how it begins
    Links (*read)(const QByteArray &bytes, const Reading &reading);
    QByteArray (*write)(const std::vector<Entry> &entries); ///< null: it is only read
};

/// All of them, in the order in which they are recognised. The last is plain text, which everything is.
[[nodiscard]] std::span<const ListFormat> formats();

/// The one that `bytes` are in; not compressed.
[[nodiscard]] const ListFormat &formatOf(const QByteArray &bytes);

/// Of how many entries `written`, which a format made of them, does not say everything to whoever reads it.
[[nodiscard]] int poorerIn(const QByteArray &written, const std::vector<Entry> &entries);

} // namespace lapwing::plan
