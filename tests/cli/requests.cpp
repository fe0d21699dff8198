// SPDX-License-Identifier: MIT
#include "requests.h"

#include "cli/cli.h"

#include <QBuffer>
#include <QFile>

namespace lapwing::test {

using cli::GetRequest;
using cli::Read;

Read<GetRequest> requestFor(QStringList arguments, const QByteArray &input)
{
    const cli::Command &get = cli::commands().front();
    QCommandLineParser given;
    arguments.prepend(QLatin1String(get.name));
    const QString wrong = cli::parse(get, arguments, given);
    if (!wrong.isEmpty())
        return tl::unexpected(wrong);
    QBuffer in;
    in.setData(input);
    in.open(QIODevice::ReadOnly);
    return cli::requestFrom(given, in);
}

QString Lists::list(const char *name, const QByteArray &contents)
{
    QFile file(path(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(contents);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return file.fileName();
}

} // namespace lapwing::test
