// SPDX-License-Identifier: MIT
#include "text/verdict.h"

#include "measure/seconds.h"
#include "measure/verdict/loopshares.h"
#include "text/amounts.h"
#include "text/limit.h"

#include <QCoreApplication>

namespace lapwing::text {
namespace {

using measure::Evidence;
using measure::LimitedBy;
using measure::LimitShare;
using measure::LoopKind;
using measure::LoopShares;
using measure::Sooner;
using measure::Trend;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::Verdict)
};

constexpr double quarter = 0.25;

QString sharesWords(const Evidence &evidence)
{
    return Words::tr("Of the downloads' time, %1 was spent waiting for responses, %2 connecting "
                     "and %3 receiving.")
        .arg(asShare(evidence.waitShare), asShare(evidence.setUpShare),
             asShare(evidence.receiveShare));
}

QString latencyWords(const Evidence &evidence)
{
    const QString shares = sharesWords(evidence);
    const Trend &wait = evidence.waitOfEach;
    if (measure::waitGrows(evidence))
        return shares + u' '
            + Words::tr("The server responds one by one, or only so many at a time: each download "
                        "waited %1 with few others active and %2 with many. More at once will not "
                        "help in proportion.")
                  .arg(asSeconds(wait.whenFew), asSeconds(wait.whenMany));
    if (wait.exponent)
        return shares + u' '
            + Words::tr("Each waited about %1, however many were active.")
                  .arg(asSeconds(wait.usual));
    return shares + u' ' + Words::tr("Each waited about %1.").arg(asSeconds(wait.usual));
}

QString lineWords(const Evidence &evidence)
{
    const Trend &rate = evidence.rateOfEach;
    return Words::tr("All downloads shared %1 in total: each file arrived at %2 with few others "
                     "active and at %3 with many, so downloading more at a time does not help.")
        .arg(asRate(evidence.rate), asRate(rate.whenFew), asRate(rate.whenMany));
}

QString connectionWords(const Evidence &evidence)
{
    return Words::tr(
               "Files arrived at about %1 each (median), however many were active; %2 in total.")
        .arg(asRate(evidence.rateOfEach.usual), asRate(evidence.rate));
}

QString throttlingWords(const Evidence &evidence)
{
    QStringList words;
    if (evidence.refusals > 0)
        words << Words::tr("Responses that reported too many requests: %1; the waits they caused "
                           "add up to %2.")
                     .arg(QString::number(evidence.refusals), asSeconds(evidence.refusedWait));
    if (evidence.steppedDown > 0)
        words << Words::tr("Times its limit was lowered: %1.").arg(evidence.steppedDown);
    return words.join(u' ');
}

QString retriesWords(const Evidence &evidence)
{
    return Words::tr("Failed attempts: %1; their time includes the wait before each retry.")
        .arg(evidence.failures);
}

QString diskWords(const Evidence &evidence)
{
    return Words::tr("%1 of the downloads' time was spent waiting for the disk, and for %2 of the "
                     "whole run there was nothing left to do but save files safely.")
        .arg(asShare(evidence.diskShare), asShare(evidence.commitShare));
}

QString programWords(const std::optional<record::Loop> &loop)
{
    const LoopShares shares = measure::loopSharesOf(loop).value_or(LoopShares());
    const QString ground =
        Words::tr("Its event loop was busy for %1 of the time, and on the CPU for %2.")
            .arg(asShare(shares.busy), asShare(shares.cpu));
    const auto longest = measure::seconds(loop->longestStall);
    if (measure::loopKindOf(loop) == LoopKind::Blocked)
        return Words::tr("A blocking call held its event loop for up to %1.")
                   .arg(asSeconds(longest))
            + u' ' + ground;
    return (measure::loopKindOf(loop) == LoopKind::CpuBound
                ? Words::tr("Its event loop had more work than it could do.")
                : Words::tr("Responses had arrived, but its event loop was late to read them."))
        + u' ' + ground;
}

QString unknownWords(const Evidence &evidence)
{
    const QString shares = sharesWords(evidence);
    if (measure::isUntold(evidence))
        return shares + u' '
            + Words::tr("Run the list with a different number of simultaneous downloads to find "
                        "out.");
    if (evidence.receiveShare < 0.5)
        return shares;
    return shares + u' '
        + Words::tr("Each file arrived more slowly with more of them active, but not by as much as "
                    "if all shared the bandwidth: %1 with few and %2 with many.")
              .arg(asRate(evidence.rateOfEach.whenFew), asRate(evidence.rateOfEach.whenMany));
}

QString groundsOf(LimitedBy limit, const Evidence &evidence, const record::RunFacts &facts)
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
    case LimitedBy::Retries:
        return retriesWords(evidence);
    case LimitedBy::Disk:
        return diskWords(evidence);
    case LimitedBy::Program:
        return programWords(facts.loop);
    case LimitedBy::Unknown:
        return unknownWords(evidence);
    }
    Q_UNREACHABLE();
}

