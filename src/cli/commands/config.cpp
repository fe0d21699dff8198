// SPDX-License-Identifier: MIT
#include "cli/commands/commands.h"
#include "cli/config/defaults.h"
#include "cli/exitstatus.h"
#include "text/displaywidth.h"
#include "usage/nearest.h"

#include <QDir>
#include <QProcessEnvironment>

#include <algorithm>
#include <array>

namespace lapwing::cli {
namespace {

constexpr qsizetype widestValue = 40; ///< in columns; a longer one pushes what stands behind it

const QString commandName = QStringLiteral("config");

struct Action {
    const char *name;
    const char *operands; ///< for the help
    qsizetype count;      ///< of them
    int (*run)(const QStringList &operands, Defaults &defaults, Streams &streams);
};

int wrong(Streams &streams, const QString &reason)
{
    return wrongUsage(streams, commandName, reason);
}

QString valueOf(const Setting &setting, const Defaults &defaults)
{
    const std::optional<Defaults::Default> found = defaults.of(setting);
    return found ? shown(setting, found->value) : builtInText(setting);
}

QString sourceOf(const Setting &setting, const Defaults &defaults)
{
    const std::optional<Defaults::Default> found = defaults.of(setting);
    if (!found)
        return Text::tr("built in");
    return found->variable.isEmpty() ? Text::tr("line %1").arg(found->line) : found->variable;
}

QStringList faultsOf(const Defaults &defaults)
{
    QStringList faults{defaults.file().fault()};
    for (const Setting &setting : settings()) {
        const Read<QString> argument = defaults.argumentOf(setting);
        if (!argument)
            faults << argument.error();
    }
    faults.removeAll(QString());
    return faults;
}

/// LAPWING_AT_ONEC has no effect, and nobody would say so.
QStringList mistypedVariables()
{
    const QString prefix = QStringLiteral("LAPWING_");
    QStringList known{QStringLiteral("CONFIG")};
    for (const Setting &setting : settings())
        known << variableOf(setting).mid(prefix.size());
    QStringList notes;
    for (const QString &name : QProcessEnvironment::systemEnvironment().keys()) {
        const QString word = name.mid(prefix.size());
        if (!name.startsWith(prefix) || known.contains(word))
            continue;
        if (const QString meant = usage::nearest(word, known); !meant.isEmpty())
            notes << Text::tr("%1 has no effect. Did you mean '%2'?").arg(name, prefix + meant);
    }
    return notes;
}

int showAll(const Defaults &defaults, Streams &streams)
{
    say(streams.out,
        (defaults.file().exists() ? Text::tr("Configuration file: %1")
                                  : Text::tr("Configuration file: %1 (not there yet)"))
            .arg(ConfigFile::path()));
    qsizetype widest = 0;
    for (const Setting &setting : settings())
        widest =
            std::max(widest, std::min(widestValue, text::displayWidth(valueOf(setting, defaults))));
    for (const Setting &setting : settings())
        say(streams.out,
            QStringLiteral("%1 %2  %3")
                .arg(QString::fromLatin1(setting.name).leftJustified(18),
                     text::leftAligned(valueOf(setting, defaults), widest),
                     sourceOf(setting, defaults)));
    const QStringList faults = faultsOf(defaults);
    for (const QString &fault : faults + mistypedVariables())
        say(streams.err, QStringLiteral("lapwing-cli: ") + fault);
    if (faults.isEmpty() || streams.out.broken)
        return statusOfTelling(streams);
    ExitFacts ending;
    ending.wrongUsage = true;
    return exitStatus(ending);
}

int showPath(const QStringList &, Defaults &, Streams &streams)
{
    say(streams.out, ConfigFile::path());
    return statusOfTelling(streams);
}

int showOne(const QStringList &operands, Defaults &defaults, Streams &streams)
{
    const auto setting = settingCalled(operands.at(0));
    if (!setting)
        return wrong(streams, setting.error());
    if (const Read<QString> argument = defaults.argumentOf(**setting); !argument)
        return wrong(streams, argument.error());
    say(streams.out, valueOf(**setting, defaults));
    return statusOfTelling(streams);
}

int save(const Defaults &defaults, const ConfigFile &file, const Setting &setting, Streams &streams)
{
    ExitFacts ending;
    ending.succeeded = 1;
    if (const QString reason = file.save(); !reason.isEmpty()) {
        say(streams.err, QStringLiteral("lapwing-cli: ") + reason);
        ending.couldNotWrite = true;
    } else if (const auto found = defaults.of(setting); found && !found->variable.isEmpty()) {
        say(streams.err, Text::tr("%1 is set and takes precedence.").arg(found->variable));
    }
    return exitStatus(ending);
}

/// The next call may be in another folder.
QString absolute(const Setting &setting, const QString &value)
{
    const QString path = withHome(setting, value);
    return isPath(setting) ? QDir::cleanPath(QDir::current().absoluteFilePath(path)) : value;
}

int setOne(const QStringList &operands, Defaults &defaults, Streams &streams)
{
    const auto setting = settingCalled(operands.at(0));
    if (!setting)
        return wrong(streams, setting.error());
    if (operands.at(1).isEmpty())
        return wrong(streams, Text::tr("--%1 needs a value.").arg(operands.at(0)));
    if (operands.at(1).contains(u'\n'))
        return wrong(streams, Text::tr("A value must be a single line."));
    if (isSecret(**setting, operands.at(1)))
        return wrong(streams,
                     Text::tr("The configuration file is plain text and no place for a password; "
                              "use the variable %1.")
                         .arg(variableOf(**setting)));
    const QString value = absolute(**setting, operands.at(1));
    if (const Read<QString> argument = argumentOf(**setting, value); !argument)
        return wrong(streams, argument.error());
    ConfigFile file = defaults.file();
    file.set(**setting, value);
    return save(defaults, file, **setting, streams);
}

int unsetOne(const QStringList &operands, Defaults &defaults, Streams &streams)
{
    const auto setting = settingCalled(operands.at(0));
    if (!setting)
        return wrong(streams, setting.error());
    ConfigFile file = defaults.file();
    if (!file.unset(**setting)) {
        say(streams.err, Text::tr("The configuration file does not set %1.").arg(operands.at(0)));
        return statusOfTelling(streams);
    }
    return save(defaults, file, **setting, streams);
}

constexpr std::array actions{Action{"get", "NAME", 1, showOne},
                             Action{"set", "NAME VALUE", 2, setOne},
                             Action{"unset", "NAME", 1, unsetOne}, Action{"path", "", 0, showPath}};

QStringList actionNames()
{
    QStringList names;
    for (const Action &action : actions)
        names << QLatin1String(action.name);
    return names;
}

} // namespace

usage::Following configWords()
{
    usage::Following words{{commandName, actionNames()}};
    for (const Action &action : actions) {
        if (action.count > 0)
            words.insert(QLatin1String(action.name), settingNames());
    }
    for (const Setting &setting : settings()) {
        if (const QStringList values = wordsOf(setting); !values.isEmpty())
            words.insert(QLatin1String(setting.name), values);
    }
    return words;
}

int runConfig(const QCommandLineParser &given, Streams &streams)
{
    const QStringList words = given.positionalArguments();
    const QString word = words.value(0);
    const auto *const action = std::ranges::find_if(
        actions, [&word](const Action &each) { return word == QLatin1String(each.name); });
    if (!words.isEmpty() && action == actions.end())
        return wrong(streams,
                     suggesting(Text::tr("There is no command 'config %1'.").arg(word), word,
                                actionNames()));
    if (!words.isEmpty() && words.size() != action->count + 1)
        return wrong(streams,
                     Text::tr("Expected '%1'.")
                         .arg(QStringLiteral("lapwing-cli config %1 %2")
                                  .arg(word, QLatin1String(action->operands))
                                  .trimmed()));
    Read<Defaults> defaults = Defaults::read();
    if (!defaults && word == u"path") // of a file that cannot be read, too
        defaults = Defaults();
    if (!defaults)
        return wrong(streams, defaults.error());
    return words.isEmpty() ? showAll(*defaults, streams)
                           : action->run(words.mid(1), *defaults, streams);
}

} // namespace lapwing::cli
