// SPDX-License-Identifier: MIT
#include "cli/manual.h"

#include "cli/cli.h"
#include "cli/examples.h"

namespace lapwing::cli {
namespace {

using usage::Page;
using usage::PageOption;

/// As it is called, and as its page is.
QString program()
{
    return QStringLiteral("lapwing-cli");
}

PageOption optionPage(const Option &option)
{
    return {QLatin1String(option.shortName ? option.shortName : ""), QLatin1String(option.longName),
            QLatin1String(option.value ? option.value : ""), textOf(option),
            option.words ? option.words() : QStringList()};
}

PageOption helpOption(const QString &text)
{
    return {QStringLiteral("h"), QStringLiteral("help"), {}, text, {}};
}

usage::Operand operandOf(const QString &operands)
{
    if (operands.isEmpty())
        return usage::Operand::None;
    if (operands.contains(u".json"))
        return usage::Operand::Document;
    return operands.contains(u"FILE") ? usage::Operand::File : usage::Operand::Text;
}

/// The notes of a command end with its exit status.
void splitNotes(const QString &notes, Page &page)
{
    const QString title = Text::tr("Exit status:");
    const qsizetype place = notes.indexOf(title);
    page.description += u'\n' + notes.left(place);
    if (place < 0)
        return;
    const QString status = notes.mid(place + title.size()).trimmed();
    page.exitStatus = status.left(1).toUpper() + status.mid(1);
}

Page pageOf(const Command &command)
{
    Page page;
    page.name = program() + u' ' + QLatin1String(command.name);
    page.version = QStringLiteral(LAPWING_VERSION);
    page.operands = QLatin1String(command.operands ? command.operands : "");
    page.operand = operandOf(page.operands);
    if (command.following != nullptr)
        page.following = command.following();
    const QString summary = Text::tr(command.summary);
    page.summary = summary.section(u'\n', 0, 0);
    page.description = summary.section(u'\n', 1);
    for (const Option &option : command.options)
        page.options << optionPage(option);
    page.options << helpOption(Text::tr("Show this help and exit."));
    splitNotes(Text::tr(command.notes), page);
    if (const Examples *examples = examplesOf(command)) {
        for (const char *line : examples->lines)
            page.examples << QString::fromLatin1(line);
    }
    page.related = {program(), QStringLiteral("lapwing")};
    return page;
}

QList<usage::Term> environment()
{
    return {
        {QStringLiteral("http_proxy, https_proxy, all_proxy"),
         Text::tr("Proxies, unless --proxy names one.")},
        {QStringLiteral("no_proxy"), Text::tr("Hosts to connect to directly.")},
        {QStringLiteral("NETRC"), Text::tr("The file that --netrc reads.")},
        {QStringLiteral("NO_COLOR"), Text::tr("If it is not empty, no colours are used.")},
        {QStringLiteral("LAPWING_CONFIG"), Text::tr("The configuration file to be read instead.")},
        {QStringLiteral("LAPWING_AT_ONCE, ..."),
         Text::tr("Defaults of options: LAPWING_AT_ONCE is that of --at-once. They take "
                  "precedence over the configuration file.")}};
}

} // namespace

Page manual()
{
    Page page;
    page.name = program();
    page.version = QStringLiteral(LAPWING_VERSION);
    page.summary = Text::tr("Downloads a list of links in parallel and measures how much faster "
                            "that is than one at a time.");
    page.options << helpOption(
        Text::tr("Show this help and exit; after a command, the help of that command."));
    page.options << PageOption{
        {}, QStringLiteral("version"), {}, Text::tr("Show the version and exit."), {}};
    page.environment = environment();
    page.files = {{QStringLiteral("$XDG_CONFIG_HOME/lapwing/lapwing-cli.conf"),
                   Text::tr("Defaults of options, one in each line (at-once = 12); see "
                            "lapwing-cli-config(1). Without the variable, below ~/.config.")}};
    for (const Command &command : commands())
        page.commands << pageOf(command);
    for (const Page &command : page.commands) {
        page.examples << command.examples.value(0);
        page.related << command.fileName();
    }
    page.examples.removeAll(QString());
    page.related << QStringLiteral("lapwing");
    return page;
}

} // namespace lapwing::cli
