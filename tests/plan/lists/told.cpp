// SPDX-License-Identifier: MIT
#include "told.h"

using namespace Qt::Literals::StringLiterals;

namespace lapwing::test {
namespace {

void tell(QString &line, const plan::Extras &extras)
{
    for (const plan::Checksum &checksum : extras.checksums)
        line += u" also="_s + QString::fromLatin1(plan::textOf(checksum));
    if (extras.size)
        line += u" size=%1"_s.arg(*extras.size);
    if (!extras.folder.isEmpty())
        line += u" dir="_s + extras.folder;
    for (const plan::Mirror &mirror : extras.mirrors)
        line += u" mirror="_s + mirror.url.toString(QUrl::FullyEncoded)
            + (mirror.location.isEmpty() ? QString() : u'@' + mirror.location);
    if (extras.pieces)
        line += u" pieces=%1x%2"_s.arg(extras.pieces->length)
                    .arg(QString::fromLatin1(extras.pieces->digests.toHex()));
    for (const plan::Header &header : extras.headers)
        line += u" header="_s + QString::fromUtf8(header.name + ':' + header.value);
    for (const plan::ListedOption &option : extras.options)
        line += u" %1=%2"_s.arg(option.name, option.value);
}

} // namespace

QStringList told(const plan::Links &links)
{
    QStringList lines;
    for (std::size_t place = 0; place < links.urls.size(); ++place) {
        QString line = links.urls[place].toString(QUrl::FullyEncoded);
        if (const auto said = links.details.find(place); said != links.details.end()) {
            if (!said->second.name.isEmpty())
                line += u" name="_s + said->second.name;
            if (said->second.checksum)
                line += u" checksum="_s + QString::fromLatin1(plan::textOf(*said->second.checksum));
            if (said->second.extras)
                tell(line, *said->second.extras);
        }
        lines << line;
    }
    return lines;
}

QList<int> refusedLines(const plan::Links &links)
{
    QList<int> lines;
    for (const plan::Reject &reject : links.rejects)
        lines << reject.line;
    return lines;
}

} // namespace lapwing::test
