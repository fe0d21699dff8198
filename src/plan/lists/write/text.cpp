// SPDX-License-Identifier: MIT
#include "plan/lists/write/writers.h"

#include "plan/lists/listline.h"

namespace lapwing::plan {

QByteArray linkOf(const Entry &entry)
{
    QUrl url = entry.url;
    url.setUserInfo(entry.userInfo, QUrl::TolerantMode);
    return url.toString(QUrl::FullyEncoded).toUtf8();
}

const Extras &extrasOf(const Entry &entry)
{
    static const Extras none;
    return entry.extras ? *entry.extras : none;
}

QByteArray plainTextOf(const std::vector<Entry> &entries)
{
    QByteArray text;
    for (const Entry &entry : entries) {
        const QByteArray link = linkOf(entry);
        const auto read = readListLine(QString::fromUtf8(link));
        const bool isBare = read && read->name.isEmpty() && read->link.toUtf8() == link;
        text += isBare ? link : '<' + link + '>'; // a comma may be taken for the end of it
        if (entry.isNamed)
            text += '\t' + entry.name.toUtf8();
        text += '\n';
    }
    return text;
}

} // namespace lapwing::plan
