// SPDX-License-Identifier: MIT
#pragma once

#include "input/linkpreview.h"

namespace lapwing::ui {

/// A list that was given.
struct ListSource {
    QString name{}; ///< of the file; empty: it was typed
    QString path{}; ///< of the file; empty: it is `text`
    QString text{};
    std::shared_ptr<const plan::Links> links{}; ///< null: not read yet
};

struct PreviewRequest {
    std::vector<ListSource> sources{};
    bool expandsRanges = false;
    QString folder{}; ///< the chosen one
    std::shared_ptr<const KnownEntries> known{};
    // What is shown; a link that has lost its tick there gets none. The preview may be null.
    std::shared_ptr<const LinkPreview> before{};
    std::vector<bool> ticks{};
    QString needle{}; ///< of the filter
};

struct PreviewResult {
    std::vector<ListSource> sources{}; ///< read
    std::shared_ptr<const LinkPreview> preview{};
    std::vector<bool> ticks{};
    std::vector<int> shown{}; ///< rows
    plan::Ranges ranges{};    ///< of all of them
    int outside = 0;          ///< links whose folder is outside the chosen one
};

/// Reads what is not read yet, and looks at all of it; on any thread.
[[nodiscard]] PreviewResult makePreview(PreviewRequest request);

} // namespace lapwing::ui
