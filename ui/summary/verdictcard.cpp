// SPDX-License-Identifier: MIT
#include "summary/verdictcard.h"

#include "help/helplink.h"
#include "icons.h"
#include "isolated.h"
#include "letterwidth.h"
#include "measure/seconds.h"
#include "summary/announcement.h"
#include "summary/explanationpopup.h"
#include "summary/measurecost.h"
#include "tabular.h"
#include "text/amounts.h"
#include "text/catalogue.h"
#include "ui_verdictcard.h"

#include <QAction>
#include <QEvent>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace lapwing::ui {
namespace {

using Offer = Summary::Offer;
using Phase = Summary::Phase;

constexpr double enlarged = 1.7; ///< the figure, beside other text

bool isOn(Phase phase)
{
    return phase == Phase::Running || phase == Phase::Measuring;
}

/// Enabled when the action is, and does what it does.
void bind(QPushButton *button, QAction *action)
{
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
    };
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    follow();
}

/// Of a step of the scale.
QString wholeTime(record::Stamp end)
{
    using namespace std::chrono_literals;
    const QLocale locale;
    if (end < 1min)
        return VerdictCard::tr("%1 s").arg(locale.toString(end / 1s));
    return end < 1h ? VerdictCard::tr("%1 min").arg(locale.toString(end / 1min))
                    : VerdictCard::tr("%1 h").arg(locale.toString(end / 1h));
}

/// On the button.
QString textOf(Offer offer)
{
    if (offer == Offer::ResumeAll)
        return VerdictCard::tr("Resume all");
    return offer == Offer::Start ? VerdictCard::tr("Start") : VerdictCard::tr("Retry failed");
}

} // namespace

VerdictCard::VerdictCard(QWidget *parent)
    : QFrame(parent), m_ui(std::make_unique<Ui::VerdictCard>())
{
    m_ui->setupUi(this);
    setBackgroundRole(QPalette::Base);
    m_ui->explain->setIcon(iconFor(IconId::Info));
    keepPlaceOfOffer(true);
    connect(m_ui->explain, &QToolButton::clicked, this, &VerdictCard::showExplanation);
    connect(this, &VerdictCard::concluded, this,
            [this](const QString &spoken) { announce(this, spoken); });
    text::inEachLanguage(this, [this] {
        m_ui->retranslateUi(this);
        setUpSizes();
        setSummary(m_summary); // its sentences follow
    });
}

VerdictCard::~VerdictCard() = default;

void VerdictCard::setActions(const Actions &actions)
{
    m_actions = actions;
    bind(m_ui->measure, actions.measure);
    bind(m_ui->findBest, actions.findBest);
    connect(m_ui->offer, &QPushButton::clicked, this, [this] { offered()->trigger(); });
    for (const QAction *action : {actions.start, actions.retryFailed, actions.resumeAll})
        connect(action, &QAction::changed, this, &VerdictCard::followOffered);
    followOffered();
}

QAction *VerdictCard::offered() const
{
    if (m_summary.offer == Offer::ResumeAll)
        return m_actions.resumeAll;
    return m_summary.offer == Offer::Start ? m_actions.start : m_actions.retryFailed;
}

/// As in the tool bar: what does nothing now is not to be pressed.
void VerdictCard::followOffered()
{
    if (const QAction *action = offered())
        m_ui->offer->setEnabled(action->isEnabled());
}

void VerdictCard::setSummary(const Summary &summary)
{
    const Phase before = m_summary.phase;
    const QString counts = m_summary.counts;
    m_summary = summary;
    if (m_hasOwnCounts)
        m_summary.counts = counts;
    if (before != Phase::Running && summary.phase == Phase::Running)
        m_scale.restart();
    showFigure();
    showBars();
    showSentence();
    showTrials();
    if (accessibleDescription() != summary.spoken)
        setAccessibleDescription(summary.spoken);
    tellEnd(before);
}

void VerdictCard::setCounts(const QString &counts)
{
    m_hasOwnCounts = true;
    if (std::exchange(m_summary.counts, counts) != counts)
        showSentence();
}

void VerdictCard::setLimit(const QString &limit)
{
    m_limit = limit;
    showSentence();
}

