// SPDX-License-Identifier: MIT
#pragma once

#include "list/listwriting.h"
#include "report/document.h"

#include <functional>

namespace lapwing::ui {

class BackgroundQueue;

/// Writes what `make` returns, on the thread of `errands`, in the format of the path's ending; `say` hears what came of it,
/// in one sentence.
void exportDocument(BackgroundQueue &errands, std::function<report::Document()> make,
                    const QString &path, std::function<void(const QString &sentence)> say);
/// Writes the links of these, secrets and all, in the order of the list; otherwise likewise.
void exportLinks(BackgroundQueue &errands, std::vector<plan::Entry> entries,
                 const WritableFormat &format, const QString &path,
                 std::function<void(const QString &sentence)> say);

} // namespace lapwing::ui
