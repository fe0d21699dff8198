// SPDX-License-Identifier: MIT
#include "report/selectedruns.h"

#include "measure/compare/completeness.h"
#include "measure/compare/rounds.h"
#include "measure/seconds.h"
#include "text/amounts.h"
#include "text/captions.h"
#include "text/comparison.h"
#include "text/labels.h"
#include "text/sweep.h"
#include "text/trial.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace lapwing::report {
namespace {

using text::Caption;
using text::Label;

using plan::Mode;
using record::Run;

const Run *first(const std::vector<Run> &runs, Mode mode)
{
    const auto found =
        std::ranges::find_if(runs, [mode](const Run &run) { return run.facts.mode == mode; });
    return found == runs.end() ? nullptr : &*found;
}

double ratioOf(const Drawn &pair)
{
    return measure::seconds(measure::elapsedOfFiles(*pair.oneAtATime))
        / std::max(measure::seconds(measure::elapsedOfFiles(*pair.together)), 1e-9);
}

/// The rounds that have both.
std::vector<Drawn> pairsOf(const std::vector<Run> &runs)
{
    std::vector<Drawn> pairs;
    for (const measure::Round &round : measure::roundsOf(runs))
        pairs.push_back({round.together, round.oneAtATime});
    return pairs;
}

Drawn nearestTo(const std::vector<Drawn> &pairs, std::optional<double> value)
{
    if (!value)
        return pairs.front();
    return *std::ranges::min_element(
        pairs, {}, [&](const Drawn &pair) { return std::abs(ratioOf(pair) - *value); });
}

/// The one whose elapsed time is in the middle; null: there are none.
const Run *middleOf(std::vector<const Run *> runs)
{
    if (runs.empty())
        return nullptr;
    const auto middle = runs.begin() + static_cast<std::ptrdiff_t>((runs.size() - 1) / 2);
    std::ranges::nth_element(runs, middle, {}, [](const Run *run) { return run->facts.elapsed; });
    return *middle;
}

/// The run of the recommended level whose time is the median's, or nearly.
const Run *ofSweep(const Document &document)
{
    std::vector<const Run *> level;
    const std::optional<int> wanted = document.sweep->recommended;
    for (const Run &run : document.runs) {
        if (run.facts.mode == Mode::Together && (!wanted || run.facts.atOnce == *wanted))
            level.push_back(&run);
    }
    const Run *middle = middleOf(std::move(level));
    return middle != nullptr ? middle : first(document.runs, Mode::Together);
}

QString sweepSentence(const measure::Sweep &sweep)
{
    return sweep.recommended
        ? text::caption(Caption::Recommended).arg(QLocale().toString(*sweep.recommended))
        : text::noRecommendation(sweep);
}

QString elapsedSentence(const Document &document)
{
    const Run *run = shownRun(document);
    if (run == nullptr)
        return text::caption(Caption::NoRun);
    return text::caption(Caption::FilesInTime, static_cast<int>(run->tasks.size()))
        .arg(QString::number(measure::filesIn(*run)), text::comparedTime(*run, text::asFineTime));
}

} // namespace

Drawn runsToDraw(const Document &document)
{
    if (document.sweep)
        return {ofSweep(document), nullptr};
    const std::vector<Drawn> pairs = pairsOf(document.runs);
    if (pairs.empty())
        return {first(document.runs, Mode::Together), first(document.runs, Mode::OneAtATime)};
    return nearestTo(pairs,
                     document.comparison ? document.comparison->speedup.value : std::nullopt);
}

const Run *shownRun(const Document &document)
{
    if (const Run *together = runsToDraw(document).together)
        return together;
    return document.runs.empty() ? nullptr : &document.runs.front();
}

bool isRecommended(const Document &document, const Run &run)
{
    return document.sweep && document.sweep->recommended == run.facts.atOnce;
}

QString headlineOf(const Document &document)
{
    if (document.sweep)
        return sweepSentence(*document.sweep);
    if (!document.comparison)
        return elapsedSentence(document);
    const QString headline = text::speedupHeadline(document.comparison->speedup);
    return headline.isEmpty() ? elapsedSentence(document) : headline;
}

QString basisText(const Document &document)
{
    if (document.sweep)
        return text::groundsOf(*document.sweep);
    const QString reason =
        document.comparison ? text::reasonOf(document.comparison->speedup) : QString();
    const QString stopped = text::whyStopped(document.trial.kind, document.trial.stopped);
    return (reason + u' ' + stopped).trimmed();
}

QStringList factsOf(const Document &document)
{
    QStringList facts;
    const Run *run = shownRun(document);
    if (run == nullptr)
        return facts;
    facts << text::caption(Caption::DownloadCount, static_cast<int>(run->tasks.size()))
          << text::asBytes(measure::bytesOfFiles(*run));
    if (!document.sweep)
        facts << text::caption(Caption::AtOnce).arg(QLocale().toString(run->facts.atOnce));
    facts << (document.trial.temperature == record::Temperature::Cold
                  ? text::label(Label::ColdExplained)
                  : text::label(Label::WarmExplained));
    if (!document.plan.proxy.isEmpty())
        facts << text::caption(Caption::ProxyLower).arg(document.plan.proxy);
    if (run->facts.started.isValid())
        facts << QLocale().toString(run->facts.started, QStringLiteral("yyyy-MM-dd HH:mm:ss t"));
    return facts;
}

} // namespace lapwing::report