void VerdictCard::setOneLine(bool isOneLine)
{
    if (std::exchange(m_isOneLine, isOneLine) == isOneLine)
        return;
    const std::initializer_list<QWidget *> others{
        m_ui->togetherLabel,   m_ui->togetherBar,   m_ui->togetherTime,
        m_ui->oneAtATimeLabel, m_ui->oneAtATimeBar, m_ui->oneAtATimeTime,
        m_ui->trials,          m_ui->sentence,      m_ui->explain};
    for (QWidget *other : others)
        other->setHidden(isOneLine);
    keepPlaceOfOffer(!isOneLine);
    m_ui->figureColumn->setDirection(isOneLine ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_ui->figureColumn->setSpacing(isOneLine ? 2 * letterWidth(fontMetrics()) : 0);
    setUpSizes();
    showSentence();
    m_ui->grid->activate(); // its height is another at once
}

/// So that what stands beside it keeps its width.
void VerdictCard::keepPlaceOfOffer(bool isKept)
{
    QSizePolicy policy = m_ui->offer->sizePolicy();
    policy.setRetainSizeWhenHidden(isKept);
    m_ui->offer->setSizePolicy(policy);
}

void VerdictCard::setTrialRuns(int runs)
{
    m_trialRuns = runs;
    showTrials();
}

QSize VerdictCard::minimumSizeHint() const
{
    return {narrowWidth(), QFrame::minimumSizeHint().height()};
}

void VerdictCard::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
}

void VerdictCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setUpSizes();
    if (event->type() == QEvent::LayoutDirectionChange)
        setSummary(m_summary);
}

/// Everything whose text changes has the room of the longest that is usual, so that the bars keep their place.
void VerdictCard::setUpSizes()
{
    QFont large = tabular(font());
    large.setPointSizeF(font().pointSizeF() * (m_isOneLine ? 1 : enlarged));
    large.setBold(true);
    m_ui->verdict->setMinimumWidth(
        QFontMetrics(large).horizontalAdvance(QStringLiteral("88.8–88.8× as fast")));
    large.setBold(!m_summary.verdict.isEmpty()); // as showFigure() has it
    m_ui->verdict->setFont(large);
    for (QLabel *time : {m_ui->togetherTime, m_ui->oneAtATimeTime}) {
        time->setFont(tabular(font()));
        time->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("88.8 s to 888.8 s")));
    }
    const int space = letterWidth(fontMetrics()) * 2;
    m_ui->grid->setHorizontalSpacing(space);
    m_ui->sentenceLine->setSpacing(space);
    m_ui->grid->setContentsMargins(space, space / 2, space, space / 2);
    const QString dearest =
        tr("Find the best number… (%1)").arg(QStringLiteral("36 runs, 888.8 MB"));
    const int width = fontMetrics().horizontalAdvance(dearest) + 2 * space;
    m_ui->measure->setMinimumWidth(width);
    m_ui->findBest->setMinimumWidth(width);
    int offer = 0;
    for (const Offer each : {Offer::Start, Offer::RetryFailed, Offer::ResumeAll})
        offer = std::max(offer, fontMetrics().horizontalAdvance(textOf(each)));
    m_ui->offer->setMinimumWidth(offer + 2 * space);
    reserveLines();
    updateGeometry();
}

/// The last line of the longest sentence has its place also while there is none. Lines in letters of another font, as
/// Hangul, are higher than those of the font itself.
void VerdictCard::reserveLines()
{
    const int lines = m_isNarrow ? 3 : 2;
    const QFontMetrics metrics = m_ui->sentence->fontMetrics();
    const QString sample = QStringList(lines, tr("No figure yet")).join(u'\n');
    m_ui->sentence->setFixedHeight(
        std::max(lines * metrics.lineSpacing(), metrics.size(0, sample).height()));
}

