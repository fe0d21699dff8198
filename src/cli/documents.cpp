// SPDX-License-Identifier: MIT
#include "cli/documents.h"

#include "cli/command.h"
#include "cli/lists.h"
#include "report/json/readjson.h"

#include <QFile>

namespace lapwing::cli {
namespace {

/// One byte too many is enough to know that it is too large.
Read<QByteArray> bytesOf(const QString &path, QIODevice &in)
{
    if (path == u"-")
        return in.read(report::maxDocumentSize + 1);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(file.errorString());
    QByteArray bytes = file.read(report::maxDocumentSize + 1);
    if (file.error() != QFileDevice::NoError)
        return tl::unexpected(file.errorString());
    return bytes;
}

} // namespace

Read<report::Document> documentFrom(const QString &path, QIODevice &in)
{
    const QString name = nameOfList(path);
    const Read<QByteArray> bytes = bytesOf(path, in);
    if (!bytes)
        return tl::unexpected(Text::tr("%1: %2").arg(name, bytes.error()));
    Read<report::Document> document = report::fromJson(*bytes);
    if (!document)
        return tl::unexpected(Text::tr("%1: %2").arg(name, document.error()));
    return document;
}

} // namespace lapwing::cli
