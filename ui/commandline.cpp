// SPDX-License-Identifier: MIT
#include "commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

namespace lapwing::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::CommandLine)
};

/// What QApplication takes for itself (its documentation lists them): known here, or they would be refused.
QList<QCommandLineOption> optionsOfQt()
{
    QList<QCommandLineOption> options;
    for (const char *flag : {"reverse"})
        options << QCommandLineOption(QLatin1String(flag));
    for (const char *valued : {"display", "fontengine", "geometry", "platform",
                               "platformpluginpath", "platformtheme", "plugin", "qwindowgeometry",
                               "qwindowicon", "qwindowtitle", "session", "style", "stylesheet"})
        options << QCommandLineOption(QLatin1String(valued), QString(), QStringLiteral("value"));
    for (QCommandLineOption &option : options)
        option.setFlags(QCommandLineOption::HiddenFromHelp);
    return options;
}

void say(std::FILE *stream, const QString &text)
{
    std::fputs(qPrintable(text), stream);
}

} // namespace

CommandLineRequest readCommandLine(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.setApplicationDescription(Words::tr("Downloads a list of links in parallel and measures "
                                               "how much faster that is than one at a time."));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  Words::tr("Show this help and exit."));
    const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")},
                                     Words::tr("Show the version and exit."));
    parser.addOptions({help, version});
    parser.addOptions(optionsOfQt());
    parser.addPositionalArgument(QStringLiteral("link"),
                                 Words::tr("A link, or a file with one link per line."),
                                 QStringLiteral("[link ...]"));
    const bool understood = parser.parse(QCoreApplication::arguments());
    if (parser.isSet(help)) {
        say(stdout, parser.helpText());
        return {0, {}};
    }
    if (parser.isSet(version)) {
        say(stdout,
            QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion()
                + u'\n');
        return {0, {}};
    }
    if (!understood) {
        say(stderr, Words::tr("lapwing: %1\nTry lapwing --help.\n").arg(parser.errorText()));
        return {2, {}};
    }
    return {std::nullopt, parser.positionalArguments()};
}

} // namespace lapwing::ui
