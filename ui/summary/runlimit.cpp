// SPDX-License-Identifier: MIT
#include "summary/runlimit.h"

#include "text/catalogue.h"
#include "text/limit.h"

namespace lapwing::ui {
namespace {

QString limitOf(const record::Run &run, const record::Run *oneAtATime,
                std::optional<measure::Recommendation> recommended)
{
    if (oneAtATime == nullptr)
        return text::limitSentence(measure::verdictOf(run), run, recommended);
    const std::vector<record::Run> both{run, *oneAtATime};
    return text::limitSentence(measure::verdictOf(both.front(), both), run, recommended);
}

} // namespace

void RunLimit::ask(const MaybeRun &ended, const MaybeRun &oneAtATime,
                   std::optional<measure::Recommendation> recommended)
{
    std::optional<Key> key;
    if (ended)
        key = {ended->facts.started, ended->facts.elapsed,
               ended->tasks.size(),  oneAtATime ? oneAtATime->facts.elapsed : record::Stamp(),
               recommended,          text::language()};
    if (key == m_key)
        return;
    m_key = key;
    if (!ended) {
        Q_EMIT known({});
        return;
    }
    m_queue.run([run = ended, oneAtATime,
                 recommended] { return limitOf(*run, oneAtATime.get(), recommended); },
                [this, key](const QString &sentence) {
                    if (key == m_key)
                        Q_EMIT known(sentence);
                });
}

} // namespace lapwing::ui
