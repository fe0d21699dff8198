// SPDX-License-Identifier: MIT
#include "trial/priortrials.h"

#include "plan/listing.h"
#include "trial/alonerun.h"

#include <utility>

namespace lapwing::ui {

void PriorTrials::take(const report::Document &document, bool isKept)
{
    rememberSweep(document, isKept);
    rememberAlone(document);
}

void PriorTrials::takeKept(const report::Document &document)
{
    if (!m_lastSweep)
        rememberSweep(document, true);
    rememberAlone(document);
}

void PriorTrials::rememberSweep(const report::Document &document, bool isKept)
{
    if (!document.sweep)
        return;
    m_lastSweep =
        LastSweep{MeasuredList(document), measure::recommendationOf(*document.sweep), isKept};
    m_awaitsSweep = false;
}

void PriorTrials::rememberAlone(const report::Document &document)
{
    const record::Run *alone = aloneIn(document);
    if (alone == nullptr || (m_lastAlone && m_lastAlone->run->facts.started > alone->facts.started))
        return;
    auto run = std::make_shared<record::Run>(*alone);
    run->facts.mode = plan::Mode::OneAtATime; // in a sweep it was one of the numbers
    run->facts.round = 1;
    m_lastAlone = LastAlone{MeasuredList(document), std::move(run)};
}

void PriorTrials::holdAgainst(const plan::Listing &list)
{
    const bool isSwept = m_lastSweep && m_lastSweep->list.isSameAs(list);
    const auto recommended = isSwept ? m_lastSweep->recommended : std::nullopt;
    if (std::exchange(m_recommended, recommended) != recommended)
        Q_EMIT recommendedChanged();
    const bool isOfList = m_lastAlone && m_lastAlone->list.isSameAs(list);
    const auto alone = isOfList ? m_lastAlone->run : nullptr;
    if (std::exchange(m_alone, alone) != alone)
        Q_EMIT aloneChanged();
}

bool PriorTrials::isSweepKept() const
{
    return m_awaitsSweep || (m_lastSweep && m_lastSweep->isKept);
}

} // namespace lapwing::ui
