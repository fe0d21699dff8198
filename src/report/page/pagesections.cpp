// SPDX-License-Identifier: MIT
#include "report/page/pagesections.h"

#include "measure/compare/completeness.h"
#include "measure/phases.h"
#include "measure/seconds.h"
#include "report/page/page.h"
#include "report/phasesums.h"
#include "report/picture/bars.h"
#include "report/selectedruns.h"
#include "text/amounts.h"
#include "text/captions.h"
#include "text/comparison.h"
#include "text/evidence.h"
#include "text/labels.h"
#include "text/phases.h"
#include "text/verdict.h"

#include <QLocale>

#include <algorithm>

namespace lapwing::report {
namespace {

using text::Caption;
using text::Label;

using measure::Phase;
using record::Run;
using record::TaskState;

void writeFigure(Markup &page, const QString &title, const QString &figure, const QString &note)
{
    page.open("div");
    page.element("dt", title);
    page.open("dd");
    page.text(figure);
    if (!note.isEmpty())
        page.element("small", note);
    page.close();
    page.close();
    page.lineBreak();
}

void writeBaseline(Markup &page, const Document &document, const Drawn &drawn)
{
    const QString title = text::label(Label::OneAtATime);
    if (drawn.oneAtATime != nullptr)
        writeFigure(page, title, text::comparedTime(*drawn.oneAtATime, text::asFineTime),
                    text::label(Label::Measured));
    else if (document.comparison && document.comparison->baseline.range)
        writeFigure(page, title,
                    text::caption(Caption::Range)
                        .arg(text::asFineTime(document.comparison->baseline.range->low),
                             text::asFineTime(document.comparison->baseline.range->high)),
                    text::label(Label::Estimated));
}

void writeSpeedup(Markup &page, const measure::Speedup &speedup)
{
    const QString title = text::label(Label::SpeedUp);
    if (!speedup.isComparable()) {
        writeFigure(page, title, text::unknown(), text::label(Label::NotComparable));
    } else if (speedup.value) {
        const QString interval = speedup.low && speedup.high
            ? text::caption(Caption::RangeWithInterval)
                  .arg(QLocale().toString(*speedup.low, 'f', 2),
                       QLocale().toString(*speedup.high, 'f', 2),
                       QLocale().toString(speedup.level.value_or(0) * 100, 'f', 1))
            : text::caveatOf(speedup);
        writeFigure(page, title, text::caption(Caption::Times).arg(text::asFactor(*speedup.value)),
                    interval);
    } else if (speedup.low && speedup.high) {
        writeFigure(
            page, title, text::factorText(*speedup.low, *speedup.high),
            (text::caption(Caption::EstimatedSentence) + u' ' + text::caveatOf(speedup)).trimmed());
    }
}

/// "22 done, 1 unverified, 1 failed": those that there are.
QString countsOf(const Run &run)
{
    const auto text = [&run](TaskState state, const QString &words) {
        const int count = countOf(run, state);
        return count > 0 ? words.arg(QLocale().toString(count)) : QString();
    };
    QStringList parts{text(TaskState::Done, text::caption(Caption::CountDone)),
                      text(TaskState::Unverified, text::caption(Caption::CountUnverified)),
                      text(TaskState::Failed, text::caption(Caption::CountFailed)),
                      text(TaskState::Cancelled, text::caption(Caption::CountCancelled)),
                      text(TaskState::Queued, text::caption(Caption::CountNotFinished))};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

void writeGroundsOfVerdict(Markup &page, const measure::Verdict &verdict)
{
    if (verdict.figures.empty())
        return;
    Table table{text::label(Label::SupportingFigures),
                {text::label(Label::Figure), text::label(Label::Value)}};
    for (const auto &[name, value] : verdict.figures)
        table.rows.push_back(
            {{text::evidenceTitle(name), name}, {text::evidenceText(name, value), {}, "n", {}}});
    page.open("details");
    page.element("summary", table.caption);
    writeTable(page, table);
    page.close();
}

std::optional<ColorRole> inkOf(Phase phase)
{
    switch (phase) {
    case Phase::Queued:
        return ColorRole::Queued;
    case Phase::LookUp:
        return ColorRole::LookUp;
    case Phase::SetUp:
        return ColorRole::SetUp;
    case Phase::Wait:
        return ColorRole::Wait;
    case Phase::Receive:
        return ColorRole::Receive;
    case Phase::Retry:
        return ColorRole::Retry;
    case Phase::Commit:
        return ColorRole::Commit;
    default:
        return std::nullopt;
    }
}

void writeShareBar(Markup &page, Phase phase, double share)
{
    page.open("td", {{"class", "shares"}});
    page.open("svg",
              {{"xmlns", "http://www.w3.org/2000/svg"},
               {"viewBox", "0 0 100 10"},
               {"preserveAspectRatio", "none"},
               {"aria-hidden", "true"}});
    const ColorRole ink = inkOf(phase).value_or(ColorRole::Muted);
    page.empty("rect",
               {{"class", QStringLiteral("f-") + nameOf(ink)},
                {"width", share * 100},
                {"height", 10.},
                {"fill", colourOf(ink, Theme::Light)}});
    page.close();
    page.close();
}

void writeShareRow(Markup &page, Phase phase, double sum, double all)
{
    const bool isPart = measure::isPart(phase);
    const double part = all > 0 ? sum / all : 0;
    page.open("tr");
    page.element("th", {{"scope", "row"}}, text::titleOf(phase));
    page.element("td", {{"class", "n"}}, text::asFineTime(measure::stampOf(sum)));
    page.element("td", {{"class", isPart ? "na" : "n"}},
                 isPart ? phase == Phase::Held ? text::label(Label::InQueued)
                                               : text::label(Label::InReceive)
                        : text::asShare(part));
    writeShareBar(page, phase, part);
    page.close();
    page.lineBreak();
}

void writeShareHead(Markup &page, const QString &caption)
{
    page.element("caption", caption);
    page.open("thead");
    page.open("tr");
    page.element("th", {{"scope", "col"}}, text::label(Label::Phase));
    page.element("th", {{"scope", "col"}, {"class", "n"}}, text::label(Label::Sum));
    page.element("th", {{"scope", "col"}, {"class", "n"}}, text::label(Label::Share));
    page.element("th", {{"scope", "col"}}, QString());
    page.close();
    page.close();
}

} // namespace

void writeFigures(Markup &page, const Document &document)
{
    const Run *run = shownRun(document);
    if (run == nullptr)
        return;
    const Drawn drawn = runsToDraw(document);
    page.open("dl", {{"class", "figures"}});
    if (document.sweep && document.sweep->recommended)
        writeFigure(
            page, text::label(Label::Recommended),
            text::caption(Caption::AtOnce).arg(QLocale().toString(*document.sweep->recommended)),
            {});
    if (drawn.together != nullptr)
        writeFigure(page, text::label(Label::Together),
                    text::comparedTime(*drawn.together, text::asFineTime),
                    text::caption(Caption::MeasuredAtOnce)
                        .arg(QLocale().toString(drawn.together->facts.atOnce)));
    writeBaseline(page, document, drawn);
    if (document.comparison && !document.sweep)
        writeSpeedup(page, document.comparison->speedup);
    writeFigure(page, text::label(Label::Downloads),
                QLocale().toString(static_cast<int>(run->tasks.size())), countsOf(*run));
    writeFigure(page, text::label(Label::Bytes), text::asBytes(measure::bytesOfFiles(*run)),
                text::asRate(measure::rateOfFiles(*run)));
    page.close();
    page.lineBreak();
}

void writeVerdict(Markup &page, const Document &document)
{
    const Run *run = shownRun(document);
    const measure::Verdict *verdict = verdictOn(document, run);
    if (verdict == nullptr)
        return;
    openSection(page, "verdict", text::label(Label::WhatLimitedIt));
    page.open("ul", {{"class", "badges"}});
    page.element("li", text::limitTitle(measure::wordFor(*verdict)));
    if (const QString loop = text::titleOf(verdict->loop); !loop.isEmpty())
        page.element("li", loop);
    page.close();
    writeParagraph(page, text::sentences(*verdict, *run));
    writeGroundsOfVerdict(page, *verdict);
    page.close();
    page.lineBreak();
}

void writeShares(Markup &page, const Document &document)
{
    const Run *run = shownRun(document);
    if (run == nullptr)
        return;
    const auto sums = phaseSums(*run);
    double all = 0;
    for (std::size_t place = 0; place < measure::phaseCount; ++place)
        all += measure::isPart(static_cast<Phase>(place)) ? 0 : sums[place].value_or(0);
    const QString title = text::label(Label::WhereTimeWent);
    openSection(page, "phases", title);
    openScrollable(page, title);
    page.open("table");
    writeShareHead(page, text::caption(Caption::SumsExceedElapsed));
    page.open("tbody");
    for (std::size_t place = 0; place < measure::phaseCount; ++place) {
        if (sums[place])
            writeShareRow(page, static_cast<Phase>(place), *sums[place], all);
    }
    for (int depth = 0; depth < 4; ++depth) // tbody, table, div, section
        page.close();
    page.lineBreak();
}

void writeReading(Markup &page)
{
    const std::pair<QString, QString> words[] = {
        {text::label(Label::ExampleTime), text::caption(Caption::MeasuredMeans)},
        {text::label(Label::ExampleLateTime), text::caption(Caption::LateMeans)},
        {text::label(Label::Reused), text::caption(Caption::ReusedMeans)},
        {text::label(Label::NotApplicable), text::caption(Caption::NoSuchPhase)},
        {text::label(Label::NotObservableLower), text::caption(Caption::NotObservableMeans)},
        {text::label(Label::Estimated), text::rangeExplanation()},
        {text::label(Label::Connect), text::caption(Caption::ConnectMeans)},
        {text::label(Label::Saving), text::caption(Caption::SavingMeans)},
    };
    openSection(page, "reading", text::label(Label::HowRead));
    page.open("dl", {{"class", "words"}});
    for (const auto &[word, meaning] : words) {
        page.element("dt", word);
        page.element("dd", meaning);
    }
    page.close();
    page.close();
    page.lineBreak();
}

} // namespace lapwing::report
