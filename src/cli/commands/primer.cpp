// SPDX-License-Identifier: MIT
#include "text/primer.h"
#include "async/run.h"
#include "cli/commands/commands.h"
#include "cli/exitstatus.h"
#include "cli/input/lineinput.h"
#include "cli/timelinetext.h"
#include "cli/values.h"
#include "primer/lessontext.h"
#include "primer/play.h"
#include "primer/stagepicture.h"
#include "text/failure.h"

#include <QThread>

#include <algorithm>

namespace lapwing::cli {
namespace {

using primer::Lesson;
using primer::LessonText;
using primer::Performance;
using primer::Scene;

const QString commandName = QStringLiteral("primer");

constexpr int widestBar = 60;
constexpr qsizetype nameColumn = 14;

void list(Streams &streams)
{
    const QList<LessonText> texts = primer::textsOf(primer::pageFor(QLocale()));
    qsizetype place = 0;
    for (const Lesson &lesson : primer::lessons())
        say(streams.out,
            QStringLiteral("  ") + QString(QLatin1String(lesson.id)).leftJustified(nameColumn)
                + texts.value(place++).title);
    say(streams.out, QString());
    say(streams.out, Text::tr("'lapwing-cli primer LESSON' shows a lesson and runs its program."));
}

/// One lesson, from its title to what its scenes came to.
class Telling {
public:
    Telling(const Lesson &lesson, double scale, Streams &streams)
        : m_lesson(lesson), m_scale(scale), m_streams(streams), m_keyboard(streams.in)
    {
    }
    int run();

private:
    void sayText();
    void sayScale();
    [[nodiscard]] Performance play(const Scene &scene);
    void saySum(const primer::Sum &sum);
    void sayPicture(const Scene &scene, const Performance &performance);

    const Lesson &m_lesson;
    double m_scale;
    Streams &m_streams;
    LineInput m_keyboard;
    async::SteadyClock m_clock;
    std::vector<text::SceneResult> m_results;
    primer::Moment m_longest{};
    bool m_isDisturbed = false;
    ExitFacts m_ending;
};

void Telling::sayText()
{
    const auto place = static_cast<qsizetype>(&m_lesson - primer::lessons().data());
    const LessonText text = primer::textsOf(primer::pageFor(QLocale())).value(place);
    say(m_streams.out, text.title);
    say(m_streams.out, QString());
    for (const QString &line : text.markdown.split(u'\n'))
        say(m_streams.out, line);
    const QString input = m_lesson.usesKeyboard
        ? u'\n' + primer::shownPartOf(QStringLiteral(":/primer/lineinput.cpp"))
        : QString();
    for (const QString &line : (primer::sourceOf(m_lesson) + input).split(u'\n'))
        say(m_streams.out, line.isEmpty() ? line : QStringLiteral("    ") + line);
}

/// What is told is in the seconds of the lesson.
void Telling::sayScale()
{
    if (m_scale == 1)
        return;
    say(m_streams.out,
        Text::tr("A second of the lesson takes %1 s here; with --scale 1 it runs in real time.")
            .arg(QLocale().toString(m_scale)));
    say(m_streams.out, QString());
}

Performance Telling::play(const Scene &scene)
{
    primer::StageSetting setting;
    setting.clock = &m_clock;
    setting.scale = m_scale;
    setting.keyboard = &m_keyboard;
    setting.tellSum = [this](const primer::Sum &sum) { saySum(sum); };
    return async::run(primer::play(scene, std::move(setting)));
}

void Telling::saySum(const primer::Sum &sum)
{
    if (sum)
        say(m_streams.out, text::sumSentence(*sum));
    else
        say(m_streams.err,
            QStringLiteral("lapwing-cli: ") + text::numberProblem(primer::toString(sum.error())));
}

void Telling::sayPicture(const Scene &scene, const Performance &performance)
{
    const auto late = std::chrono::duration_cast<primer::Moment>(primer::usualLateness / m_scale);
    const primer::StagePicture picture =
        primer::pictureOf(performance.events, performance.elapsed, late);
    const int columns = std::clamp(m_streams.columns() - 20, 20, widestBar);
    m_longest = std::max(m_longest, performance.elapsed); // two scenes are drawn to one scale
    for (const QString &line : timelineText(picture, m_longest, columns))
        say(m_streams.out, line);
    m_isDisturbed = m_isDisturbed || performance.wasStarved || primer::wasDisturbed(picture);
    m_results.push_back({text::sceneTitle(QLatin1String(scene.id)), performance.elapsed,
                         primer::endsOf(performance.events)});
    const text::SceneResult &last = m_results.back();
    const bool isCompared = m_results.size() > 1 && !m_lesson.usesKeyboard;
    say(m_streams.out,
        isCompared ? text::sceneSentence(last, m_results.at(m_results.size() - 2))
                   : text::sceneSentence(last));
    say(m_streams.out, QString());
}

int Telling::run()
{
    sayText();
    sayScale();
    for (const Scene &scene : m_lesson.scenes) {
        say(m_streams.out, text::sceneTitle(QLatin1String(scene.id)));
        if (m_lesson.usesKeyboard)
            say(m_streams.out, Text::tr("Type a number and press Return:"));
        const Performance performance = play(scene);
        if (performance.failure) {
            say(m_streams.err,
                QStringLiteral("lapwing-cli: ") + text::sentence(*performance.failure));
            ++m_ending.failed;
            break;
        }
        sayPicture(scene, performance);
        ++m_ending.succeeded;
        m_ending.wrongUsage = performance.sum && !*performance.sum;
        if (m_ending.wrongUsage)
            break;
    }
    if (QLatin1String(m_lesson.id) == QLatin1String("bound"))
        say(m_streams.out, text::processorNote(QThread::idealThreadCount()));
    if (m_isDisturbed)
        say(m_streams.out, text::disturbedNote());
    say(m_streams.out, timelineLegend());
    m_ending.couldNotWrite = m_streams.out.broken;
    return exitStatus(m_ending);
}

QStringList lessonIds()
{
    QStringList ids;
    for (const Lesson &lesson : primer::lessons())
        ids << QLatin1String(lesson.id);
    return ids;
}

} // namespace

usage::Following primerWords()
{
    return {{commandName, lessonIds()}};
}

int runPrimer(const QCommandLineParser &given, Streams &streams)
{
    const QStringList words = given.positionalArguments();
    if (words.isEmpty()) {
        list(streams);
        return statusOfTelling(streams);
    }
    if (words.size() > 1)
        return wrongUsage(streams, commandName,
                          Text::tr("Unexpected argument '%1'.").arg(words.at(1)));
    const Lesson *const lesson = primer::lessonOf(words.constFirst());
    if (lesson == nullptr)
        return wrongUsage(streams, commandName,
                          suggesting(Text::tr("There is no lesson '%1'.").arg(words.constFirst()),
                                     words.constFirst(), lessonIds()));
    const Read<double> scale =
        positiveNumber(given, QStringLiteral("scale"), 10, lesson->usualScale());
    if (!scale)
        return wrongUsage(streams, commandName, scale.error());
    return Telling(*lesson, *scale, streams).run();
}

} // namespace lapwing::cli
