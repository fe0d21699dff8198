// SPDX-License-Identifier: MIT
#include "report/page/html.h"

#include "report/json/json.h"
#include "report/page/pagesections.h"
#include "report/page/pagestyle.h"
#include "report/page/pagetables.h"
#include "report/picture/svg.h"
#include "report/selectedruns.h"
#include "text/captions.h"
#include "text/catalogue.h"
#include "text/labels.h"
#include "text/sweep.h"

#include <QLocale>

namespace lapwing::report {
namespace {

using text::Caption;
using text::Label;

constexpr qsizetype maxData = 4'000'000; ///< bytes; a page that is mailed should stay small

void writeHead(Markup &page, const QString &title)
{
    const QByteArray style = pageStyle();
    page.open("head");
    page.empty("meta", {{"charset", "utf-8"}});
    page.empty("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", pagePolicy(style)}});
    page.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    page.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
    page.empty("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
    page.lineBreak();
    page.element("title", title);
    page.open("style");
    page.raw(style);
    page.close();
    page.close();
    page.lineBreak();
}

void writeFigureOf(Markup &page, const QByteArray &picture, const QString &caption)
{
    page.open("section");
    page.open("figure");
    openScrollable(page, caption);
    page.raw(picture);
    page.close();
    page.element("figcaption", caption);
    page.close();
    page.close();
    page.lineBreak();
}

QString captionOf(const Drawn &drawn, const Document &document)
{
    if (document.sweep && drawn.together != nullptr)
        return text::caption(Caption::OneRunOfLevel)
            .arg(QLocale().toString(drawn.together->facts.atOnce));
    if (document.comparison && document.comparison->speedup.rounds > 1 && drawn.together != nullptr)
        return text::caption(Caption::TypicalRound)
            .arg(QLocale().toString(drawn.together->facts.round),
                 QLocale().toString(document.comparison->speedup.rounds));
    return text::caption(Caption::WaterfallExplained);
}

void writeSection(Markup &page, const char *id, const QString &title, const Table &table,
                  const QString &note = {})
{
    if (table.rows.empty())
        return;
    openSection(page, id, title);
    writeParagraph(page, note, "muted");
    writeTable(page, table);
    page.close();
    page.lineBreak();
}

void writeTasks(Markup &page, const Document &document, const Drawn &drawn)
{
    if (drawn.together != nullptr)
        writeSection(page, "tasks", text::label(Label::TheDownloads),
                     tableOfTasks(*drawn.together, document.redaction));
    if (drawn.oneAtATime == nullptr)
        return;
    const Table table = tableOfTasks(*drawn.oneAtATime, document.redaction);
    if (drawn.together == nullptr) {
        writeSection(page, "tasks", text::label(Label::TheDownloads), table);
        return;
    }
    page.open("details");
    page.element("summary", text::label(Label::SameOneAtATime));
    writeTable(page, table);
    page.close();
    page.lineBreak();
}

void writeFailures(Markup &page, const Document &document)
{
    int number = 0;
    for (const record::Run &run : document.runs) {
        const QByteArray id = "failures-" + QByteArray::number(++number);
        const QString title = run.facts.mode == plan::Mode::Together
            ? text::caption(Caption::FailuresTogether).arg(QLocale().toString(run.facts.atOnce))
            : text::label(Label::FailuresOneAtATime);
        writeSection(page, id.constData(), title, tableOfFailures(run, document.redaction));
    }
}

void writeSweep(Markup &page, const Document &document)
{
    if (!document.sweep)
        return;
    writeFigureOf(page, sweepPicture(document, Theme::Automatic),
                  text::caption(Caption::ThroughputByNumberSentence));
    writeSection(page, "levels", text::label(Label::Levels), tableOfLevels(*document.sweep),
                 text::whyRecommended(*document.sweep));
}

void writeHeader(Markup &page, const Document &document)
{
    page.open("header");
    page.element("h1", headlineOf(document));
    writeParagraph(page, basisText(document));
    writeParagraph(page, factsOf(document).join(QStringLiteral(" · ")), "muted");
    writeFigures(page, document);
    page.close();
    page.lineBreak();
}

/// The run document, as text that no parser takes for markup: all of these stand in strings of JSON.
void writeData(Markup &page, const Document &document)
{
    QByteArray json = toJson(document);
    if (json.size() > maxData)
        return;
    json.replace('&', "\\u0026").replace('<', "\\u003c").replace('>', "\\u003e");
    page.open("script", {{"type", "application/json"}, {"id", "run-document"}});
    page.raw(json);
    page.close();
    page.lineBreak();
}

void writeFooter(Markup &page, const Document &document)
{
    page.open("footer");
    page.element("p",
                 text::caption(Caption::MadeBy)
                     .arg(QStringLiteral(LAPWING_VERSION), QString::fromLatin1(qVersion())));
    if (document.redaction == plan::Redaction::Redacted)
        page.element("p", text::caption(Caption::QueryValuesRedacted));
    page.close();
    page.lineBreak();
}

void writeBody(Markup &page, const Document &document)
{
    const Drawn drawn = runsToDraw(document);
    page.open("body");
    page.lineBreak();
    writeHeader(page, document);
    page.open("main");
    writeVerdict(page, document);
    writeSweep(page, document);
    if (drawn.together != nullptr || drawn.oneAtATime != nullptr)
        writeFigureOf(page, waterfallPicture(document, Theme::Automatic),
                      captionOf(drawn, document));
    writeFailures(page, document);
    writeShares(page, document);
    if (document.comparison && document.comparison->speedup.rounds > 1)
        writeSection(page, "rounds", text::label(Label::TheRounds), tableOfRounds(document));
    writeTasks(page, document, drawn);
    writeSection(page, "probes", text::label(Label::Probes),
                 tableOfProbes(document.probes, document.redaction),
                 text::caption(Caption::ProbesExplained));
    writeReading(page);
    page.close();
    writeFooter(page, document);
    writeData(page, document);
    page.close();
}

} // namespace

QByteArray toHtml(const Document &document)
{
    Markup page;
    page.raw("<!DOCTYPE html>\n");
    page.open("html", {{"lang", text::language()}});
    page.lineBreak();
    writeHead(page, QStringLiteral("%1 – Lapwing").arg(headlineOf(document)));
    writeBody(page, document);
    page.close();
    page.lineBreak();
    return page.bytes();
}

} // namespace lapwing::report
