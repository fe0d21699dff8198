// SPDX-License-Identifier: MIT
#include "cli/limits.h"

#include "cli/values.h"

namespace lapwing::cli {
namespace {

constexpr int maxRetries = 100;

QString readTimeouts(const QCommandLineParser &given, plan::Timeouts &patience)
{
    QString wrong;
    const auto readWait = [&](const char *name, std::chrono::milliseconds &wait) {
        return take(duration(given, QLatin1String(name), wait), wait, wrong);
    };
    if (readWait("connect-timeout", patience.connect)
        && readWait("first-byte-timeout", patience.firstByte))
        readWait("stall-timeout", patience.stall);
    return wrong;
}

/// What a file has to be like to be taken.
QString readDemands(const QCommandLineParser &given, plan::Plan &plan)
{
    QString wrong;
    const QString largest = QStringLiteral("max-size");
    plan.requireProof = given.isSet(QStringLiteral("require-proof"));
    if (!take(byteCount(given, QStringLiteral("min-rate"), 0, plan.minimumRate.bytesPerSecond),
              plan.minimumRate.bytesPerSecond, wrong))
        return wrong;
    if (given.isSet(largest))
        take(byteCount(given, largest, 1, 1), plan.maxFileSize, wrong);
    return wrong;
}

} // namespace

QString readAtOnce(const QCommandLineParser &given, plan::Plan &plan)
{
    QString wrong;
    const QString perHost = QStringLiteral("per-host");
    if (!take(wholeNumber(given, QStringLiteral("at-once"), 1, plan::maxConcurrency,
                          plan::defaultAtOnce),
              plan.atOnce, wrong))
        return wrong;
    if (given.isSet(perHost))
        take(wholeNumber(given, perHost, 1, plan::maxConcurrency, 1), plan.perHost, wrong);
    return wrong;
}

QString readLimits(const QCommandLineParser &given, plan::Plan &plan)
{
    QString wrong = readTimeouts(given, plan.timeouts);
    if (wrong.isEmpty())
        wrong = readDemands(given, plan);
    if (wrong.isEmpty())
        take(wholeNumber(given, QStringLiteral("retries"), 0, maxRetries, plan.retries.max),
             plan.retries.max, wrong);
    return wrong;
}

} // namespace lapwing::cli
