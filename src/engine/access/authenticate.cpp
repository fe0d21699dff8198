// SPDX-License-Identifier: MIT
#include "engine/access/authenticate.h"

#include "plan/disclosure.h"

#include <algorithm>

namespace lapwing::engine {
namespace {

constexpr int mostAnswers = 3; ///< to a server that calls each one stale

std::optional<plan::Credentials> credentialsOf(const Course &course)
{
    return plan::credentialsFor(course.transport->terms().access, course.request.entry,
                                course.request.url);
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

bool answersChallenge(Course *course, const ResponseHead &head)
{
    const auto credentials = credentialsOf(*course);
    const std::vector<Challenge> challenges = challengesOf(head);
    if (head.status != 401 || !credentials
        || !course->transport->auth()->take(challenges, course->request.url))
        return false;
    const QByteArray said = plan::basicAuthorization(*credentials);
    const bool wantsBasic = std::ranges::none_of(
        challenges, [](const Challenge &challenge) { return challenge.scheme == "digest"; });
    if (wantsBasic && course->authorization == said)
        return false; // that is what it did not like
    ++course->answers;
    return course->answers == 1 || (isStale(challenges) && course->answers <= mostAnswers);
}

record::Failure unauthorized(const Course &course, const ResponseHead &head)
{
    const std::vector<Challenge> challenges = challengesOf(head);
    const bool isKnown = AuthCache().take(challenges, course.request.url);
    if (isKnown || !credentialsOf(course))
        return make(record::Cause::HttpStatus, {}, head.status);
    QByteArrayList schemes;
    for (const Challenge &challenge : challenges)
        schemes << challenge.scheme;
    return make(record::Cause::LoginUnknown,
                plan::shownText(QString::fromLatin1(schemes.join(", "))));
}

} // namespace lapwing::engine
