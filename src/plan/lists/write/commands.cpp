// SPDX-License-Identifier: MIT
#include "plan/lists/write/writers.h"

namespace lapwing::plan {
namespace {

/// In single quotation marks, in which bash changes nothing.
QByteArray quoted(QByteArray word)
{
    return '\'' + word.replace("'", "'\\''") + '\'';
}

QByteArray outputOf(const Entry &entry)
{
    const QByteArray folder = extrasOf(entry).folder.toUtf8();
    const QByteArray output =
        folder.isEmpty() ? " " : " --create-dirs --output-dir " + quoted(folder) + ' ';
    return output + (entry.isNamed ? "-o " + quoted(entry.name.toUtf8()) : QByteArray("-O"));
}

} // namespace

QByteArray curlCommandsOf(const std::vector<Entry> &entries)
{
    QByteArray text;
    for (const Entry &entry : entries) {
        text += "curl -g -L" + outputOf(entry);
        for (const Header &header : extrasOf(entry).headers)
            text += " -H " + quoted(header.name + ": " + header.value);
        text += ' ' + quoted(linkOf(entry)) + '\n';
    }
    return text;
}

} // namespace lapwing::plan
