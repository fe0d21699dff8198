// SPDX-License-Identifier: MIT
#include "timeline/timelinelanes.h"

#include "letterwidth.h"
#include "text/catalogue.h"
#include "timeline/gestures.h"
#include "timeline/lanetitle.h"
#include "timeline/laneview.h"

#include <QVBoxLayout>

#include <algorithm>

namespace lapwing::ui {

TimelineLanes::TimelineLanes(Timeline *timeline, AllTasks allTasks, QWidget *parent)
    : QWidget(parent)
    , m_timeline(timeline)
    , m_feed(allTasks)
    , m_source{timeline->state(), m_feed.picture(), std::move(allTasks), std::nullopt}
{
    setObjectName(QStringLiteral("timelineLanes"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    add(makeSlotLane(m_source));
    add(makeThroughputLane(m_source));
    add(makeEventLoopLane(m_source));
    add(makeGhostLane(m_source));
    connect(timeline, &Timeline::rangeChanged, this, &TimelineLanes::takeView);
    connect(timeline, &Timeline::recordsChanged, this,
            [this] { m_feed.touch(m_timeline->state().now); });
    connect(&m_feed, &LaneFeed::pictureChanged, this, &TimelineLanes::refresh);
    m_feed.touch(timeline->state().now);
    m_feed.setView(timeline->state().range);
    text::inEachLanguage(this, [this] { refresh(); });
}

TimelineLanes::~TimelineLanes() = default;

void TimelineLanes::add(std::unique_ptr<Lane> lane)
{
    auto *title = new LaneTitle(this);
    title->setObjectName(lane->key());
    auto *view = new LaneView(lane.get(), this);
    auto *gestures = new TimeGestures(view, TimeGestures::Wheel::Zooms);
    connect(gestures, &TimeGestures::zoomed, m_timeline, &Timeline::zoomAt);
    connect(gestures, &TimeGestures::dragged, m_timeline, &Timeline::drag);
    auto *line = new QBoxLayout(QBoxLayout::TopToBottom);
    line->setSpacing(0);
    line->addWidget(title, 0, Qt::AlignTop);
    line->addWidget(view, 1, Qt::AlignTop);
    static_cast<QBoxLayout *>(layout())->addLayout(line);
    m_sections.push_back({std::move(lane), title, view, line});
    connect(title, &LaneTitle::toggled, this, [this] {
        m_feed.setActive(isVisible() && isAnyOpen());
        refresh();
        Q_EMIT folded();
    });
}

/// The views under the bars, whatever stands beside those.
void TimelineLanes::align()
{
    if (m_timeline->window() != window())
        return;
    const int left = m_timeline->mapTo(window(), QPoint()).x() - mapTo(window(), QPoint()).x();
    const int right = width() - left - m_timeline->width();
    const int before = std::max(0, isRightToLeft() ? right : left);
    const int after = std::max(0, isRightToLeft() ? left : right);
    if (std::exchange(m_sides, std::pair(before, after)) == std::pair(before, after))
        return;
    const bool hasRoom = before > letterWidth(fontMetrics()) * 16;
    for (const Section &section : m_sections) {
        section.line->setDirection(hasRoom ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
        section.title->setMinimumWidth(hasRoom ? before : 0);
        section.title->setMaximumWidth(hasRoom ? before : QWIDGETSIZE_MAX);
    }
    const int margin = hasRoom ? 0 : before;
    layout()->setContentsMargins(isRightToLeft() ? after : margin, 0,
                                 isRightToLeft() ? margin : after, 0);
}

void TimelineLanes::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    align();
}

bool TimelineLanes::isAnyOpen() const
{
    return std::ranges::any_of(m_sections,
                               [](const Section &section) { return section.title->isChecked(); });
}

/// What the lanes say and how high they are: after each look at the records, not for each frame.
void TimelineLanes::refresh()
{
    for (const Section &section : m_sections) {
        const QString figures = section.lane->figures();
        const QString title = section.lane->title();
        section.title->setWords(title, figures);
        section.view->setAccessibleName(title);
        section.view->setAccessibleDescription(figures);
        section.view->setFixedHeight(section.lane->height(fontMetrics()));
        section.view->setVisible(section.title->isChecked());
        section.view->update();
    }
}

void TimelineLanes::setOneAtATime(const std::optional<OneAtATime> &oneAtATime)
{
    m_source.oneAtATime = oneAtATime;
    m_timeline->setHorizon(oneAtATime ? oneAtATime->range.high : record::Stamp{});
    refresh();
}

QStringList TimelineLanes::foldedLanes() const
{
    QStringList keys;
    for (const Section &section : m_sections) {
        if (!section.title->isChecked())
            keys << section.lane->key();
    }
    return keys;
}

void TimelineLanes::setFoldedLanes(const QStringList &keys)
{
    for (const Section &section : m_sections)
        section.title->setChecked(!keys.contains(section.lane->key()));
}

void TimelineLanes::takeView()
{
    align();
    m_feed.setView(m_timeline->state().range);
    if (std::exchange(m_seen, m_timeline->state().now) != m_timeline->state().now)
        m_feed.touch(m_timeline->state().now);
    const bool hasLoop = m_timeline->state().facts.loop.has_value(); // when the run has ended
    if (std::exchange(m_hasLoop, hasLoop) != hasLoop)
        refresh();
    for (const Section &section : m_sections)
        section.view->update();
}

void TimelineLanes::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_feed.setActive(isAnyOpen());
    align();
}

void TimelineLanes::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_feed.setActive(false);
}

} // namespace lapwing::ui
