// SPDX-License-Identifier: MIT
#include "summary/runlimit.h"

#include "text/catalogue.h"
#include "text/limit.h"

namespace lapwing::ui {

void RunLimit::ask(const std::shared_ptr<const record::Run> &ended)
{
    const std::optional<Key> key = ended
        ? std::optional(
            Key{ended->facts.started, ended->facts.elapsed, ended->tasks.size(), text::language()})
        : std::nullopt;
    if (key == m_key)
        return;
    m_key = key;
    if (!ended) {
        Q_EMIT known({});
        return;
    }
    m_queue.run([run = ended] { return text::limitSentence(measure::verdictOf(*run), *run); },
                [this, key](const QString &sentence) {
                    if (key == m_key)
                        Q_EMIT known(sentence);
                });
}

} // namespace lapwing::ui
