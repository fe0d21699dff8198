// SPDX-License-Identifier: MIT
#include "primer/primerwindow.h"

#include "help/helppages.h"
#include "letterwidth.h"
#include "primer/lessonrunner.h"
#include "primer/lessontext.h"
#include "primer/stageview.h"
#include "text/failure.h"
#include "text/primer.h"
#include "ui_primerwindow.h"

#include <QHideEvent>
#include <QScreen>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QThread>

namespace lapwing::ui {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds frame = 40ms;

QString idOf(const SceneRun &scene)
{
    return QLatin1String(scene.scene.id);
}

text::SceneResult resultOf(const SceneRun &scene)
{
    return {text::sceneTitle(idOf(scene)), scene.performance->elapsed,
            primer::endsOf(scene.events)};
}

} // namespace

PrimerWindow::PrimerWindow() : m_ui(std::make_unique<Ui::PrimerWindow>())
{
    m_ui->setupUi(this);
    m_ui->results->setBackgroundRole(QPalette::Base); // as that of the timelines
    setWindowFlags(Qt::Window);                       // a window like any other, which Esc closes
    m_runner = std::make_unique<LessonRunner>(m_ui->number);
    for ([[maybe_unused]] const primer::Lesson &lesson : primer::lessons())
        m_ui->lessons->addItem(QString());
    showTitles();
    m_frames.setInterval(frame);
    connectAll();
    chooseSize();
    m_ui->lessons->setCurrentRow(0);
}

PrimerWindow::~PrimerWindow()
{
    m_frames.stop();
    m_runner->disconnect(this);
    m_ui->scroll->verticalScrollBar()->disconnect(this);
    m_runner.reset(); // before the field that it awaits
}

void PrimerWindow::showTitles()
{
    const QList<primer::LessonText> texts = primer::textsOf(primer::pageFor(QLocale()));
    for (int row = 0; row < m_ui->lessons->count(); ++row)
        m_ui->lessons->item(row)->setText(texts.value(row).title);
}

void PrimerWindow::connectAll()
{
    connect(m_ui->lessons, &QListWidget::currentRowChanged, this, &PrimerWindow::showCurrent);
    connect(m_ui->run, &QPushButton::clicked, this, &PrimerWindow::startOrStop);
    connect(&m_frames, &QTimer::timeout, this, &PrimerWindow::refresh);
    // What runs now is what one wants to see, and then what came of it.
    connect(m_ui->scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this,
            [this](int, int last) {
                if (m_runner->isRunning())
                    m_ui->scroll->verticalScrollBar()->setValue(last);
            });
    connect(m_runner.get(), &LessonRunner::sceneBegan, this, &PrimerWindow::beginScene);
    connect(m_runner.get(), &LessonRunner::sumKnown, this, &PrimerWindow::refresh);
    connect(m_runner.get(), &LessonRunner::ended, this, [this] {
        refreshControls();
        m_ui->scroll->verticalScrollBar()->setValue(0);
    });
}

void PrimerWindow::chooseSize()
{
    const int letter = letterWidth(fontMetrics());
    const int list = m_ui->lessons->sizeHintForColumn(0) + 4 * letter;
    const QSize wanted(list + 135 * letter, fontMetrics().height() * 54);
    resize(wanted.boundedTo(screen()->availableSize() * 9 / 10));
    m_ui->split->setSizes({list, width() - list});
    m_ui->split->setStretchFactor(1, 1);
    m_ui->halves->setSizes({height() / 2, height() / 2});
}

void PrimerWindow::showLesson(const QString &id)
{
    if (const primer::Lesson *lesson = primer::lessonOf(id))
        m_ui->lessons->setCurrentRow(static_cast<int>(lesson - primer::lessons().data()));
}

const primer::Lesson &PrimerWindow::lesson() const
{
    return primer::lessons()[static_cast<std::size_t>(std::max(0, m_ui->lessons->currentRow()))];
}

/// Of this lesson alone: another that was stopped may still be running.
const std::vector<SceneRun> &PrimerWindow::scenes() const
{
    static const std::vector<SceneRun> none;
    return m_runner->lesson() == &lesson() ? m_runner->scenes() : none;
}

/// A program of another lesson is not waited for: what is stopped ends in a moment.
void PrimerWindow::showCurrent()
{
    m_runner->stop();
    showPage();
    refreshControls();
}

