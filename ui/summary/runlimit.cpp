// SPDX-License-Identifier: MIT
#include "summary/runlimit.h"

#include "text/limit.h"

namespace lapwing::ui {

void RunLimit::ask(const record::Run *ended)
{
    const std::optional<Key> key = ended
        ? std::optional(Key{ended->facts.started, ended->facts.elapsed, ended->tasks.size()})
        : std::nullopt;
    if (key == m_key)
        return;
    m_key = key;
    if (!ended) {
        Q_EMIT known({});
        return;
    }
    const auto run = std::make_shared<const record::Run>(*ended);
    m_queue.run([run] { return text::limitSentence(measure::verdictOf(*run), *run); },
                [this, key](const QString &sentence) {
                    if (key == m_key)
                        Q_EMIT known(sentence);
                });
}

} // namespace lapwing::ui
