// SPDX-License-Identifier: MIT
#include "trial/lasttrial.h"

#include "store/history.h"

#include <algorithm>

namespace lapwing::ui {
namespace {

using TrialKind = record::Trial::Kind;

std::optional<report::Document> newestOf(const QString &dataFolder, bool (*isWanted)(TrialKind))
{
    const auto all = store::summaries(dataFolder);
    if (!all)
        return std::nullopt;
    const auto newest = std::ranges::find_if(*all, isWanted, &store::RunSummary::kind);
    if (newest == all->end())
        return std::nullopt;
    auto document = store::document(dataFolder, newest->id);
    return document ? std::optional(std::move(*document)) : std::nullopt;
}

} // namespace

std::optional<report::Document> lastTrial(const QString &dataFolder)
{
    return newestOf(dataFolder, [](TrialKind kind) { return kind != TrialKind::Get; });
}

std::optional<report::Document> lastSweep(const QString &dataFolder)
{
    return newestOf(dataFolder, [](TrialKind kind) { return kind == TrialKind::Sweep; });
}

} // namespace lapwing::ui
