// SPDX-License-Identifier: MIT
#include "plan/origin.h"

#include <QRegularExpression>

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
    static const QRegularExpression zoned(QStringLiteral("^([^%]*:[^%]*)%(?:25)?([\\w.~-]+)\\z"));
    QString host = text;
    if (text.contains(u'%')) {
        const QRegularExpressionMatch match = zoned.match(text);
        if (!match.hasMatch())
            return {};
        host = match.captured(1) + u'%' + match.captured(2); // as QUrl wants it
    }
    QUrl url;
    url.setHost(host);
    return url.host(QUrl::FullyEncoded);
}

} // namespace lapwing::plan
