// SPDX-License-Identifier: MIT
#include "cli/config/defaults.h"

#include <algorithm>

namespace lapwing::cli {
namespace {

bool has(const Command &command, const char *name)
{
    return std::ranges::any_of(command.options, [name](const Option &option) {
        return QLatin1String(option.longName) == QLatin1String(name);
    });
}

bool yields(const Setting &setting, const Command &command, const QCommandLineParser &given)
{
    return setting.yieldsTo != nullptr && has(command, setting.yieldsTo)
        && given.isSet(QLatin1String(setting.yieldsTo));
}

} // namespace

QString Defaults::Default::place() const
{
    return variable.isEmpty() ? ConfigFile::placeOf(line) : variable;
}

Read<Defaults> Defaults::read()
{
    Read<ConfigFile> file = ConfigFile::read();
    if (!file)
        return tl::unexpected(file.error());
    Defaults made;
    made.m_file = *std::move(file);
    return made;
}

std::optional<Defaults::Default> Defaults::of(const Setting &setting) const
{
    const QString variable = variableOf(setting);
    const QString told = qEnvironmentVariable(variable.toLatin1().constData());
    if (!told.isEmpty())
        return Default{withHome(setting, told), variable, 0};
    const std::optional<ConfigFile::Value> written = m_file.value(setting);
    if (!written)
        return std::nullopt;
    return Default{withHome(setting, written->text), {}, written->line};
}

Read<QString> Defaults::argumentOf(const Setting &setting) const
{
    const std::optional<Default> found = of(setting);
    if (!found)
        return QString();
    return cli::argumentOf(setting, found->value).map_error([&found](const QString &wrong) {
        return Text::tr("%1: %2").arg(found->place(), wrong);
    });
}

Read<QStringList> defaultsFor(const Command &command, const QCommandLineParser &given)
{
    QStringList arguments;
    const auto isOpen = [&](const Setting &setting) {
        return has(command, setting.name) && !given.isSet(QLatin1String(setting.name))
            && !yields(setting, command, given);
    };
    if (std::ranges::none_of(settings(), isOpen))
        return arguments;
    const Read<Defaults> defaults = Defaults::read();
    if (!defaults)
        return tl::unexpected(defaults.error());
    if (const QString fault = defaults->file().fault(); !fault.isEmpty())
        return tl::unexpected(fault);
    for (const Setting &setting : settings()) {
        if (!isOpen(setting))
            continue;
        const Read<QString> argument = defaults->argumentOf(setting);
        if (!argument)
            return tl::unexpected(argument.error());
        if (!argument->isEmpty())
            arguments << *argument;
    }
    return arguments;
}

} // namespace lapwing::cli
