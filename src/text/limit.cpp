// SPDX-License-Identifier: MIT
#include "text/limit.h"

#include "measure/compare/completeness.h"
#include "text/amounts.h"

#include <QCoreApplication>
#include <QLocale>

namespace lapwing::text {
namespace {

using measure::LimitedBy;
using measure::Verdict;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::Limit)
};

/// `sentence` has no full stop yet.
QString withGain(const QString &sentence, const Verdict &verdict)
{
    if (!verdict.sooner)
        return Words::tr("%1.").arg(sentence);
    return Words::tr("%1 (%2 at a time: at least %3 sooner).")
        .arg(sentence, QString::number(verdict.sooner->atOnce), asSeconds(verdict.sooner->seconds));
}

QString recommendation(int atOnce)
{
    return Words::tr("The measurement of this list recommends %1 at a time.")
        .arg(QLocale().toString(atOnce));
}

/// `enough`: what a sweep recommends, where the run had that and it tried more, which one run did not.
QString withoutGain(const QString &sentence, std::optional<int> enough)
{
    return enough ? sentence + u' ' + recommendation(*enough) : sentence;
}

QString latency(const Verdict &verdict, bool couldBeMore, std::optional<int> enough)
{
    if (measure::waitGrows(verdict.evidence))
        return Words::tr(
            "Waiting for the server was the limit; with more at once, each waits longer.");
    if (!couldBeMore)
        return Words::tr("Waiting for the server was the limit; all files ran at once already.");
    if (!verdict.evidence.waitOfEach.exponent || verdict.isMoreInDoubt || enough)
        return withoutGain(Words::tr("Waiting for the server was the limit."), enough);
    return withGain(Words::tr("Waiting for the server was the limit: more at once helps"), verdict);
}

QString connection(const Verdict &verdict, bool couldBeMore, std::optional<int> enough)
{
    if (!couldBeMore)
        return Words::tr("Each connection was the limit; all files ran at once already.");
    if (verdict.isMoreInDoubt || enough)
        return withoutGain(Words::tr("Each connection was the limit."), enough);
    return withGain(Words::tr("Each connection was the limit: more at once helps"), verdict);
}

QString unknownLimit(const Verdict &verdict, const record::Run &run,
                     const std::optional<measure::Recommendation> &recommended)
{
    if (verdict.causes.empty() || measure::filesIn(run) == 0)
        return {};
    if (!measure::isUntold(verdict.evidence))
        return Words::tr("No single cause was the limit.");
    if (!measure::couldBeMore(run))
        return Words::tr(
            "One run cannot tell whether the bandwidth or each connection was the limit.");
    return recommended ? recommendation(recommended->atOnce)
                       : Words::tr("One run cannot tell whether more at once would help.");
}

} // namespace

QString limitSentence(const Verdict &verdict, const record::Run &run,
                      const std::optional<measure::Recommendation> &recommended)
{
    if (verdict.oneFile)
        return Words::tr("One file was the limit, %1: more at once does not help.")
            .arg(*verdict.oneFile);
    const bool couldBeMore = measure::couldBeMore(run);
    std::optional<int> enough;
    if (recommended && measure::triedMoreInVain(*recommended, measure::lastAtOnce(run)))
        enough = recommended->atOnce;
    switch (verdict.limitedBy) {
    case LimitedBy::Latency:
        return latency(verdict, couldBeMore, enough);
    case LimitedBy::Line:
        return Words::tr("Bandwidth was the limit: more at once does not help.");
    case LimitedBy::Connection:
        return connection(verdict, couldBeMore, enough);
    case LimitedBy::Throttling:
        return Words::tr("The server was the limit: it refused requests for a while.");
    case LimitedBy::Retries:
        return Words::tr("Failed attempts were the limit, with the waits before each retry.");
    case LimitedBy::Disk:
        return Words::tr("The disk was the limit.");
    case LimitedBy::Program:
        return Words::tr("Lapwing itself was the limit.");
    case LimitedBy::Unknown:
        return unknownLimit(verdict, run, recommended);
    }
    Q_UNREACHABLE();
}

} // namespace lapwing::text
