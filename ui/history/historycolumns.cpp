// SPDX-License-Identifier: MIT
#include "history/historycolumns.h"

#include "history/historyfigures.h"
#include "list/sortkey.h"
#include "text/amounts.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace lapwing::ui {
namespace {

using record::Trial;
using store::RunSummary;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::HistoryColumns)
};

QString numberText(int number)
{
    return QLocale().toString(number);
}

QString noTip(const RunSummary &)
{
    return {};
}

QVariant startedKey(const RunSummary &run)
{
    return run.started.isValid() ? QVariant(run.started) : QVariant();
}

QString startedTip(const RunSummary &run)
{
    return run.started.isValid()
        ? QLocale().toString(run.started.toLocalTime(), QLocale::LongFormat)
        : QString();
}

/// "14:02", and the date where it is another.
QString momentIn(const RunSummary &run, const QDateTime &moment)
{
    const QDateTime here = moment.toLocalTime();
    return run.started.isValid() && run.started.toLocalTime().date() == here.date()
        ? QLocale().toString(here.time(), QLocale::ShortFormat)
        : QLocale().toString(here, QLocale::ShortFormat);
}

QString runText(const RunSummary &run)
{
    QStringList parts;
    if (run.continues.isValid())
        parts << Words::tr("continued from %1").arg(momentIn(run, run.continues));
    if (run.unfinished > 0)
        parts << Words::tr("interrupted");
    return parts.isEmpty() ? Words::tr("Run")
                           : Words::tr("Run (%1)").arg(parts.join(Words::tr(", ")));
}

/// What figures of it are not about; empty: they are of a whole list.
QString partTip(const RunSummary &run)
{
    QStringList sentences;
    if (run.continues.isValid())
        sentences << Words::tr("Covers only what the interrupted run of %1 had left.")
                         .arg(momentIn(run, run.continues));
    if (run.unfinished > 0)
        sentences << Words::tr("Interrupted: %1 of %Ln downloads did not finish.", nullptr,
                               run.links)
                         .arg(numberText(run.unfinished));
    return sentences.join(u' ');
}

QString withPartTip(const QString &tip, const RunSummary &run)
{
    return QStringList{tip, partTip(run)}.join(u'\n').trimmed();
}

QString kindText(const RunSummary &run)
{
    switch (run.kind) {
    case Trial::Kind::Get:
        return runText(run);
    case Trial::Kind::Compare:
        return Words::tr("Comparison");
    case Trial::Kind::Sweep:
        return Words::tr("Sweep");
    }
    Q_UNREACHABLE();
}

QVariant kindKey(const RunSummary &run)
{
    return static_cast<int>(run.kind);
}

QString kindTip(const RunSummary &run)
{
    switch (run.kind) {
    case Trial::Kind::Get:
        return partTip(run);
    case Trial::Kind::Compare:
        return Words::tr("Together and one at a time, in several rounds");
    case Trial::Kind::Sweep:
        return Words::tr("Several numbers of simultaneous downloads");
    }
    Q_UNREACHABLE();
}

QString hostText(const RunSummary &run)
{
    if (run.host.isEmpty())
        return text::unknown();
    return run.hosts > 1
        ? Words::tr("%1 and %Ln more", "a host and how many others", run.hosts - 1).arg(run.host)
        : run.host;
}

QVariant hostKey(const RunSummary &run)
{
    return run.host.isEmpty() ? QVariant() : QVariant(run.host);
}

QString hostTip(const RunSummary &run)
{
    return run.host.isEmpty() ? QString() : hostText(run);
}

QString linksText(const RunSummary &run)
{
    return numberText(run.links);
}

QVariant linksKey(const RunSummary &run)
{
    return run.links;
}

QString filesText(const RunSummary &run)
{
    return numberText(run.files);
}

QVariant filesKey(const RunSummary &run)
{
    return run.files;
}

QString filesTip(const RunSummary &run)
{
    return Words::tr("%1 of %Ln links yielded a file", nullptr, run.links).arg(filesText(run));
}

QString sizeText(const RunSummary &run)
{
    return text::asBytes(run.bytes);
}

QVariant sizeKey(const RunSummary &run)
{
    return run.bytes;
}

QString sizeTip(const RunSummary &run)
{
    return Words::tr("%1 bytes, of the files that were downloaded")
        .arg(QLocale().toString(run.bytes));
}

QString atOnceText(const RunSummary &run)
{
    return run.atOnce > 0 ? numberText(run.atOnce) : text::unknown();
}

QVariant atOnceKey(const RunSummary &run)
{
    return run.atOnce > 0 ? QVariant(run.atOnce) : QVariant();
}

QString atOnceTip(const RunSummary &run)
{
    return run.kind == Trial::Kind::Sweep && run.atOnce > 0
        ? Words::tr("The number that the sweep recommends")
        : QString();
}

QString togetherText(const RunSummary &run)
{
    return text::asTime(run.together);
}

QVariant togetherKey(const RunSummary &run)
{
    return keyOf(run.together);
}

