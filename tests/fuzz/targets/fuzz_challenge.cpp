// SPDX-License-Identifier: MIT
#include "engine/access/authcache.h"
#include "fuzz/target.h"

using namespace lapwing;

namespace {

void readsChallenges(const QByteArray &input)
{
    const std::vector<engine::Challenge> challenges = engine::challengesFrom(input);
    for (const engine::Challenge &challenge : challenges) {
        LAPWING_PROMISE(!challenge.scheme.isEmpty()
                        && challenge.scheme == challenge.scheme.toLower());
        for (const auto &[name, value] : challenge.parameters)
            LAPWING_PROMISE(name == name.toLower() && value.size() < input.size());
    }
    const QUrl url(QStringLiteral("https://example.org/a"));
    engine::AuthCache cache;
    const bool isAnswered = cache.take(challenges, url);
    const QByteArray field = cache.fieldFor({"me", "pw"}, url, "GET");
    LAPWING_PROMISE(field.startsWith("Digest ") || field == "Basic bWU6cHc=");
    LAPWING_PROMISE(isAnswered || field.startsWith("Basic "));
}

} // namespace

LAPWING_FUZZ(readsChallenges)
