// SPDX-License-Identifier: MIT
#include "engine/origin.h"

namespace lapwing::engine {

Origin::Origin(const QUrl &url)
    : text(QStringLiteral("%1://%2:%3")
               .arg(url.scheme(), url.host(QUrl::FullyEncoded))
               .arg(url.port(url.scheme() == QLatin1String("https") ? 443 : 80)))
{
}

} // namespace lapwing::engine
