// SPDX-License-Identifier: MIT
#include "plan/lists/write/writers.h"

#include "plan/checksum.h"
#include "plan/lists/listline.h"
#include "plan/lists/read/readers.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

/// In a table a number is a size, and digits may be a checksum.
bool looksLikeNoName(const QString &name)
{
    static const QRegularExpression amount(u"^\\d+(?:[.,]\\d+)?\\s?(?:[kKMGT]i?B|bytes)?$"_s);
    return name.contains(amount) || checksumIn(name).has_value();
}

/// A comma may be taken for the end of a link, and brackets for what stands behind it.
bool isBare(const Entry &entry)
{
    const QString link = QString::fromUtf8(linkOf(entry));
    const auto read = readListLine(link);
    return read && read->name.isEmpty() && read->link == link && linkBeforeBrackets(link).isEmpty()
        && !(entry.isNamed && looksLikeNoName(entry.name));
}

/// Angle brackets enclose a link that does not stand bare.
QByteArray linesOf(const std::vector<Entry> &entries, auto standsBare)
{
    QByteArray text;
    for (const Entry &entry : entries) {
        const QByteArray link = linkOf(entry);
        text += standsBare(entry) ? link : '<' + link + '>';
        if (entry.isNamed)
            text += '\t' + entry.name.toUtf8();
        text += '\n';
    }
    return text;
}

} // namespace

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
    const QByteArray text = linesOf(entries, isBare);
    if (!isTable(text) || std::ranges::all_of(entries, isBare))
        return text;
    return linesOf(entries, [](const Entry &) { return false; }); // no table has such cells
}

} // namespace lapwing::plan
