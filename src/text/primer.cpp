// SPDX-License-Identifier: MIT
#include "text/primer.h"

#include "text/amounts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <span>

namespace lapwing::text {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::text::Primer)
};

#define TEXT(words) QT_TRANSLATE_NOOP("lapwing::text::Primer", words)

struct Named {
    const char *code;
    const char *words;
};

constexpr Named scenes[] = {
    {"io-bound", TEXT("Two waits on one loop")},
    {"cpu-bound", TEXT("Two computations on one loop")},
    {"cpu-threads", TEXT("Two computations on two threads")},
    {"blocking", TEXT("Two blocking calls on one loop")},
    {"synchronous", TEXT("Synchronous")},
    {"asynchronous", TEXT("Asynchronous")},
    {"subroutine", TEXT("A subroutine")},
    {"coroutine", TEXT("A coroutine")},
    {"awaits", TEXT("Four things awaited in turn")},
    {"task", TEXT("A task")},
    {"future", TEXT("A future")},
    {"gather", TEXT("Gathered")},
    {"fetch-in-turn", TEXT("Fetched in turn")},
    {"fetch-together", TEXT("Fetched together")},
    {"deliveries-in-turn", TEXT("One after another")},
    {"deliveries-together", TEXT("Together")},
    {"number-awaited", TEXT("The keyboard awaited")},
    {"number-blocking", TEXT("A call that blocks")},
    {"two-calls", TEXT("Two awaited calls")},
    {"two-tasks", TEXT("Two tasks, awaited in turn")},
};

constexpr Named pieces[] = {
    {"runs", TEXT("runs")},
    {"waits", TEXT("waits (await)")},
    {"late", TEXT("late: past its time")},
    {"thread", TEXT("waits for a thread")},
    {"computes", TEXT("computes")},
    {"blocks", TEXT("blocks")},
};

constexpr Named problems[] = {
    {"number-missing", TEXT("There was no number: the input ended, or the line was empty.")},
    {"not-a-number", TEXT("This is not a whole number. Type digits only, for example 42.")},
    {"number-too-large", TEXT("This number is too large: with 100 added, it must fit in 64 bits.")},
};

#undef TEXT

QString wordsOf(std::span<const Named> table, const QString &code)
{
    const auto found = std::ranges::find_if(
        table, [&code](const Named &each) { return code == QLatin1String(each.code); });
    return found == table.end() ? QString() : Words::tr(found->words);
}

/// Two times that differ by less are called equal: a machine that has other work differs as much.
constexpr double equalWithin = 0.1;

QString comparedWith(const SceneResult &before, double times)
{
    if (std::abs(times - 1) < equalWithin)
        return Words::tr("as long as \"%1\"").arg(before.title);
    return times > 1
        ? Words::tr("%1 times as fast as \"%2\"").arg(asFactor(times), before.title)
        : Words::tr("%1 times as long as \"%2\"").arg(asFactor(1 / times), before.title);
}

QString orderOf(const QStringList &ends)
{
    return ends.size() < 2
        ? QString()
        : u' ' + Words::tr("They ended in the order %1.").arg(ends.join(QStringLiteral(", ")));
}

} // namespace

QString sceneTitle(const QString &id)
{
    return wordsOf(scenes, id);
}

QString pieceTitle(const QString &code)
{
    return wordsOf(pieces, code);
}

QString loopTitle()
{
    return Words::tr("loop");
}

QString sceneHeading(const QString &title, record::Stamp elapsed)
{
    return Words::tr("%1: %2", "scene, time").arg(title, asSeconds(elapsed, 1));
}

QString sceneSentence(const SceneResult &result)
{
    return Words::tr("%1: %2.", "scene, time").arg(result.title, asSeconds(result.elapsed, 1))
        + orderOf(result.ends);
}

QString sceneSentence(const SceneResult &result, const SceneResult &before)
{
    const double times =
        std::chrono::duration<double>(before.elapsed) / std::max(result.elapsed, record::Stamp(1));
    return Words::tr("%1: %2, %3.", "scene, time, comparison")
               .arg(result.title, asSeconds(result.elapsed, 1), comparedWith(before, times))
        + orderOf(result.ends);
}

QString disturbedNote()
{
    return Words::tr("This computer is busy with something else, so the times are too long. Run it "
                     "again, or slower.");
}

QString processorNote(int processors)
{
    return processors == 1
        ? Words::tr("This program may use one processor: threads cannot make computations faster.")
        : Words::tr("This program may use %n processors; other programs use them too.", nullptr,
                    processors);
}

QString sumSentence(qint64 sum)
{
    return Words::tr("The number plus 100 is %1.").arg(QLocale().toString(sum));
}

QString numberProblem(const QString &code)
{
    return wordsOf(problems, code);
}

} // namespace lapwing::text
