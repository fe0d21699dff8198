// SPDX-License-Identifier: MIT
#include "usage/completion.h"

namespace lapwing::usage {
namespace {

/// For the inside of single quotes, where _arguments reads brackets and colons.
QString escaped(QString text)
{
    for (const char16_t sign : u"\\[]:")
        if (sign != 0)
            text.replace(QChar(sign), QString(u'\\') + QChar(sign));
    return text.replace(u'\'', QStringLiteral("'\\''"));
}

QString actionOf(const PageOption &option, const QString &function)
{
    if (option.isFolder())
        return QStringLiteral("_files -/");
    if (option.isFile())
        return option.hasEndings()
            ? QStringLiteral(" %1_names %2").arg(function, option.words.join(u' '))
            : QStringLiteral("_files");
    return option.words.isEmpty()
        ? QStringLiteral(" ")
        : QStringLiteral(" compadd -S \"\" -- %1").arg(option.words.join(u' '));
}

QString specificationOf(const PageOption &option, const QString &function)
{
    const bool isFlag = option.value.isEmpty();
    const QString longName = QStringLiteral("--%1").arg(option.longName);
    QString spec;
    if (option.shortName.isEmpty())
        spec = QStringLiteral("'%1%2%3").arg(isFlag ? QString() : QStringLiteral("*"), longName,
                                             isFlag ? QString() : QStringLiteral("="));
    else if (isFlag)
        spec = QStringLiteral("'(-%1 %2)'{-%1,%2}'").arg(option.shortName, longName);
    else
        spec = QStringLiteral("'*'{-%1+,%2=}'").arg(option.shortName, longName);
    spec += QStringLiteral("[%1]").arg(escaped(brief(option.text)));
    if (!isFlag)
        spec += QStringLiteral(":%1:%2").arg(escaped(option.value), actionOf(option, function));
    return spec + u'\'';
}

QString operandOf(const Page &page, const QString &function)
{
    switch (page.operand) {
    case Operand::None:
        break;
    case Operand::Text:
        if (!page.following.isEmpty())
            return QStringLiteral(" \\\n        '*:%1: %2_%3_words'")
                .arg(escaped(page.operands), function, page.command());
        return QStringLiteral(" \\\n        '*:%1: '").arg(escaped(page.operands));
    case Operand::File:
        return QStringLiteral(" \\\n        '*:%1:_files'").arg(escaped(page.operands));
    case Operand::Document:
        return QStringLiteral(" \\\n        '*:%1:_files -g \"*.json\"'")
            .arg(escaped(page.operands));
    }
    return {};
}

QString arguments(const Page &page, const QString &function)
{
    QString call = QStringLiteral("    _arguments -s -S");
    for (const PageOption &option : page.options)
        call += QStringLiteral(" \\\n        ") + specificationOf(option, function);
    return call + operandOf(page, function) + u'\n';
}

QString functionOf(const QString &name, const QString &body)
{
    return QStringLiteral("%1() {\n%2}\n\n").arg(name, body);
}

QString commandList(const Page &program)
{
    QString list;
    for (const Page &command : program.commands)
        list += QStringLiteral("        '%1:%2'\n")
                    .arg(command.command(), escaped(brief(command.summary)));
    return list;
}

/// For a command with words that follow one another.
QString followingFunction(const Page &page, const QString &function)
{
    if (page.following.isEmpty())
        return {};
    QString body = QStringLiteral("    case $words[CURRENT-1] in\n");
    for (auto [word, words] : page.following.asKeyValueRange())
        body += QStringLiteral("    %1) compadd -- %2 ;;\n").arg(word, words.join(u' '));
    return functionOf(QStringLiteral("%1_%2_words").arg(function, page.command()),
                      body + QStringLiteral("    esac\n"));
}

/// Of a program with commands: the first word is one of them, and the others are its own.
constexpr auto dispatch = R"(    local -a commands=(
%2    )
    if ((CURRENT == 2)); then
        _describe command commands
%3        return
    fi
    local command=%1_$words[2]
    shift words
    ((--CURRENT))
    (($+functions[$command])) && $command
)";

constexpr auto names = R"(    local base=${PREFIX:t}
    local stem=${PREFIX%$base}${${base%%.*}:-run}
    compadd -- $stem${^@}
    _files
)";

} // namespace

QByteArray zshCompletion(const Page &program)
{
    const QString function = u'_' + QString(program.name).replace(u'-', u'_');
    QString all =
        QStringLiteral("#compdef %1\n# SPDX-License-Identifier: MIT\n\n").arg(program.name);
    if (program.knowsEndings())
        all += functionOf(function + QStringLiteral("_names"), QString::fromLatin1(names));
    for (const Page &command : program.commands)
        all += followingFunction(command, function)
            + functionOf(function + u'_' + command.command(), arguments(command, function));
    QString body = arguments(program, function);
    if (!program.commands.isEmpty())
        body = QString::fromLatin1(dispatch).arg(function, commandList(program), body);
    all += functionOf(function, body);
    return (all + function + QStringLiteral(" \"$@\"\n")).toUtf8();
}

} // namespace lapwing::usage
