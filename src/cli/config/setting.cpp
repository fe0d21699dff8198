// SPDX-License-Identifier: MIT
#include "cli/config/setting.h"

#include "cli/access.h"
#include "cli/cli.h"
#include "cli/limits.h"
#include "cli/measuring.h"
#include "cli/words.h"
#include "plan/plan.h"

#include <QDir>

#include <algorithm>

namespace lapwing::cli {
namespace {

#define TEXT(words) QT_TRANSLATE_NOOP("lapwing::cli::Text", words)

template<typename T>
QString wrongWith(const Read<T> &read)
{
    return read ? QString() : read.error();
}

template<typename Part, QString (*readPart)(const QCommandLineParser &, Part &)>
QString checkPart(const QCommandLineParser &given)
{
    Part part;
    return readPart(given, part);
}

template<QStringList (*words)()>
QString checkWord(const QCommandLineParser &given)
{
    return wrongWith(oneOf(given, given.optionNames().constFirst(), words()));
}

QString checkRounds(const QCommandLineParser &given)
{
    trial::Rounds rounds;
    return readRounds(given, 1, rounds);
}

QString checkScale(const QCommandLineParser &given)
{
    return wrongWith(scaleOf(given));
}

QString checkPort(const QCommandLineParser &given)
{
    return wrongWith(portOf(given));
}

constexpr auto checkAtOnce = checkPart<plan::Plan, readAtOnce>;
constexpr auto checkLimits = checkPart<plan::Plan, readLimits>;
constexpr auto checkAccess = checkPart<plan::Access, readAccess>;
constexpr auto checkBudget = checkPart<measure::Budget, readBudget>;
constexpr auto checkLevels = checkPart<std::vector<int>, readLevels>;

/// In the order of the help.
constexpr Setting allSettings[] = {
    {"at-once", "6", checkAtOnce},
    {"per-host", TEXT("the value of --at-once"), checkAtOnce},
    {"directory", TEXT("the current directory"), nullptr, "null"},
    {"conflict", "number", checkWord<conflictWords>, "null"},
    {"allow-folders", nullptr, nullptr, "null"},
    {"expand", nullptr, nullptr},
    {"require-proof", nullptr, nullptr},
    {"max-size", nullptr, checkLimits},
    {"retries", "4", checkLimits},
    {"connect-timeout", "30", checkLimits},
    {"first-byte-timeout", "60", checkLimits},
    {"stall-timeout", "30", checkLimits},
    {"min-rate", "100", checkLimits},
    {"baseline", "none", checkWord<baselineWords>},
    {"require", nullptr, checkBudget},
    {"progress", "auto", checkWord<progressWords>},
    {"netrc", nullptr, checkAccess},
    {"load-cookies", nullptr, checkAccess},
    {"no-cookies", nullptr, nullptr},
    {"proxy", TEXT("the environment variables"), checkAccess},
    {"ca-certificate", nullptr, checkAccess},
    {"full-urls", nullptr, nullptr},
    {"warm", nullptr, nullptr},
    {"seed", TEXT("random"), checkRounds},
    {"levels", "1,2,4,8,16,32", checkLevels},
    {"rounds", TEXT("6; of sweep 3"), checkRounds},
    {"to", "text", checkWord<formatWords>, "check"},
    {"mode", "all", checkWord<demoModeWords>},
    {"scale", "1", checkScale},
    {"port", "0", checkPort},
};

constexpr const char *ofOneCall[] = {"input",  "base", "checksum", "null",
                                     "export", "json", "check",    "failed"};

#undef TEXT

struct Place {
    const Command *command = nullptr; ///< the first that has it
    const Option *option = nullptr;   ///< nullptr: no command has it
};

Place placeOf(const QString &name)
{
    for (const Command &command : commands()) {
        for (const Option &option : command.options) {
            if (name == QLatin1String(option.longName))
                return {&command, &option};
        }
    }
    return {};
}

/// Empty: it is neither.
QString switchWord(const QString &value)
{
    const QString word = value.toLower();
    for (const QString &on : {QStringLiteral("yes"), QStringLiteral("true"), QStringLiteral("on"),
                              QStringLiteral("1")}) {
        if (word == on)
            return QStringLiteral("yes");
    }
    for (const QString &off : {QStringLiteral("no"), QStringLiteral("false"), QStringLiteral("off"),
                               QStringLiteral("0")}) {
        if (word == off)
            return QStringLiteral("no");
    }
    return {};
}

} // namespace

std::span<const Setting> settings()
{
    return allSettings;
}

QStringList settingNames()
{
    QStringList names;
    for (const Setting &setting : allSettings)
        names << QLatin1String(setting.name);
    return names;
}

Read<const Setting *> settingCalled(const QString &name)
{
    const auto *const found = std::ranges::find_if(
        allSettings, [&name](const Setting &each) { return name == QLatin1String(each.name); });
    if (found != std::end(allSettings))
        return found;
    if (name == u"header")
        return tl::unexpected(Text::tr("--header has no default: a header may be a secret, and is "
                                       "meant for the servers of one call."));
    if (std::ranges::find(ofOneCall, name, [](const char *each) { return QLatin1String(each); })
        != std::end(ofOneCall))
        return tl::unexpected(
            Text::tr("--%1 has no default: it concerns a single call.").arg(name));
    return tl::unexpected(suggesting(Text::tr("There is no option '%1'.").arg(name),
                                     name.startsWith(u"--") ? name.mid(2) : name, settingNames()));
}

QString variableOf(const Setting &setting)
{
    return QStringLiteral("LAPWING_")
        + QString::fromLatin1(setting.name).toUpper().replace(u'-', u'_');
}

QString builtInText(const Setting &setting)
{
    if (setting.builtIn != nullptr) {
        const QString word = QLatin1String(setting.builtIn);
        return wordsOf(setting).contains(word) ? word : Text::tr(setting.builtIn);
    }
    return optionOf(setting).value == nullptr ? QStringLiteral("no") : Text::tr("none");
}

const Option &optionOf(const Setting &setting)
{
    return *placeOf(QLatin1String(setting.name)).option;
}

bool isPath(const Setting &setting)
{
    const QLatin1String value(optionOf(setting).value);
    return value == QLatin1String("FILE") || value == QLatin1String("DIR");
}

QString withHome(const Setting &setting, const QString &value)
{
    if (!isPath(setting) || (value != u"~" && !value.startsWith(u"~/")))
        return value;
    return QDir::homePath() + value.mid(1);
}

QStringList wordsOf(const Setting &setting)
{
    const Option &option = optionOf(setting);
    if (option.value == nullptr)
        return {QStringLiteral("yes"), QStringLiteral("no")};
    return option.words == nullptr ? QStringList() : option.words();
}

Read<QString> argumentOf(const Setting &setting, const QString &value)
{
    const Place place = placeOf(QLatin1String(setting.name));
    QString argument = QStringLiteral("--") + QLatin1String(setting.name);
    if (place.option->value != nullptr) {
        argument += u'=' + value;
    } else if (const QString word = switchWord(value); word != u"yes") {
        return word.isEmpty()
            ? Read<QString>(tl::unexpected(
                Text::tr("--%1 is yes or no, not '%2'.").arg(QLatin1String(setting.name), value)))
            : QString();
    }
    QCommandLineParser given;
    QString wrong = parse(*place.command, {QLatin1String(place.command->name), argument}, given);
    if (wrong.isEmpty() && setting.check != nullptr)
        wrong = setting.check(given);
    if (!wrong.isEmpty())
        return tl::unexpected(wrong);
    return argument;
}

bool isSecret(const Setting &setting, const QString &value)
{
    if (QLatin1String(setting.name) != QLatin1String("proxy"))
        return false;
    const auto proxy = plan::proxyFrom(value);
    return proxy ? !proxy->password.isEmpty() : value.contains(u'@');
}

QString shown(const Setting &setting, const QString &value)
{
    if (!isSecret(setting, value))
        return value;
    const auto proxy = plan::proxyFrom(value);
    return proxy ? Text::tr("%1 (with a password)").arg(plan::displayText(*proxy))
                 : Text::tr("not shown");
}

} // namespace lapwing::cli
