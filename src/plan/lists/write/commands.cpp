// SPDX-License-Identifier: MIT
#include "plan/distinctnames.h"
#include "plan/lists/write/writers.h"

namespace lapwing::plan {
namespace {

/// In single quotation marks, in which bash changes nothing.
QByteArray shellQuoted(QByteArray word)
{
    return '\'' + word.replace("'", "'\\''") + '\'';
}

/// -O writes over a file of that name, and fails (23) where the link ends in "/".
QByteArray outputOf(const Entry &entry, QHash<QString, DistinctNames> &names)
{
    const QString &folder = extrasOf(entry).folder;
    const QByteArray output = folder.isEmpty()
        ? " "
        : " --create-dirs --output-dir " + shellQuoted(folder.toUtf8()) + ' ';
    const QString name = names[folder].take(entry.name);
    const bool isOfLink = !entry.isNamed && name == entry.name && !entry.url.fileName().isEmpty();
    return output + (isOfLink ? QByteArray("-O") : "-o " + shellQuoted(name.toUtf8()));
}

} // namespace

QByteArray curlCommandsOf(const std::vector<Entry> &entries)
{
    QByteArray text;
    QHash<QString, DistinctNames> names; // by folder
    for (const Entry &entry : entries) {
        text += "curl -g -L" + outputOf(entry, names);
        for (const Header &header : extrasOf(entry).headers)
            text += " -H " + shellQuoted(header.name + ": " + header.value);
        text += ' ' + shellQuoted(linkOf(entry)) + '\n';
    }
    return text;
}

} // namespace lapwing::plan
