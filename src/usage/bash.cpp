// SPDX-License-Identifier: MIT
#include "usage/completion.h"

namespace lapwing::usage {
namespace {

/// The parts that are the same for every program; %1 is the name of its function.
constexpr auto frame = R"(# SPDX-License-Identifier: MIT
%1_offer()
{
    mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur")
    [[ ${#COMPREPLY[@]} -ne 1 || $COMPREPLY == *[[:alnum:]] ]] || compopt -o nospace 2>/dev/null
}

%1_files()
{
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen "$@" -- "$cur"; [[ $1 == -d ]] || compgen -d -- "$cur")
    mapfile -t COMPREPLY < <(printf '%s\n' "${COMPREPLY[@]}" | sort -u | sed '/^$/d')
}

%6%1()
{
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command=%2 i
    # --name=value are three words here.
    if [[ $cur == = ]]; then
        cur=
    elif [[ $prev == = ]]; then
        prev=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    COMPREPLY=()
%3%4}
complete -F %1 %5
)";

constexpr auto newNames = R"(# A new file, with each ending that there is.
%1_names()
{
    local base=${cur##*/} ending name
    %1_files -f
    for ending in "$@"; do
        name=${base%%.*}
        name=${cur%"$base"}${name:-run}$ending
        [[ $name != "$cur"* || -e $name ]] || COMPREPLY+=("$name")
    done
}

)";

constexpr auto findCommand = R"(    for ((i = 1; i < COMP_CWORD; ++i)); do
        [[ ${COMP_WORDS[i]} == -* ]] || { command=${COMP_WORDS[i]}; break; }
    done
)";

QStringList namesOf(const PageOption &option)
{
    QStringList names;
    if (!option.shortName.isEmpty())
        names << u'-' + option.shortName;
    return names << QStringLiteral("--") + option.longName;
}

QString valueOf(const PageOption &option, const QString &function)
{
    if (option.isFolder())
        return function + QStringLiteral("_files -d");
    if (option.isFile())
        return option.hasEndings() ? function + QStringLiteral("_names ") + option.words.join(u' ')
                                   : function + QStringLiteral("_files -f");
    if (option.words.isEmpty())
        return QStringLiteral(":"); // nothing is known of it
    return function + QStringLiteral("_offer '%1'").arg(option.words.join(u' '));
}

/// What is offered behind an option that takes a value.
QString valueCases(const Page &page, const QString &function)
{
    QString cases;
    for (const PageOption &option : page.options) {
        if (option.value.isEmpty())
            continue;
        QStringList patterns;
        for (const QString &name : namesOf(option))
            patterns << page.command() + u':' + name;
        cases += QStringLiteral("    %1) %2; return ;;\n")
                     .arg(patterns.join(QStringLiteral(" | ")), valueOf(option, function));
    }
    return cases;
}

QString followingCases(const Page &page, const QString &function)
{
    QString cases = QStringLiteral("case $prev in\n");
    for (auto [word, words] : page.following.asKeyValueRange())
        cases +=
            QStringLiteral("        %1) %2_offer '%3' ;;\n").arg(word, function, words.join(u' '));
    return cases + QStringLiteral("        esac");
}

QString operandOf(const Page &page, const QString &function)
{
    if (!page.following.isEmpty())
        return followingCases(page, function);
    switch (page.operand) {
    case Operand::None:
    case Operand::Text:
        break;
    case Operand::File:
        return function + QStringLiteral("_files -f");
    case Operand::Document:
        return function + QStringLiteral("_files -f -X '!*.json'");
    }
    if (page.commands.isEmpty())
        return QStringLiteral(":");
    QStringList names;
    for (const Page &command : page.commands)
        names << command.command();
    return function + QStringLiteral("_offer '%1'").arg(names.join(u' '));
}

QString wordCases(const Page &page, const QString &function)
{
    QStringList names;
    for (const PageOption &option : page.options)
        names += namesOf(option);
    return QStringLiteral("    %1:-*) %2_offer '%3' ;;\n    %1:*) %4 ;;\n")
        .arg(page.command(), function, names.join(u' '), operandOf(page, function));
}

} // namespace

QByteArray bashCompletion(const Page &program)
{
    const QString function = u'_' + QString(program.name).replace(u'-', u'_');
    QString values = valueCases(program, function);
    QString words = wordCases(program, function);
    for (const Page &command : program.commands) {
        values += valueCases(command, function);
        words += wordCases(command, function);
    }
    QString cases;
    if (!values.isEmpty())
        cases = QStringLiteral("    case $command:$prev in\n%1    esac\n").arg(values);
    cases += QStringLiteral("    case $command:$cur in\n%1    esac\n").arg(words);
    return QString::fromLatin1(frame)
        .arg(function, program.name,
             program.commands.isEmpty() ? QString() : QString::fromLatin1(findCommand), cases,
             program.name,
             program.knowsEndings() ? QString::fromLatin1(newNames).arg(function) : QString())
        .toUtf8();
}

} // namespace lapwing::usage
