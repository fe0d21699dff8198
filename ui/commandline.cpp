// SPDX-License-Identifier: MIT
#include "commandline.h"

#include "usage/nearest.h"
#include "usage/option.h"
#include "usage/page.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <cstdio>

namespace lapwing::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::CommandLine)
};

#define TEXT(words) QT_TRANSLATE_NOOP("lapwing::ui::CommandLine", words)

constexpr usage::Option options[] = {
    {nullptr, "demo", nullptr,
     TEXT("Start the demo, if the list is empty; no internet is needed.")},
    {nullptr, "paste", nullptr, TEXT("Add the links that are on the clipboard.")},
    {"h", "help", nullptr, TEXT("Show this help and exit.")},
    {"v", "version", nullptr, TEXT("Show the version and exit.")},
};

constexpr auto summary =
    TEXT("Downloads a list of links in parallel and measures how much faster that is than one at a "
         "time.");

#undef TEXT

/// Of what one start hands to another; nobody types it.
const QString tokenName = QStringLiteral("activation-token");

/// What QApplication takes for itself (its documentation lists them): known here, or they would be refused.
QList<QCommandLineOption> optionsOfQt()
{
    QList<QCommandLineOption> taken;
    for (const char *flag : {"reverse"})
        taken << QCommandLineOption(QLatin1String(flag));
    for (const char *valued : {"display", "fontengine", "geometry", "platform",
                               "platformpluginpath", "platformtheme", "plugin", "qwindowgeometry",
                               "qwindowicon", "qwindowtitle", "session", "style", "stylesheet"})
        taken << QCommandLineOption(QLatin1String(valued), QString(), QStringLiteral("value"));
    for (QCommandLineOption &option : taken)
        option.setFlags(QCommandLineOption::HiddenFromHelp);
    return taken;
}

void prepare(QCommandLineParser &parser)
{
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.setApplicationDescription(Words::tr(summary));
    for (const usage::Option &option : options) {
        QStringList names{QLatin1String(option.longName)};
        if (option.shortName != nullptr)
            names.prepend(QLatin1String(option.shortName));
        parser.addOption({names, Words::tr(option.text)});
    }
    QCommandLineOption token(tokenName, QString(), QStringLiteral("token"));
    token.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(token);
    parser.addOptions(optionsOfQt());
    parser.addPositionalArgument(
        QStringLiteral("link"),
        Words::tr("A link, or a file with a list of links in any format that Lapwing reads."),
        QStringLiteral("[link ...]"));
}

QString wrongWith(const QCommandLineParser &parser)
{
    const QStringList unknown = parser.unknownOptionNames();
    if (unknown.isEmpty())
        return parser.errorText();
    QStringList known;
    for (const usage::Option &option : options)
        known << QLatin1String(option.longName);
    const QString meant = usage::nearest(unknown.constFirst(), known);
    return meant.isEmpty() ? parser.errorText()
                           : Words::tr("%1 Did you mean '--%2'?").arg(parser.errorText(), meant);
}

usage::PageOption onPage(const usage::Option &option)
{
    usage::PageOption row;
    row.shortName = QLatin1String(option.shortName ? option.shortName : "");
    row.longName = QLatin1String(option.longName);
    row.text = Words::tr(option.text);
    return row;
}

/// A desktop names the files that it opens by their addresses.
QString pathOf(const QString &input)
{
    const QUrl address(input);
    return address.isLocalFile() ? address.toLocalFile() : input;
}

CommandLineRequest requestOf(const QCommandLineParser &parser)
{
    CommandLineRequest request;
    request.startsDemo = parser.isSet(QStringLiteral("demo"));
    request.pastes = parser.isSet(QStringLiteral("paste"));
    request.activationToken = parser.value(tokenName);
    for (const QString &input : parser.positionalArguments())
        request.inputs << pathOf(input);
    return request;
}

CommandLineRequest ended(int exitStatus, std::FILE *stream, const QString &text)
{
    std::fputs(qPrintable(text), stream);
    CommandLineRequest request;
    request.exitStatus = exitStatus;
    return request;
}

} // namespace

QStringList CommandLineRequest::arguments() const
{
    QStringList all;
    if (startsDemo)
        all << QStringLiteral("--demo");
    if (pastes)
        all << QStringLiteral("--paste");
    if (!activationToken.isEmpty())
        all << QStringLiteral("--%1=%2").arg(tokenName, activationToken);
    if (!inputs.isEmpty())
        all << QStringLiteral("--") << inputs;
    return all;
}

CommandLineRequest readCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    prepare(parser);
    const bool understood = parser.parse(arguments);
    if (parser.isSet(QStringLiteral("help")))
        return ended(0, stdout, parser.helpText());
    if (parser.isSet(QStringLiteral("version")))
        return ended(0, stdout,
                     QCoreApplication::applicationName() + u' '
                         + QCoreApplication::applicationVersion() + u'\n');
    if (!understood)
        return ended(2, stderr,
                     Words::tr("lapwing: %1\nTry lapwing --help.\n").arg(wrongWith(parser)));
    CommandLineRequest request = requestOf(parser);
    if (request.activationToken.isEmpty())
        request.activationToken = qEnvironmentVariable("XDG_ACTIVATION_TOKEN");
    return request;
}

CommandLineRequest requestFrom(const QStringList &arguments)
{
    QCommandLineParser parser;
    prepare(parser);
    if (!parser.parse(QStringList{QStringLiteral("lapwing")} + arguments))
        return {};
    return requestOf(parser);
}

using Manual = usage::Page; // lupdate takes usage::Page before a function for its class

Manual manual()
{
    Manual page;
    page.name = QStringLiteral("lapwing");
    page.version = QStringLiteral(LAPWING_VERSION);
    page.operands = QStringLiteral("[link ...]");
    page.operand = usage::Operand::File;
    page.summary = Words::tr(summary);
    page.description = Words::tr(
        "Opens a window with the links and the lists (files in any format that Lapwing reads) that "
        "it is given. If a window is already open, they are added to its list. The help pages (F1) "
        "explain the rest.");
    for (const usage::Option &option : options)
        page.options << onPage(option);
    page.exitStatus =
        Words::tr("0 the window was closed, or the one that is open took the links; 1 "
                  "the one that is open does not respond; 2 wrong usage.");
    page.files = {{QStringLiteral("~/.local/share/Lapwing/lapwing"),
                   Words::tr("The list and the history, below XDG_DATA_HOME if that is set.")},
                  {QStringLiteral("~/.config/Lapwing/lapwing.conf"),
                   Words::tr("The settings, below XDG_CONFIG_HOME if that is set.")}};
    page.examples = {QStringLiteral("lapwing --demo"),
                     QStringLiteral("lapwing links.txt https://example.org/image.iso")};
    page.related = {QStringLiteral("lapwing-cli")};
    return page;
}

} // namespace lapwing::ui