/// The costs stand at the end of the bars, and below them where that leaves too little of the bars.
void VerdictCard::arrange()
{
    const bool narrow = width() < wideWidth();
    if (narrow == m_isNarrow)
        return;
    m_isNarrow = narrow;
    reserveLines();
    m_ui->grid->removeWidget(m_ui->trials);
    if (narrow)
        m_ui->grid->addWidget(m_ui->trials, 3, 0, 1, 5, Qt::AlignLeading);
    else
        m_ui->grid->addWidget(m_ui->trials, 0, 4, 2, 1);
    m_ui->trialsBox->setDirection(narrow ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

int VerdictCard::narrowWidth() const
{
    const int around = m_ui->grid->contentsMargins().left() * 2 + 2 * frameWidth();
    const int bars = m_ui->verdict->minimumWidth() + m_ui->oneAtATimeLabel->sizeHint().width()
        + m_ui->oneAtATimeBar->minimumSizeHint().width() + m_ui->togetherTime->minimumWidth()
        + 3 * m_ui->grid->horizontalSpacing();
    const int trials = 2 * m_ui->measure->minimumWidth() + m_ui->grid->horizontalSpacing();
    return std::max(bars, trials) + around;
}

int VerdictCard::wideWidth() const
{
    return narrowWidth() + m_ui->measure->minimumWidth() + letterWidth(fontMetrics()) * 16;
}

void VerdictCard::showFigure()
{
    const bool isFigure = !m_summary.verdict.isEmpty();
    QFont font = m_ui->verdict->font();
    if (font.bold() != isFigure) {
        font.setBold(isFigure);
        m_ui->verdict->setFont(font);
    }
    const bool isPlain = !m_summary.meaning.isEmpty(); // then the figures are what it stands on
    const QString words = isPlain ? m_summary.meaning : m_summary.verdict;
    setIsolatedText(m_ui->verdict, isFigure ? words : tr("No figure yet"));
    setIsolatedText(m_ui->ground,
                    isPlain ? tr("%1, %2", "a figure and what it stands on")
                                  .arg(m_summary.verdict, m_summary.ground)
                            : m_summary.ground);
}

void VerdictCard::showBars()
{
    const record::Stamp end = m_scale.grow(std::max(m_summary.togetherTime, m_summary.high));
    const auto share = [end](record::Stamp time) {
        return measure::seconds(time) / measure::seconds(end);
    };
    const double together = share(m_summary.togetherTime);
    m_ui->togetherBar->setBar(DurationBar::Kind::Together, together, together);
    m_ui->oneAtATimeBar->setBar(m_summary.measured ? DurationBar::Kind::Measured
                                                   : DurationBar::Kind::Estimated,
                                share(m_summary.low), share(m_summary.high));
    const bool isStarted = m_summary.phase != Phase::NotStarted;
    m_ui->togetherBar->setScaleEnd(isStarted ? wholeTime(end) : QString());
    setIsolatedText(m_ui->togetherTime,
                    isStarted ? text::asTime(m_summary.togetherTime) : text::unknown());
    setIsolatedText(m_ui->oneAtATimeTime, m_summary.baseline);
}

void VerdictCard::showSentence()
{
    const bool isRunning = m_summary.phase == Phase::Running;
    const bool isToGoOn =
        isRunning || m_summary.offer == Offer::ResumeAll; // nothing limited it yet
    QStringList parts{isToGoOn ? QString() : m_limit, m_summary.reason};
    if (isRunning && m_summary.reason.isEmpty())
        parts << m_summary.counts;
    parts.removeAll(QString());
    const QString sentence = parts.join(u' ');
    setIsolatedText(m_ui->sentence, sentence);
    m_ui->sentence->setToolTip(sentence);
    m_ui->offer->setVisible(m_summary.offer != Offer::None && !m_isOneLine);
    m_ui->offer->setText(textOf(m_summary.offer));
    followOffered();
}

void VerdictCard::showTrials()
{
    const auto withCost = [this](const QString &text, const QString &cost) {
        return cost.isEmpty() ? text : tr("%1 (%2)").arg(text, cost);
    };
    m_ui->measure->setText(isolated(withCost(tr("Measure exactly"), m_summary.measureCost), this));
    m_ui->findBest->setText(isolated(withCost(tr("Find the best number…"),
                                              m_trialRuns == 0 || isOn(m_summary.phase)
                                                  ? QString()
                                                  : costOfRuns(m_trialRuns, m_summary.listBytes)),
                                     this));
}

void VerdictCard::showExplanation()
{
    ui::showExplanation(m_summary.explanation, helpLink(HelpTopic::Estimate), m_ui->explain);
}

/// Once, when the figure is there; while it runs it can be asked for.
void VerdictCard::tellEnd(Phase before)
{
    if (isOn(before) && m_summary.phase == Phase::Ended)
        Q_EMIT concluded(m_summary.spoken);
}

} // namespace lapwing::ui
