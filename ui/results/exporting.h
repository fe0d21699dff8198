// SPDX-License-Identifier: MIT
#pragma once

#include "report/document.h"

#include <functional>

namespace lapwing::ui {

class BackgroundQueue;

/// Writes what `make` returns, on the thread of `errands`, in the format of the path's ending; `say` hears what came of it,
/// in one sentence.
void exportDocument(BackgroundQueue &errands, std::function<report::Document()> make,
                    const QString &path, std::function<void(const QString &sentence)> say);

} // namespace lapwing::ui
