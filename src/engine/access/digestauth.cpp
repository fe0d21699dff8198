// SPDX-License-Identifier: MIT
#include "engine/access/digestauth.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <optional>

namespace lapwing::engine {
namespace {

struct Algorithm {
    const char *name; ///< in lower case; none: MD5 (RFC 7616 section 3.3)
    QCryptographicHash::Algorithm hash;
    bool isSession;
    int strength;
};

constexpr std::array algorithms{
    Algorithm{"", QCryptographicHash::Md5, false, 1},
    Algorithm{"md5", QCryptographicHash::Md5, false, 1},
    Algorithm{"md5-sess", QCryptographicHash::Md5, true, 1},
    Algorithm{"sha-256", QCryptographicHash::Sha256, false, 2},
    Algorithm{"sha-256-sess", QCryptographicHash::Sha256, true, 2},
};

const Algorithm *algorithmOf(const Challenge &challenge)
{
    const QByteArray name = challenge.parameter("algorithm").toLower();
    const auto *found = std::ranges::find_if(
        algorithms, [&name](const Algorithm &one) { return name == one.name; });
    return found == algorithms.end() ? nullptr : found;
}

bool offersAuth(const Challenge &challenge)
{
    const QList<QByteArray> offered = challenge.parameter("qop").split(',');
    return std::ranges::any_of(offered, [](const QByteArray &one) {
        return one.trimmed().compare("auth", Qt::CaseInsensitive) == 0;
    });
}

QByteArray quoted(QByteArray text)
{
    return '"' + text.replace('\\', "\\\\").replace('"', "\\\"") + '"';
}

QByteArray countText(int count)
{
    return QByteArray::number(count, 16).rightJustified(8, '0');
}

/// Sections 3.4.1 to 3.4.3.
QByteArray responseTo(const Challenge &challenge, const plan::Credentials &credentials,
                      const DigestRequest &request)
{
    const Algorithm *algorithm = algorithmOf(challenge);
    const auto hash = [algorithm](const QByteArrayList &parts) {
        return QCryptographicHash::hash(parts.join(':'), algorithm->hash).toHex();
    };
    const QByteArray nonce = challenge.parameter("nonce");
    QByteArray secret =
        hash({credentials.user, challenge.parameter("realm"), credentials.password});
    if (algorithm->isSession)
        secret = hash({secret, nonce, request.cnonce});
    const QByteArray asked = hash({request.method, request.target});
    if (!offersAuth(challenge))
        return hash({secret, nonce, asked});
    return hash({secret, nonce, countText(request.count), request.cnonce, "auth", asked});
}

} // namespace

bool isDigest(const Challenge &challenge)
{
    const bool hasQuality = challenge.parameters.contains("qop");
    return challenge.scheme == "digest" && !challenge.parameter("nonce").isEmpty()
        && algorithmOf(challenge) != nullptr && (!hasQuality || offersAuth(challenge));
}

int strengthOf(const Challenge &challenge)
{
    return algorithmOf(challenge)->strength;
}

QByteArray digestAuthorization(const Challenge &challenge, const plan::Credentials &credentials,
                               const DigestRequest &request)
{
    QByteArray field = "Digest username=" + quoted(credentials.user)
        + ", realm=" + quoted(challenge.parameter("realm"))
        + ", nonce=" + quoted(challenge.parameter("nonce")) + ", uri=" + quoted(request.target)
        + ", response=\"" + responseTo(challenge, credentials, request) + '"';
    if (const QByteArray algorithm = challenge.parameter("algorithm"); !algorithm.isEmpty())
        field += ", algorithm=" + algorithm;
    if (challenge.parameters.contains("opaque"))
        field += ", opaque=" + quoted(challenge.parameter("opaque"));
    const bool isSession = algorithmOf(challenge)->isSession;
    if (offersAuth(challenge))
        field += ", qop=auth, nc=" + countText(request.count);
    if (offersAuth(challenge) || isSession)
        field += ", cnonce=" + quoted(request.cnonce);
    return field;
}

} // namespace lapwing::engine
