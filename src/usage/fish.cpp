// SPDX-License-Identifier: MIT
#include "usage/completion.h"

namespace lapwing::usage {
namespace {

QString quoted(QString text)
{
    text.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'"));
    return u'\'' + text + u'\'';
}

/// `complete` for one rule: whose, when, what.
QString rule(const Page &program, const QString &condition, const QString &what)
{
    QString line = QStringLiteral("complete -c %1").arg(program.name);
    if (!condition.isEmpty())
        line += QStringLiteral(" -n ") + quoted(condition);
    return line + u' ' + what + u'\n';
}

QString valueOf(const PageOption &option, const QString &function)
{
    if (option.value.isEmpty())
        return {};
    if (option.isFolder())
        return QStringLiteral(" -x -a '(__fish_complete_directories)'");
    if (option.isFile())
        return option.hasEndings()
            ? QStringLiteral(" -r -F -a '(%1_names %2)'").arg(function, option.words.join(u' '))
            : QStringLiteral(" -r -F");
    return option.words.isEmpty() ? QStringLiteral(" -x")
                                  : QStringLiteral(" -x -a ") + quoted(option.words.join(u' '));
}

QString optionsOf(const Page &page, const Page &program, const QString &condition,
                  const QString &function)
{
    QString rules;
    for (const PageOption &option : page.options) {
        QString what;
        if (!option.shortName.isEmpty())
            what = QStringLiteral("-s %1 ").arg(option.shortName);
        what += QStringLiteral("-l ") + option.longName + valueOf(option, function);
        rules +=
            rule(program, condition, what + QStringLiteral(" -d ") + quoted(brief(option.text)));
    }
    for (auto [word, words] : page.following.asKeyValueRange())
        rules +=
            rule(program, condition + QStringLiteral("; and test (commandline -opc)[-1] = ") + word,
                 QStringLiteral("-a ") + quoted(words.join(u' ')));
    switch (page.operand) {
    case Operand::None:
    case Operand::Text:
        break;
    case Operand::File:
        rules += rule(program, condition, QStringLiteral("-F"));
        break;
    case Operand::Document:
        rules += rule(program, condition, QStringLiteral("-a '(__fish_complete_suffix .json)'"));
        break;
    }
    return rules;
}

/// A new file, with each ending that there is.
constexpr auto names = R"(function %1_names
    set -l token (commandline -ct | string replace -r '^--\w+=' '')
    set -l stem (string replace -r '\.[^/.][^/]*$' '' -- $token)
    string match -qr '[^/]$' -- "$stem"; or set stem {$stem}run
    for ending in $argv
        echo $stem$ending
    end
end

)";

} // namespace

QByteArray fishCompletion(const Page &program)
{
    const QString function = QStringLiteral("__") + QString(program.name).replace(u'-', u'_');
    QString all = QStringLiteral("# SPDX-License-Identifier: MIT\n");
    if (program.knowsEndings())
        all += QString::fromLatin1(names).arg(function);
    if (program.operand == Operand::None)
        all += rule(program, {}, QStringLiteral("-f"));
    const QString first =
        program.commands.isEmpty() ? QString() : QStringLiteral("__fish_use_subcommand");
    for (const Page &command : program.commands)
        all += rule(
            program, first,
            QStringLiteral("-a %1 -d %2").arg(command.command(), quoted(brief(command.summary))));
    all += optionsOf(program, program, first, function);
    for (const Page &command : program.commands)
        all +=
            optionsOf(command, program,
                      QStringLiteral("__fish_seen_subcommand_from ") + command.command(), function);
    return all.toUtf8();
}

} // namespace lapwing::usage
