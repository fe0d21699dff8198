// SPDX-License-Identifier: MIT
#include "plan/origin.h"

namespace lapwing::plan {

Origin::Origin(const QUrl &url)
{
    const QString host = url.host(QUrl::FullyEncoded);
    text = QStringLiteral("%1://%2:%3")
               .arg(url.scheme(), host.contains(u':') ? u'[' + host + u']' : host)
               .arg(url.port(url.scheme() == QLatin1String("https") ? 443 : 80));
}

QString hostFrom(const QString &text)
{
    QUrl url;
    url.setHost(text);
    return url.host(QUrl::FullyEncoded);
}

} // namespace lapwing::plan
