// SPDX-License-Identifier: MIT
#pragma once

#include "measure/sweep/recommendation.h"
#include "record/taskrecord.h"
#include "run/backgroundqueue.h"

#include <QObject>

#include <memory>
#include <optional>

namespace lapwing::ui {

/// What limited the last run, in one sentence: worked out once for each run, off the window's thread, since it
/// looks at every attempt.
class RunLimit : public QObject {
    Q_OBJECT

public:
    using MaybeRun = std::shared_ptr<const record::Run>;

    /// `ended`: a run that does not go on any more; null: there is none. `oneAtATime`: the same files measured, which
    /// tells more of it, as in a report. `recommended`: by a sweep of its list. known() follows where any of them is
    /// another one.
    void ask(const MaybeRun &ended, const MaybeRun &oneAtATime = {},
             std::optional<measure::Recommendation> recommended = {});

Q_SIGNALS:
    /// Empty: there is none.
    void known(const QString &sentence);

private:
    /// Enough to tell one run from the next, and from itself without the rows that were removed.
    struct Key {
        QDateTime started;
        record::Stamp elapsed{};
        std::size_t files = 0;
        record::Stamp oneAtATime{};
        std::optional<measure::Recommendation> recommended;
        QString language; ///< of the sentence
        friend bool operator==(const Key &, const Key &) = default;
    };

    std::optional<Key> m_key;
    BackgroundQueue m_queue;
};

} // namespace lapwing::ui
