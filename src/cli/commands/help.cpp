// SPDX-License-Identifier: MIT
#include "cli/cli.h"
#include "cli/commands/commands.h"
#include "cli/helppage.h"
#include "cli/wrapping.h"
#include "record/failure.h"
#include "text/failure.h"

#include <algorithm>

namespace lapwing::cli {
namespace {

constexpr qsizetype pageWidth = 80;
constexpr qsizetype textColumn = 18; ///< where the explanations begin

QStringList failureCodes()
{
    QStringList codes;
    for (int cause = 0; cause <= static_cast<int>(record::Cause::Internal); ++cause) {
        if (static_cast<record::Cause>(cause) != record::Cause::HttpStatus)
            codes << record::make(static_cast<record::Cause>(cause)).code;
    }
    return codes;
}

QStringList commandNames()
{
    QStringList names;
    for (const Command &command : commands())
        names << QLatin1String(command.name);
    return names;
}

QString line(const QString &name, const QString &text)
{
    const QString start = (QStringLiteral("  ") + name).leftJustified(textColumn);
    return start + wrapped(text, textColumn, pageWidth) + u'\n';
}

QString topics()
{
    QString text = Text::tr("Commands:") + u'\n';
    for (const Command &command : commands())
        text += line(QLatin1String(command.name), Text::tr(command.summary).section(u'\n', 0, 0));
    text += u'\n' + Text::tr("Pages:") + u'\n';
    for (const QString &name : helpPageNames())
        text += line(name, titleOfHelpPage(name));
    return text + u'\n'
        + wrapped(Text::tr("Errors: the code of one, for example 'lapwing-cli help http-404'; page "
                           "'errors' has all of them."),
                  0, pageWidth)
        + u'\n';
}

QString explained(const record::Failure &failure)
{
    return text::sentence(failure) + u'\n' + text::advice(failure, text::Reader::CommandLine)
        + u'\n' + Text::tr("All errors, and which are retried: 'lapwing-cli help errors'.") + u'\n';
}

/// Empty: there is no such topic. A command and a page may have one name.
QString textOn(const QString &topic)
{
    QStringList texts;
    for (const Command &command : commands()) {
        if (topic == QLatin1String(command.name))
            texts << helpOf(command);
    }
    if (helpPageNames().contains(topic))
        texts << helpPageText(topic, pageWidth);
    if (const auto failure = text::failureWithCode(topic))
        texts << explained(*failure);
    return texts.join(u'\n');
}

} // namespace

usage::Following helpWords()
{
    return {{QStringLiteral("help"),
             commandNames() + helpPageNames() + failureCodes() << QStringLiteral("http-")}};
}

int runHelp(const QCommandLineParser &given, Streams &streams)
{
    const QStringList words = given.positionalArguments();
    if (words.size() > 1)
        return wrongUsage(streams, QStringLiteral("help"), Text::tr("Expected one topic."));
    const QString topic = words.value(0);
    const QString text = words.isEmpty() ? topics() : textOn(topic);
    if (text.isEmpty())
        return wrongUsage(streams, QStringLiteral("help"),
                          suggesting(Text::tr("There is no topic '%1'.").arg(topic), topic,
                                     commandNames() + helpPageNames() + failureCodes()));
    write(streams.out, text.toUtf8());
    return statusOfTelling(streams);
}

} // namespace lapwing::cli