/// As in the files' own column: who looks for the time of the whole run finds it in the report.
QString togetherTip(const RunSummary &run)
{
    const bool isOfSome =
        run.together && run.files > 0 && run.files < run.links && run.unfinished == 0;
    return withPartTip(isOfSome
                           ? Words::tr("Of the %Ln links that yielded a file", nullptr, run.files)
                           : QString(),
                       run);
}

QVariant oneAtATimeKey(const RunSummary &run)
{
    const std::optional<TimeSpan> estimate = estimateOf(run);
    return keyOf(estimate ? std::optional((estimate->low + estimate->high) / 2) : run.oneAtATime);
}

QString oneAtATimeTip(const RunSummary &run)
{
    if (estimateOf(run))
        return Words::tr("Estimated from the parallel run, not measured");
    return run.oneAtATime ? Words::tr("Measured") : Words::tr("Not measured");
}

QVariant speedupKey(const RunSummary &run)
{
    if (!run.speedup && !run.isMeasured && run.low && run.high)
        return (*run.low + *run.high) / 2;
    return keyOf(run.speedup);
}

QString groundTip(const RunSummary &run)
{
    if (!run.speedup)
        return run.low && run.high && !run.isMeasured
            ? oneAtATimeTip(run)
            : Words::tr("No figure: open the run to see why");
    if (run.low && run.high)
        return Words::tr("Measured; the interval is %1 to %2")
            .arg(text::asRatio(*run.low), text::asRatio(*run.high));
    return Words::tr("Measured");
}

QString speedupTip(const RunSummary &run)
{
    return withPartTip(groundTip(run), run);
}

QVariant limitKey(const RunSummary &run)
{
    return run.limitedBy.isEmpty() ? QVariant() : QVariant(limitText(run));
}

QString limitTip(const RunSummary &run)
{
    return withPartTip(run.limitedBy.isEmpty() ? QString() : limitText(run), run);
}

constexpr Qt::Alignment left = Qt::AlignLeft | Qt::AlignVCenter;
constexpr Qt::Alignment right = Qt::AlignRight | Qt::AlignVCenter;

#define TITLE(text) QT_TRANSLATE_NOOP("lapwing::ui::HistoryColumns", text)
constexpr std::array table{
    HistoryColumn{HistoryColumnId::Started, TITLE("Date"), "", left, dateOf, startedKey,
                  startedTip},
    HistoryColumn{HistoryColumnId::Kind, TITLE("Kind"), "Run (interrupted)", left, kindText,
                  kindKey, kindTip},
    HistoryColumn{HistoryColumnId::Links, TITLE("Links"), "00000", right, linksText, linksKey,
                  noTip},
    HistoryColumn{HistoryColumnId::Files, TITLE("Files"), "00000", right, filesText, filesKey,
                  filesTip},
    HistoryColumn{HistoryColumnId::Size, TITLE("Size"), "1000.0 MB", right, sizeText, sizeKey,
                  sizeTip},
    HistoryColumn{HistoryColumnId::AtOnce, TITLE("At once"), "000", right, atOnceText, atOnceKey,
                  atOnceTip},
    HistoryColumn{HistoryColumnId::Together, TITLE("Together"), "00 min 00 s", right, togetherText,
                  togetherKey, togetherTip},
    HistoryColumn{HistoryColumnId::OneAtATime, TITLE("One at a time"),
                  "00.0 s to 00.0 s, estimated", right, oneAtATimeText, oneAtATimeKey,
                  oneAtATimeTip},
    HistoryColumn{HistoryColumnId::Speedup, TITLE("Speed-up"),
                  "0.0× as fast (no difference), estimated", right, speedupText, speedupKey,
                  speedupTip},
    HistoryColumn{HistoryColumnId::Limit, TITLE("Limit"), "Limited by server throttling", left,
                  limitText, limitKey, limitTip},
    HistoryColumn{HistoryColumnId::Host, TITLE("Host"), "downloads.example.org", left, hostText,
                  hostKey, hostTip},
};
#undef TITLE

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (static_cast<std::size_t>(table[i].id) != i)
            return false;
    }
    return table.size() == static_cast<std::size_t>(HistoryColumnId::Host) + 1;
}
static_assert(inOrder(), "one column for each id, in the order of the enumeration");

} // namespace

std::span<const HistoryColumn> historyColumns()
{
    return table;
}

const HistoryColumn &historyColumn(HistoryColumnId id)
{
    return table[static_cast<std::size_t>(id)];
}

QString titleOf(const HistoryColumn &column)
{
    return Words::tr(column.title);
}

QString spokenText(const HistoryColumn &column, const RunSummary &summary)
{
    const QString text = column.text(summary);
    if (text == text::unknown())
        return Words::tr("%1: not known").arg(titleOf(column));
    return column.alignment == right ? Words::tr("%1: %2").arg(titleOf(column), text) : text;
}

QString dateOf(const RunSummary &summary)
{
    return summary.started.isValid()
        ? QLocale().toString(summary.started.toLocalTime(), QLocale::ShortFormat)
        : text::unknown();
}

} // namespace lapwing::ui
