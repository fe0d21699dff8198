// SPDX-License-Identifier: MIT
#include "engine/http/requesttarget.h"

namespace lapwing::engine {
namespace {

/// As QHttpNetworkRequest::uri() makes it.
QByteArray pathSentFor(const QUrl &url)
{
    return url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveQuery
                         | QUrl::RemoveFragment | QUrl::NormalizePathSegments);
}

} // namespace

QUrl urlToSend(const QUrl &url)
{
    const QString path = url.path(QUrl::FullyEncoded);
    if (!path.startsWith(QLatin1String("//")) || pathSentFor(url) == path.toLatin1())
        return url;
    QUrl longer = url;
    longer.setPath(QLatin1Char('/') + path, QUrl::TolerantMode);
    return longer;
}

} // namespace lapwing::engine
