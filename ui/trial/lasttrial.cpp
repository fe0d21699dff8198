// SPDX-License-Identifier: MIT
#include "trial/lasttrial.h"

#include "store/history.h"

#include <algorithm>

namespace lapwing::ui {

std::optional<report::Document> lastTrial(const QString &dataFolder)
{
    const auto all = store::summaries(dataFolder);
    if (!all)
        return std::nullopt;
    const auto newest = std::ranges::find_if(*all, [](const store::RunSummary &summary) {
        return summary.kind != record::Trial::Kind::Get;
    });
    if (newest == all->end())
        return std::nullopt;
    auto document = store::document(dataFolder, newest->id);
    return document ? std::optional(std::move(*document)) : std::nullopt;
}

} // namespace lapwing::ui
