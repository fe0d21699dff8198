// SPDX-License-Identifier: MIT
#include "cli/input/arrivals.h"

#include "cli/command.h"
#include "cli/lists.h"
#include "plan/safefolder.h"

namespace lapwing::cli {

Arrivals::Arrivals(GetRequest *request, engine::Session *session, Progress *progress)
    : m_request(request), m_session(session), m_progress(progress)
{
    m_keptInside = plan::countKeptInside(request->plan.entries, request->plan.destination.folder);
    ListPipe *const pipe = request->pipe.get();
    QObject::connect(pipe, &ListPipe::came, &m_context,
                     [this](const plan::Links &links) { add(links); });
    QObject::connect(pipe, &ListPipe::ended, &m_context, [this] { end(); });
    session->setAwaitsMore(true);
    pipe->start();
}

Arrivals::~Arrivals()
{
    m_request->pipe->stop();
}

void Arrivals::add(plan::Links links)
{
    if (m_request->allowsFolders)
        links.allowFolders();
    const std::size_t before = m_request->listing.entries().size();
    plan::Added added = m_request->listing.add(std::move(links));
    m_all.alreadyThere += added.alreadyThere;
    m_all.paused += added.paused;
    m_all.otherChecksums += added.otherChecksums;
    m_all.lateChecksums += static_cast<int>(added.checksums.size()); // their links are on their way
    m_all.unused.merge(added.unused);
    if (m_all.encoding.isEmpty())
        m_all.encoding = added.encoding;
    const QStringList refused = refusals(standardInput(), added.rejects);
    m_request->refused << refused;
    for (const QString &sentence : refused)
        m_progress->note(sentence);
    const std::vector<plan::Entry> &all = m_request->listing.entries();
    const std::vector<plan::Entry> entries(all.begin() + static_cast<std::ptrdiff_t>(before),
                                           all.end());
    if (entries.empty())
        return;
    m_request->plan.entries.insert(m_request->plan.entries.end(), entries.begin(), entries.end());
    m_progress->joined(entries);
    m_session->add(entries);
}

void Arrivals::end()
{
    for (const QString &note : notesOn(standardInput(), m_all))
        m_progress->note(note);
    if (const QString paused = pausedNote(standardInput(), m_all.paused); !paused.isEmpty())
        m_progress->note(paused);
    if (const QString kept = keptInsideNote(m_request->plan, m_keptInside); !kept.isEmpty())
        m_progress->note(kept);
    if (m_all.lateChecksums > 0)
        m_progress->note(
            Text::tr("%n checksums came after their links and were not checked. Put each "
                     "beside its link, or give the list as a file.",
                     nullptr, m_all.lateChecksums));
    if (m_all.alreadyThere > 0)
        m_progress->note(twiceNote(m_all.alreadyThere));
    m_session->setAwaitsMore(false);
}

} // namespace lapwing::cli
