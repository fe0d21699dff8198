// SPDX-License-Identifier: MIT
#include "cli/measuring.h"

#include "cli/command.h"
#include "cli/words.h"
#include "plan/plan.h"
#include "text/requirement.h"

#include <QRandomGenerator>

#include <limits>

namespace lapwing::cli {
namespace {

constexpr int maxSeed = std::numeric_limits<int>::max();
constexpr int maxPort = 65535;
constexpr double maxScale = 10;

} // namespace

QString readBaseline(const QCommandLineParser &given, bool &measure)
{
    QString wrong;
    take(oneOf(given, QStringLiteral("baseline"), baselineWords()), measure, wrong);
    return wrong;
}

QString readBudget(const QCommandLineParser &given, measure::Budget &budget)
{
    const QString option = QStringLiteral("require");
    if (!given.isSet(option))
        return {};
    const auto read = measure::budgetFrom(given.value(option));
    if (!read)
        return Text::tr("--require: %1").arg(text::sentence(read.error()));
    budget = *read;
    return {};
}

QString readRounds(const QCommandLineParser &given, int otherwise, trial::Rounds &rounds)
{
    QString wrong;
    if (given.isSet(QStringLiteral("warm")))
        rounds.temperature = record::Temperature::Warm;
    if (!take(wholeNumber(given, QStringLiteral("rounds"), 1, trial::maxRounds, otherwise),
              rounds.count, wrong))
        return wrong;
    const int drawn = static_cast<int>(QRandomGenerator::global()->bounded(maxSeed));
    int seed = 0;
    if (take(wholeNumber(given, QStringLiteral("seed"), 0, maxSeed, drawn), seed, wrong))
        rounds.seed = static_cast<quint32>(seed);
    return wrong;
}

QString readLevels(const QCommandLineParser &given, std::vector<int> &levels)
{
    const QString option = QStringLiteral("levels");
    if (!given.isSet(option))
        return {};
    const auto read = trial::levelsFrom(given.value(option));
    if (!read)
        return Text::tr("--levels takes whole numbers from 1 to %1, separated by commas, not '%2'.")
            .arg(QString::number(plan::maxConcurrency), read.error());
    levels = *read;
    return {};
}

Read<int> portOf(const QCommandLineParser &given)
{
    return wholeNumber(given, QStringLiteral("port"), 0, maxPort, 0);
}

Read<double> scaleOf(const QCommandLineParser &given)
{
    return positiveNumber(given, QStringLiteral("scale"), maxScale, 1);
}

} // namespace lapwing::cli
