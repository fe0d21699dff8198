// SPDX-License-Identifier: MIT
#include "measure/verdictwords.h"

#include "measure/figurewords.h"
#include "measure/loopshares.h"

#include <QCoreApplication>

namespace lapwing::measure {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::measure::Verdict)
};

constexpr double grows = 0.25; ///< the exponent from which on it is more than noise
constexpr double longer = 1.3; ///< times

QString latencyWords(const Evidence &evidence)
{
    const QString shares =
        Words::tr(
            "Limited by latency: of the time that the files took, %1 was waiting for answers, "
            "%2 setting up connections and %3 receiving.")
            .arg(asShare(evidence.waitShare), asShare(evidence.setUpShare),
                 asShare(evidence.receiveShare));
    const Trend &wait = evidence.waitOfEach;
    if (waitGrows(evidence))
        return shares + u' '
            + Words::tr("The server answers one after another, or only so many at a time: each "
                        "waited %1 with few in flight and %2 with many. More at once does not "
                        "help in proportion.")
                  .arg(asSeconds(wait.whenFew), asSeconds(wait.whenMany));
    if (wait.exponent)
        return shares + u' '
            + Words::tr("Each waited about %1, however many were in flight: more at once helps.")
                  .arg(asSeconds(wait.usual));
    return shares + u' ' + Words::tr("Each waited about %1.").arg(asSeconds(wait.usual));
}

QString lineWords(const Evidence &evidence)
{
    const Trend &rate = evidence.rateOfEach;
    return Words::tr("Limited by the line: all together came at %1. They share it: each came at %2 "
                     "with few beside it and at %3 with many, so more at once does not help.")
        .arg(asRate(evidence.rate), asRate(rate.whenFew), asRate(rate.whenMany));
}

QString connectionWords(const Evidence &evidence)
{
    return Words::tr("Limited by each connection: a file came at %1, however many others came "
                     "beside it; all together at %2. More at once helps.")
        .arg(asRate(evidence.rateOfEach.usual), asRate(evidence.rate));
}

QString throttlingWords(const Evidence &evidence)
{
    QStringList words{Words::tr("Limited by the server's throttling.")};
    if (evidence.refusals > 0)
        words << Words::tr("Answers that said it was too much: %1; until those files were tried "
                           "again, %2 went by, added up.")
                     .arg(QString::number(evidence.refusals), asSeconds(evidence.refusedWait));
    if (evidence.steppedDown > 0)
        words << Words::tr("Times that it was asked for fewer at once from then on: %1.")
                     .arg(evidence.steppedDown);
    return words.join(u' ');
}

QString diskWords(const Evidence &evidence)
{
    return Words::tr("Limited by the disk: %1 of the time that the files took was waiting for it, "
                     "and for %2 of the whole time nothing was left to do but to make files "
                     "durable.")
        .arg(asShare(evidence.diskShare), asShare(evidence.commitShare));
}

QString programWords(const std::optional<record::Loop> &loop)
{
    const LoopShares shares = loopSharesOf(loop).value_or(LoopShares());
    const QString ground =
        Words::tr("Its loop was busy for %1 of the time, and on the processor for %2.")
            .arg(asShare(shares.busy), asShare(shares.cpu));
    const auto longest = std::chrono::duration<double>(loop->longestStill).count();
    if (loopKindOf(loop) == LoopKind::Blocked)
        return Words::tr("Limited by this program: something on its loop waited and let nothing "
                         "else go on, for %1 at the longest.")
                   .arg(asSeconds(longest))
            + u' ' + ground;
    return Words::tr("Limited by this program: it had more to do than its loop could.") + u' '
        + ground;
}

QString unknownWords(const Evidence &evidence)
{
    if (evidence.files == 0)
        return Words::tr("There is nothing to tell: no file was fetched.");
    const QString shares =
        Words::tr("Of the time that the files took, %1 was waiting for answers, %2 setting up "
                  "connections and %3 receiving.")
            .arg(asShare(evidence.waitShare), asShare(evidence.setUpShare),
                 asShare(evidence.receiveShare));
    if (evidence.receiveShare < 0.5)
        return shares + u' ' + Words::tr("Nothing stands out.");
    if (!evidence.rateOfEach.exponent)
        return shares + u' '
            + Words::tr("Whether they share a line or each has a rate of its own cannot be told "
                        "from one number at once: run the list with another.");
    return shares + u' '
        + Words::tr(
              "Each came slower with more beside it, but not by as much as if they shared one "
              "line: %1 with few and %2 with many.")
              .arg(asRate(evidence.rateOfEach.whenFew), asRate(evidence.rateOfEach.whenMany));
}

} // namespace

bool waitGrows(const Evidence &evidence)
{
    const Trend &wait = evidence.waitOfEach;
    return wait.exponent.value_or(0) >= grows && wait.whenMany >= longer * wait.whenFew;
}

QString textOf(LimitedBy limit, const Evidence &evidence, const std::optional<record::Loop> &loop)
{
    switch (limit) {
    case LimitedBy::Latency:
        return latencyWords(evidence);
    case LimitedBy::Line:
        return lineWords(evidence);
    case LimitedBy::Connection:
        return connectionWords(evidence);
    case LimitedBy::Throttling:
        return throttlingWords(evidence);
    case LimitedBy::Disk:
        return diskWords(evidence);
    case LimitedBy::Program:
        return programWords(loop);
    case LimitedBy::Unknown:
        return unknownWords(evidence);
    }
    Q_UNREACHABLE();
}

} // namespace lapwing::measure
