// SPDX-License-Identifier: MIT
#include "plan/origin.h"

#include <QRegularExpression>

namespace lapwing::plan {

Origin::Origin(const QUrl &url)
{
    const int usualPort = url.scheme() == QLatin1String("https") ? 443 : 80;
    text = serverText(url.scheme(), url.host(QUrl::FullyEncoded), url.port(usualPort));
}

QString serverText(const QString &scheme, const QString &host, int port)
{
    return QStringLiteral("%1://%2:%3")
        .arg(scheme, host.contains(u':') ? u'[' + host + u']' : host, QString::number(port));
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
