// SPDX-License-Identifier: MIT
#include "engine/access/authcache.h"

#include "engine/access/digestauth.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace lapwing::engine {
namespace {

/// 0: it cannot be answered.
int worthOf(const Challenge &challenge)
{
    if (isDigest(challenge))
        return 1 + strengthOf(challenge);
    return challenge.scheme == "basic" ? 1 : 0;
}

QByteArray freshNonce()
{
    std::array<quint32, 4> numbers{};
    QRandomGenerator::system()->fillRange(numbers.data(), std::ssize(numbers));
    QByteArray text;
    for (const quint32 number : numbers)
        text += QByteArray::number(number, 16).rightJustified(8, '0');
    return text;
}

/// As Qt puts it on the request line.
QByteArray targetOf(const QUrl &url)
{
    QUrl whole = url;
    if (whole.path().isEmpty())
        whole.setPath(QStringLiteral("/"));
    return whole.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment
                           | QUrl::NormalizePathSegments | QUrl::FullyEncoded);
}

} // namespace

QByteArray AuthCache::fieldFor(const plan::Credentials &credentials, const QUrl &url,
                               const QByteArray &method)
{
    const auto known = m_known.find(plan::Origin(url).text);
    if (known == m_known.end() || known->second.challenge.scheme != "digest")
        return plan::basicAuthorization(credentials);
    return digestAuthorization(known->second.challenge, credentials,
                               {method, targetOf(url), freshNonce(), ++known->second.count});
}

bool AuthCache::take(const std::vector<Challenge> &challenges, const QUrl &url)
{
    const auto best = std::ranges::max_element(challenges, {}, worthOf);
    if (best == challenges.end() || worthOf(*best) == 0)
        return false;
    m_known.insert_or_assign(plan::Origin(url).text, Known{*best});
    return true;
}

} // namespace lapwing::engine
