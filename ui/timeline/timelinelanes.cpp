// SPDX-License-Identifier: MIT
#include "timeline/timelinelanes.h"

#include "timeline/gestures.h"
#include "timeline/laneview.h"

#include <QToolButton>
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
    refresh();
}

TimelineLanes::~TimelineLanes() = default;

void TimelineLanes::add(std::unique_ptr<Lane> lane)
{
    auto *title = new QToolButton(this);
    title->setObjectName(lane->key());
    title->setCheckable(true);
    title->setChecked(true);
    title->setAutoRaise(true);
    title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    title->setArrowType(Qt::DownArrow);
    title->setFocusPolicy(Qt::TabFocus);
    title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *view = new LaneView(lane.get(), this);
    auto *gestures = new TimeGestures(view, TimeGestures::Wheel::Zooms);
    connect(gestures, &TimeGestures::zoomed, m_timeline, &Timeline::zoomAt);
    connect(gestures, &TimeGestures::dragged, m_timeline, &Timeline::drag);
    layout()->addWidget(title);
    layout()->addWidget(view);
    const std::size_t place = m_sections.size();
    m_sections.push_back({std::move(lane), title, view});
    connect(title, &QToolButton::toggled, this, [this, place](bool isOpen) {
        fold(m_sections[place], !isOpen);
        Q_EMIT folded();
    });
}

void TimelineLanes::fold(Section &section, bool isFolded)
{
    section.title->setArrowType(!isFolded             ? Qt::DownArrow
                                    : isRightToLeft() ? Qt::LeftArrow
                                                      : Qt::RightArrow);
    m_feed.setActive(isVisible() && isAnyOpen());
    refresh();
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
        const QString words = figures.isEmpty() ? title : tr("%1: %2").arg(title, figures);
        section.title->setText(words);
        section.title->setToolTip(words);
        section.view->setAccessibleName(title);
        section.view->setAccessibleDescription(figures);
        section.title->setVisible(section.lane->isThere());
        section.view->setFixedHeight(section.lane->height(fontMetrics()));
        section.view->setVisible(section.lane->isThere() && section.title->isChecked());
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
    m_feed.setView(m_timeline->state().range);
    const auto came = [](const Section &section) {
        return section.lane->isThere() == section.title->isHidden();
    };
    if (std::ranges::any_of(m_sections, came)) // the loop is known when the run has ended
        refresh();
    for (const Section &section : m_sections)
        section.view->update();
}

void TimelineLanes::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_feed.setActive(isAnyOpen());
}

void TimelineLanes::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_feed.setActive(false);
}

} // namespace lapwing::ui
