// SPDX-License-Identifier: MIT
#include "plan/lists/write/writers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace lapwing::plan {
namespace {

QJsonArray checksumsOf(const Entry &entry)
{
    QJsonArray all{QString::fromLatin1(textOf(*entry.checksum))};
    for (const Checksum &checksum : extrasOf(entry).checksums)
        all << QString::fromLatin1(textOf(checksum));
    return all;
}

void putExtras(QJsonObject &object, const Extras &extras)
{
    if (extras.size)
        object.insert("size"_L1, *extras.size);
    if (!extras.folder.isEmpty())
        object.insert("folder"_L1, extras.folder);
    QJsonArray mirrors;
    for (const Mirror &mirror : extras.mirrors)
        mirrors << mirror.url.toString(QUrl::FullyEncoded);
    if (!mirrors.isEmpty())
        object.insert("mirrors"_L1, mirrors);
    QJsonArray headers;
    for (const Header &header : extras.headers)
        headers << QString::fromUtf8(header.name + ": " + header.value);
    if (!headers.isEmpty())
        object.insert("headers"_L1, headers);
    QJsonObject options;
    for (const ListedOption &option : extras.options)
        options.insert(option.name, option.value);
    if (!options.isEmpty())
        object.insert("options"_L1, options);
}

} // namespace

QByteArray jsonLinesOf(const std::vector<Entry> &entries)
{
    QByteArray text;
    for (const Entry &entry : entries) {
        QJsonObject object{{"url"_L1, QString::fromUtf8(linkOf(entry))}};
        if (entry.isNamed)
            object.insert("name"_L1, entry.name);
        if (entry.checksum)
            object.insert("checksum"_L1, checksumsOf(entry));
        putExtras(object, extrasOf(entry));
        text += QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    }
    return text;
}

} // namespace lapwing::plan
