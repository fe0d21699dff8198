// SPDX-License-Identifier: MIT
#include "plan/lists/write/writers.h"

namespace lapwing::plan {
namespace {

void putOption(QByteArray &text, const QByteArray &name, const QByteArray &value)
{
    text += ' ' + name + '=' + value + '\n';
}

void putEntry(QByteArray &text, const Entry &entry)
{
    const Extras &extras = extrasOf(entry);
    text += linkOf(entry);
    for (const Mirror &mirror : extras.mirrors)
        text += '\t' + mirror.url.toString(QUrl::FullyEncoded).toUtf8();
    text += '\n';
    if (!extras.folder.isEmpty())
        putOption(text, "dir", extras.folder.toUtf8());
    if (entry.isNamed)
        putOption(text, "out", entry.name.toUtf8());
    if (entry.checksum)
        putOption(text, "checksum", textOf(*entry.checksum));
    for (const Header &header : extras.headers)
        putOption(text, "header", header.name + ": " + header.value);
    for (const ListedOption &option : extras.options)
        putOption(text, option.name.toUtf8(), option.value.toUtf8());
}

} // namespace

QByteArray aria2Of(const std::vector<Entry> &entries)
{
    QByteArray text;
    for (const Entry &entry : entries)
        putEntry(text, entry);
    return text;
}

} // namespace lapwing::plan
