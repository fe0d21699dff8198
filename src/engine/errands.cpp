// SPDX-License-Identifier: MIT
#include "engine/errands.h"

#include "engine/disk/distinctnames.h"
#include "engine/disk/fields.h"

namespace lapwing::engine {

Errands::Errands(const plan::Plan *plan, Folder *folder, const Logbook *logbook)
    : m_plan(plan), m_folder(folder), m_logbook(logbook), m_names(distinctNames(plan->entries))
{
}

Errand *Errands::find(int index) const
{
    const auto found = m_errands.find(index);
    return found == m_errands.end() ? nullptr : found->second.get();
}

Errand *Errands::at(int index)
{
    if (Errand *errand = find(index))
        return errand;
    const plan::Entry &entry = entryAt(index);
    auto errand = std::make_unique<Errand>(
        Errand{index, m_logbook->ledger().at(index), FetchRequest(entry), sinkFor(index)});
    if (const std::optional<Finished> finished = finishedFileOf(entry))
        errand->request.finished = finished->provenance.source;
    return m_errands.emplace(index, std::move(errand)).first->second.get();
}

std::vector<Errand *> Errands::all() const
{
    std::vector<Errand *> all;
    for (const auto &[index, errand] : m_errands)
        all.push_back(errand.get());
    return all;
}

std::unique_ptr<Sink> Errands::sinkFor(int index) const
{
    const plan::Entry &entry = entryAt(index);
    if (m_folder == nullptr)
        return std::make_unique<DiscardingSink>(entry.checksum);
    return m_folder->sinkFor({m_names.at(index), digestOf(entry.url), entry.checksum});
}

std::optional<Finished> Errands::finishedFileOf(const plan::Entry &entry) const
{
    if (m_folder == nullptr)
        return std::nullopt;
    const auto finished = m_folder->inventory().finished(digestOf(entry.url));
    if (!finished)
        return std::nullopt;
    const Provenance &provenance = finished->provenance;
    const bool isChecked = !entry.checksum || provenance.checksum == plan::textOf(*entry.checksum);
    const bool isProven = provenance.proof == Proof::Proven || !m_plan->requireProof;
    return isChecked && isProven ? finished : std::nullopt;
}

QString Errands::skippedFor(const Errand &errand) const
{
    const QString &name = m_names.at(errand.index);
    const bool isThere = m_folder != nullptr && !errand.request.finished
        && m_plan->destination.conflict == plan::Conflict::Skip
        && m_folder->inventory().holds(name);
    return isThere ? name : QString();
}

bool Errands::isBarred(const Errand &errand) const
{
    return m_folder != nullptr && m_plan->destination.conflict == plan::Conflict::Replace
        && m_folder->inventory().isFolder(m_names.at(errand.index));
}

} // namespace lapwing::engine
