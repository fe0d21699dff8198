// SPDX-License-Identifier: MIT
#include "engine/access/authenticate.h"

#include "plan/redaction.h"

#include <algorithm>

namespace lapwing::engine {
namespace {

constexpr int maxAnswers = 3; ///< to a server that calls each one stale

std::optional<plan::Credentials> credentialsOf(const FetchState &state)
{
    return plan::credentialsFor(state.transport->terms().access, state.request.entry,
                                state.request.url, state.proxy());
}

/// One that does not say what it asks for can only mean the oldest.
std::vector<Challenge> challengesOf(const ResponseHead &head)
{
    std::vector<Challenge> challenges =
        challengesFrom(head.value("WWW-Authenticate").value_or(QByteArray()));
    if (challenges.empty())
        challenges.push_back({"basic", {}});
    return challenges;
}

bool isStale(const std::vector<Challenge> &challenges)
{
    return std::ranges::any_of(challenges, [](const Challenge &challenge) {
        return challenge.parameter("stale").compare("true", Qt::CaseInsensitive) == 0;
    });
}

} // namespace

bool answersChallenge(FetchState *state, const ResponseHead &head)
{
    const auto credentials = credentialsOf(*state);
    const std::vector<Challenge> challenges = challengesOf(head);
    if (head.status != 401 || !credentials
        || !state->transport->memoryOf(state->proxy())->auth.take(challenges, state->request.url))
        return false;
    const QByteArray said = plan::basicAuthorization(*credentials);
    const bool wantsBasic = std::ranges::none_of(
        challenges, [](const Challenge &challenge) { return challenge.scheme == "digest"; });
    if (wantsBasic && state->authorization == said)
        return false; // that is what it did not like
    ++state->answers;
    return state->answers == 1 || (isStale(challenges) && state->answers <= maxAnswers);
}

record::Failure unauthorized(const FetchState &state, const ResponseHead &head)
{
    const std::vector<Challenge> challenges = challengesOf(head);
    const bool isKnown = AuthCache().take(challenges, state.request.url);
    if (isKnown || !credentialsOf(state))
        return make(record::Cause::HttpStatus, {}, head.status);
    QByteArrayList schemes;
    for (const Challenge &challenge : challenges)
        schemes << challenge.scheme;
    return make(record::Cause::LoginUnknown,
                plan::redactText(QString::fromLatin1(schemes.join(", "))));
}

} // namespace lapwing::engine