void PrimerWindow::showPage()
{
    const primer::LessonText text =
        primer::textsOf(primer::pageFor(QLocale())).value(m_ui->lessons->currentRow());
    const QString field = lesson().usesKeyboard
        ? u'\n' + primer::shownPartOf(QStringLiteral(":/primer/linefield.cpp"))
        : QString();
    const QString page = QStringLiteral("# %1\n\n%2\n%3\n\n```cpp\n%4%5```\n")
                             .arg(text.title, text.markdown, tr("In C++, as it runs here:"),
                                  primer::sourceOf(lesson()), field);
    m_ui->page->document()->setMarkdown(page);
    finishPage(m_ui->page->document(), {}); // nothing leads to its headings
    m_ui->page->moveCursor(QTextCursor::Start);
}

double PrimerWindow::scale() const
{
    if (m_scale > 0)
        return m_scale;
    const bool isTrue = lesson().usesKeyboard || m_ui->speed->currentIndex() == 1;
    return isTrue ? 1 : lesson().usualScale();
}

/// The first scene begins before there is anything that runs: its field cannot have the focus until then.
void PrimerWindow::startOrStop()
{
    if (m_runner->isRunning()) {
        m_runner->stop();
        refreshControls();
    } else {
        m_runner->run(lesson(), scale());
        beginScene();
    }
}

void PrimerWindow::beginScene()
{
    m_ui->number->clear();
    refreshControls();
    if (lesson().usesKeyboard)
        m_ui->number->setFocus();
}

void PrimerWindow::refreshControls()
{
    const bool isRunning = m_runner->isRunning();
    m_ui->run->setText(isRunning ? tr("&Stop") : tr("&Run it"));
    m_ui->speed->setEnabled(!isRunning);
    m_ui->speed->setVisible(!lesson().usesKeyboard);
    m_ui->numberLabel->setVisible(lesson().usesKeyboard);
    m_ui->number->setVisible(lesson().usesKeyboard);
    m_ui->number->setEnabled(isRunning);
    if (isRunning)
        m_frames.start();
    else
        m_frames.stop();
    refresh();
}

/// How a scene went, and how that compares with the one before.
QString PrimerWindow::sentenceFor(std::size_t place) const
{
    const SceneRun &scene = scenes()[place];
    if (place == 0 || lesson().usesKeyboard)
        return text::sceneSentence(resultOf(scene));
    return text::sceneSentence(resultOf(scene), resultOf(scenes()[place - 1]));
}

QStringList PrimerWindow::answersOf(std::size_t place) const
{
    const SceneRun &scene = scenes()[place];
    QStringList answers;
    if (scene.sum)
        answers << (*scene.sum ? text::sumSentence(**scene.sum)
                               : text::numberProblem(primer::toString(scene.sum->error())));
    if (!scene.performance)
        return answers;
    if (scene.performance->failure)
        answers << text::sentence(*scene.performance->failure);
    else if (scene.performance->isStopped)
        answers << tr("Stopped.");
    else
        answers << sentenceFor(place);
    return answers;
}

QStringList PrimerWindow::answers() const
{
    QStringList lines;
    bool isDisturbed = false;
    for (std::size_t place = 0; place < scenes().size(); ++place) {
        const QStringList answers = answersOf(place);
        if (!answers.isEmpty())
            lines << answers.join(u' ');
        const auto &performance = scenes()[place].performance;
        isDisturbed = isDisturbed || (performance && performance->wasStarved)
            || primer::wasDisturbed(m_ui->stage->scenes()[place].picture);
    }
    const bool isOfProcessors = QLatin1String(lesson().id) == QLatin1String("bound");
    if (isOfProcessors && !lines.isEmpty())
        lines << text::processorNote(QThread::idealThreadCount());
    if (isDisturbed)
        lines << text::disturbedNote();
    return lines;
}

void PrimerWindow::refresh()
{
    std::vector<SceneShown> shown;
    const auto late =
        std::chrono::duration_cast<primer::Moment>(primer::usualLateness / m_runner->scale());
    for (const SceneRun &scene : scenes()) {
        const QString title = text::sceneTitle(idOf(scene));
        const bool isWhole = scene.performance && !scene.performance->isStopped;
        shown.push_back({isWhole ? text::sceneHeading(title, scene.performance->elapsed) : title,
                         primer::pictureOf(scene.events, m_runner->timeOf(scene), late),
                         scene.performance.has_value()});
    }
    m_ui->stage->setScenes(std::move(shown));
    const QString words = answers().join(u'\n');
    if (m_ui->answer->text() != words)
        m_ui->answer->setText(words);
    m_ui->answer->setVisible(!words.isEmpty());
}

/// Links and tables have the colours of the palette at the time the page was read.
void PrimerWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (!m_runner)
        return;
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        showTitles();
        refreshControls();
    }
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange)
        showPage();
}

/// A window that is closed runs nothing; one that is iconified does.
void PrimerWindow::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    if (!event->spontaneous())
        m_runner->stop();
}

} // namespace lapwing::ui
