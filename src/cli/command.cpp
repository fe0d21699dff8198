// SPDX-License-Identifier: MIT
#include "cli/command.h"

#include "cli/examples.h"
#include "cli/exitstatus.h"
#include "cli/wrapping.h"
#include "report/export.h"
#include "usage/nearest.h"

namespace lapwing::cli {
namespace {

constexpr qsizetype pageWidth = 80;
constexpr qsizetype textColumn = 30; ///< where the explanations begin

QCommandLineOption optionFrom(const Option &option)
{
    QStringList names{QLatin1String(option.longName)};
    if (option.shortName != nullptr)
        names << QLatin1String(option.shortName);
    QCommandLineOption made(names);
    if (option.value != nullptr)
        made.setValueName(QLatin1String(option.value));
    return made;
}

QString emptyValue(const Command &command, const QCommandLineParser &given)
{
    for (const Option &option : command.options) {
        const QString name = QLatin1String(option.longName);
        if (option.value != nullptr && given.values(name).contains(QString()))
            return Text::tr("--%1 needs a value.").arg(name);
    }
    return {};
}

/// Names the first option that there is not. Qt's own words would tell every letter of -uNAME:PASSWORD.
QString unknownOption(const Command &command, const QCommandLineParser &given)
{
    const QString name = given.unknownOptionNames().constFirst();
    const QString word = (name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--")) + name;
    QStringList known{QStringLiteral("--help")};
    for (const Option &option : command.options)
        known << QStringLiteral("--") + QLatin1String(option.longName);
    return suggesting(Text::tr("There is no option '%1'.").arg(word), word, known);
}

/// Paragraphs in lines that begin at `column`; the first is taken to be there already.
QString paragraphs(const QString &text, qsizetype column)
{
    QStringList lines;
    for (const QString &paragraph : text.split(u'\n'))
        lines << wrapped(paragraph, column, pageWidth);
    return lines.join(u'\n' + QString(column, u' ')).trimmed() + u'\n';
}

/// "  left          text", the text wrapped.
QString row(const QString &left, const QString &text)
{
    QString start = QStringLiteral("  ") + left;
    if (start.size() + 2 > textColumn)
        start += u'\n' + QString(textColumn, u' ');
    else
        start = start.leftJustified(textColumn);
    return start + paragraphs(text, textColumn);
}

QString nameOf(const Option &option)
{
    QString name = option.shortName != nullptr
        ? QStringLiteral("-%1, ").arg(QLatin1String(option.shortName))
        : QStringLiteral("    ");
    name += QStringLiteral("--") + QLatin1String(option.longName);
    if (option.value != nullptr)
        name += u' ' + QLatin1String(option.value);
    return name;
}

/// Empty: it has none.
QString examplesIn(const Command &command)
{
    const Examples *const examples = examplesOf(command);
    if (examples == nullptr)
        return {};
    QString page = Text::tr("Examples:") + u'\n';
    for (const char *line : examples->lines)
        page += QStringLiteral("  ") + QLatin1String(line) + u'\n';
    return page + u'\n';
}

} // namespace

/// What a text leaves open is filled in.
QString textOf(const Option &option)
{
    return Text::tr(option.text).replace(QStringLiteral("{endings}"), report::knownEndings());
}

QString suggesting(const QString &reason, const QString &word, const QStringList &known)
{
    const QString meant = usage::nearest(word, known);
    return meant.isEmpty() ? reason : reason + u' ' + Text::tr("Did you mean '%1'?").arg(meant);
}

QString parse(const Command &command, const QStringList &arguments, QCommandLineParser &into)
{
    for (const Option &option : command.options)
        into.addOption(optionFrom(option));
    into.addOption(QCommandLineOption(QStringList{QStringLiteral("h"), QStringLiteral("help")}));
    const bool isUnderstood = into.parse(arguments);
    if (!into.unknownOptionNames().isEmpty())
        return unknownOption(command, into);
    if (!isUnderstood)
        return into.errorText();
    if (command.operands == nullptr && !into.positionalArguments().isEmpty())
        return Text::tr("Unexpected argument '%1'.").arg(into.positionalArguments().constFirst());
    return emptyValue(command, into);
}

QString helpOf(const Command &command)
{
    QString help = examplesIn(command)
        + Text::tr("Usage: %1").arg(QStringLiteral("lapwing-cli ") + QLatin1String(command.name));
    help += u' ' + Text::tr("[options]");
    if (command.operands != nullptr)
        help += u' ' + QLatin1String(command.operands);
    help += QStringLiteral("\n\n") + paragraphs(Text::tr(command.summary), 0);
    help += u'\n' + Text::tr("Options:") + u'\n';
    for (const Option &option : command.options)
        help += row(nameOf(option), textOf(option));
    help += row(QStringLiteral("-h, --help"), Text::tr("Show this help and exit."));
    return help + u'\n' + paragraphs(Text::tr(command.notes), 0);
}

QString helpOf(std::span<const Command> commands)
{
    QString help =
        Text::tr("Usage: %1").arg(QStringLiteral("lapwing-cli ")) + Text::tr("COMMAND [options]");
    help += QStringLiteral("\n\n")
        + paragraphs(Text::tr("Downloads a list of links in parallel and measures how much faster "
                              "that is than one at a time."),
                     0);
    help += u'\n' + Text::tr("Commands:") + u'\n';
    for (const Command &command : commands)
        help += row(QLatin1String(command.name), Text::tr(command.summary).section(u'\n', 0, 0));
    help += u'\n' + Text::tr("Options:") + u'\n';
    help += row(QStringLiteral("-h, --help"),
                Text::tr("Show this help and exit; after a command, the help of that command."));
    return help + row(QStringLiteral("    --version"), Text::tr("Show the version and exit."));
}

int statusOfTelling(Streams &streams)
{
    ExitFacts ending;
    ending.succeeded = 1;
    ending.couldNotWrite = streams.out.broken;
    if (ending.couldNotWrite)
        say(streams.err,
            QStringLiteral("lapwing-cli: ") + Text::tr("Could not write to standard output."));
    return exitStatus(ending);
}

int wrongUsage(Streams &streams, const QString &command, const QString &reason)
{
    const QString called =
        QStringLiteral("lapwing-cli ") + (command.isEmpty() ? command : command + u' ');
    say(streams.err, QStringLiteral("lapwing-cli: ") + reason);
    say(streams.err, Text::tr("Try '%1--help'.").arg(called));
    ExitFacts ending;
    ending.wrongUsage = true;
    return exitStatus(ending);
}

} // namespace lapwing::cli
