// SPDX-License-Identifier: MIT
#include "cli/progress/plainlines.h"

#include "cli/command.h"
#include "cli/results.h"
#include "text/amounts.h"
#include "text/failure.h"
#include "text/stateword.h"

namespace lapwing::cli {

PlainLines::PlainLines(plan::Redaction redaction, Streams &streams)
    : Progress(streams), m_disclosure(redaction)
{
}

void PlainLines::begun(const plan::Plan &)
{
    m_ended = 0;
    m_lastSaid = record::Stamp::zero();
}

void PlainLines::taskEnded(const record::TaskRecord &task)
{
    const QString place = QStringLiteral(" %1/%2 ").arg(++m_ended).arg(ledger().size());
    say(streams().err, colourOf(task.state), wordFor(task, task.state),
        place + resultDetail(task, m_disclosure));
}

void PlainLines::taskRetries(const record::TaskRecord &task, record::Stamp wait)
{
    const QString reason = task.failure ? text::sentence(*task.failure) : QString();
    say(streams().err, Colour::Yellow, text::lineWord(task.state),
        Text::tr(" in %1: %2: %3")
            .arg(text::asTime(wait), plan::displayUrl(task.url, m_disclosure), reason));
}

void PlainLines::updated()
{
    if (facts().elapsed - m_lastSaid < std::chrono::seconds(5))
        return;
    m_lastSaid = facts().elapsed;
    say(streams().err, Text::tr("%1: %2").arg(text::asTime(m_lastSaid), progressText()));
}

} // namespace lapwing::cli
