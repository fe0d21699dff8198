// SPDX-License-Identifier: MIT
#include "usage/files.h"

#include "usage/completion.h"
#include "usage/manpage.h"

#include <QDir>
#include <QSaveFile>

#include <cstdio>

namespace lapwing::usage {
namespace {

bool write(const QString &folder, const QString &name, const QByteArray &bytes)
{
    QSaveFile file(folder + u'/' + name);
    return QDir().mkpath(folder) && file.open(QIODevice::WriteOnly)
        && file.write(bytes) == bytes.size() && file.commit();
}

bool writeManual(const Page &page, const QString &folder)
{
    return write(folder + QStringLiteral("/man/man1"), page.fileName() + QStringLiteral(".1"),
                 manPage(page));
}

} // namespace

bool writeFiles(const Page &program, const QString &folder)
{
    bool isWritten = writeManual(program, folder);
    for (const Page &command : program.commands)
        isWritten = writeManual(command, folder) && isWritten;
    return isWritten
        && write(folder + QStringLiteral("/bash-completion/completions"), program.name,
                 bashCompletion(program))
        && write(folder + QStringLiteral("/zsh/site-functions"), u'_' + program.name,
                 zshCompletion(program))
        && write(folder + QStringLiteral("/fish/vendor_completions.d"),
                 program.name + QStringLiteral(".fish"), fishCompletion(program));
}

int writeFiles(const Page &program, int argc, char **argv)
{
    if (argc == 2 && writeFiles(program, QString::fromLocal8Bit(argv[1])))
        return 0;
    std::perror("manuals and completions");
    return 1;
}

} // namespace lapwing::usage