/// What one is limited by, in the middle of a sentence.
QString nounFor(LimitedBy limit)
{
    switch (limit) {
    case LimitedBy::Latency:
        return Words::tr("latency");
    case LimitedBy::Line:
        return Words::tr("bandwidth");
    case LimitedBy::Connection:
        return Words::tr("the speed of each connection");
    case LimitedBy::Throttling:
        return Words::tr("server throttling");
    case LimitedBy::Retries:
        return Words::tr("failed attempts");
    case LimitedBy::Disk:
        return Words::tr("the disk");
    case LimitedBy::Program:
        return Words::tr("this program");
    case LimitedBy::Unknown:
        return Words::tr("causes that cannot be told apart");
    }
    Q_UNREACHABLE();
}

/// "Limited by latency for 0.38 s of 0.50 s (76 %)." Of an unknown limit what the card says of it.
QString headOf(const measure::Verdict &verdict, const record::Run &run)
{
    const LimitShare &first = verdict.causes.front();
    if (first.limit == LimitedBy::Unknown)
        return limitSentence(verdict, run);
    const double elapsed = measure::seconds(run.facts.elapsed);
    return Words::tr("Limited by %1 for %2 of %3 (%4).")
        .arg(verdict.oneFile ? Words::tr("one file") : nounFor(first.limit),
             asSeconds(first.seconds), asSeconds(elapsed), asShare(first.seconds / elapsed));
}

/// Of the others, the largest that has a name and more than a quarter; empty: there is none.
QString secondOf(const std::vector<LimitShare> &causes, double elapsed)
{
    for (std::size_t place = 1; place < causes.size(); ++place) {
        const LimitShare &cause = causes[place];
        if (cause.limit != LimitedBy::Unknown && cause.seconds > quarter * elapsed)
            return Words::tr("The next limit was %1, for %2 (%3).")
                .arg(nounFor(cause.limit), asSeconds(cause.seconds),
                     asShare(cause.seconds / elapsed));
    }
    return {};
}

/// Of what each file took by itself: whether more at once helps.
QString moreWords(const measure::Verdict &verdict, const record::Run &run)
{
    if (!measure::isOfEachFile(verdict))
        return {};
    if (verdict.oneFile)
        return Words::tr("%1 took most of the time, so downloading more at a time does not "
                         "help.")
            .arg(*verdict.oneFile);
    if (!measure::couldBeMore(run))
        return Words::tr("All files ran at once already.");
    if (verdict.isMoreInDoubt)
        return {};
    const bool isSeen =
        verdict.limitedBy == LimitedBy::Connection || verdict.evidence.waitOfEach.exponent;
    return isSeen ? Words::tr("Downloading more at a time helps.") : QString();
}

QString soonerWords(const std::optional<Sooner> &sooner, double elapsed)
{
    if (!sooner)
        return {};
    return Words::tr("With %1 at a time, it would have finished at least %2 (%3) sooner, provided "
                     "that no download became slower.")
        .arg(QString::number(sooner->atOnce), asSeconds(sooner->seconds),
             asShare(sooner->seconds / elapsed));
}

} // namespace

QString sentences(const measure::Verdict &verdict, const record::Run &run)
{
    if (verdict.causes.empty())
        return Words::tr("There is nothing to report: no file was downloaded.");
    const LimitedBy first = verdict.causes.front().limit;
    const double elapsed = measure::seconds(run.facts.elapsed);
    QStringList parts{headOf(verdict, run), groundsOf(first, verdict.evidence, run.facts),
                      moreWords(verdict, run), secondOf(verdict.causes, elapsed)};
    const bool isOfLanes = first == LimitedBy::Latency || first == LimitedBy::Connection;
    if (isOfLanes && !verdict.isMoreInDoubt)
        parts << soonerWords(verdict.sooner, elapsed);
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString titleOf(LimitedBy limit)
{
    switch (limit) {
    case LimitedBy::Latency:
        return Words::tr("Limited by latency");
    case LimitedBy::Line:
        return Words::tr("Limited by bandwidth");
    case LimitedBy::Connection:
        return Words::tr("Limited by the speed of each connection");
    case LimitedBy::Throttling:
        return Words::tr("Limited by server throttling");
    case LimitedBy::Retries:
        return Words::tr("Limited by failed attempts");
    case LimitedBy::Disk:
        return Words::tr("Limited by the disk");
    case LimitedBy::Program:
        return Words::tr("Limited by this program");
    case LimitedBy::Unknown:
        return Words::tr("No limit identified");
    }
    Q_UNREACHABLE();
}

QString limitTitle(const QString &word)
{
    if (word == measure::oneFileWord)
        return Words::tr("Limited by one file");
    for (std::size_t place = 0; place < measure::limitCount; ++place) {
        const auto limit = static_cast<LimitedBy>(place);
        if (measure::wordFor(limit) == word)
            return titleOf(limit);
    }
    return {};
}

QString titleOf(LoopKind kind)
{
    switch (kind) {
    case LoopKind::IoBound:
        return Words::tr("Event loop: I/O-bound");
    case LoopKind::CpuBound:
        return Words::tr("Event loop: CPU-bound");
    case LoopKind::Blocked:
        return Words::tr("Event loop: blocked");
    case LoopKind::CpuElsewhere:
        return Words::tr("Event loop: free, CPU-bound elsewhere");
    case LoopKind::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace lapwing::text
