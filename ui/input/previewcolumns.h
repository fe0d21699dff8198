// SPDX-License-Identifier: MIT
#pragma once

#include "input/linkpreview.h"

#include <span>

namespace lapwing::ui {

enum class PreviewColumnId { Name, Host, Folder, Size, State };

struct PreviewColumn {
    const char *title;
    const char *sample; ///< as wide as the column is to begin with
    QString (*text)(const LinkPreview &, const PreviewRow &);
};

/// By PreviewColumnId.
[[nodiscard]] std::span<const PreviewColumn> previewColumns();

[[nodiscard]] QString titleOf(const PreviewColumn &column);

/// What the list says; absent: nothing.
[[nodiscard]] std::optional<qint64> saidSize(const LinkPreview &preview, const PreviewRow &row);

/// What a filter looks into.
[[nodiscard]] QString searchedText(const LinkPreview &preview, const PreviewRow &row);

} // namespace lapwing::ui
