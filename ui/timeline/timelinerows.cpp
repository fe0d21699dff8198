// SPDX-License-Identifier: MIT
#include "timeline/timelinerows.h"

#include "list/statusstyle.h"
#include "timeline/axis.h"
#include "timeline/axisheader.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QTableView>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace lapwing::ui {

using report::ColorRole;

TimelineRows::TimelineRows(QTableView *table, RecordAt recordAt, const TimelineState &state,
                           QWidget *parent)
    : QWidget(parent), m_table(table), m_recordAt(std::move(recordAt)), m_state(state)
{
    setObjectName(QStringLiteral("rows"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void TimelineRows::updateRows(int first, int last)
{
    const int top = m_table->rowViewportPosition(first);
    const int bottom = m_table->rowViewportPosition(last) + m_table->rowHeight(last);
    update(QRect(0, top + shift(), width(), bottom - top) & rect());
}

/// From the table's own heights to those of this widget, whatever frames are between.
int TimelineRows::shift() const
{
    const QWidget *const viewport = m_table->viewport();
    if (viewport->window() != window())
        return 0;
    return viewport->mapTo(window(), QPoint()).y() - mapTo(window(), QPoint()).y();
}

std::optional<TimelineRows::Row> TimelineRows::rowAt(int y) const
{
    const int row = m_table->rowAt(y - shift());
    if (row < 0)
        return std::nullopt;
    return Row{m_table->model()->index(row, 0),
               static_cast<double>(m_table->rowViewportPosition(row) + shift()),
               static_cast<double>(m_table->rowHeight(row))};
}

void TimelineRows::paintEvent(QPaintEvent *event)
{
    if (!m_inks || m_pixelRatio != devicePixelRatioF()) {
        m_pixelRatio = devicePixelRatioF();
        m_inks.emplace(palette(), m_pixelRatio);
    }
    QPainter painter(this);
    paintGround(painter);
    BarPainter bars(painter, *m_inks, m_state.range);
    for (int y = event->rect().top(); y <= event->rect().bottom();) {
        const std::optional<Row> row = rowAt(y);
        if (!row)
            break;
        paintRow(painter, bars, *row);
        y = static_cast<int>(row->top + std::max(1., row->height));
    }
    paintStretch(painter);
}

void TimelineRows::paintGround(QPainter &painter) const
{
    if (m_state.facts.loop)
        paintStalls(painter);
    painter.setPen(m_inks->colour(ColorRole::Rule));
    for (const Tick &tick : ticksOf(m_state.range, AxisHeader::apart(fontMetrics()))) {
        const double x = std::round(m_state.range.x(tick.at)) + 0.5;
        painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    }
}

/// In one colour that hides the ground, and those that touch as one: to blend a thousand strips over the whole height
/// takes 50 ms (measured).
void TimelineRows::paintStalls(QPainter &painter) const
{
    const QColor colour =
        mixed(m_inks->colour(ColorRole::Still), palette().color(QPalette::Base), 0.22F);
    QRectF strip;
    for (const record::LoopStall &stall : m_state.facts.loop->stills) {
        const QRectF box = boxOf(m_state.range, stall.from, stall.to, 0, height());
        if (!strip.isNull() && !strip.adjusted(-1, 0, 1, 0).intersects(box)) {
            painter.fillRect(strip, colour);
            strip = {};
        }
        strip = strip.united(box);
    }
    painter.fillRect(strip, colour);
}

void TimelineRows::paintRow(QPainter &painter, BarPainter &bars, const Row &row) const
{
    if (m_table->selectionModel() && m_table->selectionModel()->isSelected(row.index)) {
        QColor chosen = palette().color(QPalette::Highlight);
        chosen.setAlphaF(0.2F);
        painter.fillRect(QRectF(0, row.top, width(), row.height), chosen);
    }
    const record::TaskRecord *const task = m_recordAt(row.index);
    if (task == nullptr)
        return;
    const double bar = std::max(3., std::round(row.height * 0.64));
    bars.draw(barOf(*task, m_state.facts, m_state.now),
              row.top + std::floor((row.height - bar) / 2), bar);
}

void TimelineRows::paintStretch(QPainter &painter) const
{
    if (!m_state.stretch)
        return;
    const QColor edge = palette().color(QPalette::Highlight);
    QColor outside = palette().color(QPalette::Base);
    outside.setAlphaF(0.6F);
    const double one = m_state.range.x(m_state.stretch->from);
    const double other = m_state.range.x(m_state.stretch->to);
    const double left = std::min(one, other);
    const double right = std::max(one, other);
    painter.fillRect(QRectF(0, 0, left, height()), outside);
    painter.fillRect(QRectF(right, 0, std::max(0., width() - right), height()), outside);
    painter.fillRect(QRectF(left, 0, 1, height()), edge);
    painter.fillRect(QRectF(right, 0, 1, height()), edge);
}

void TimelineRows::mousePressEvent(QMouseEvent *event)
{
    const std::optional<Row> row = rowAt(event->pos().y());
    if (event->button() != Qt::LeftButton || !row || !m_table->selectionModel()) {
        QWidget::mousePressEvent(event);
        return;
    }
    const bool adds = event->modifiers().testFlag(Qt::ControlModifier);
    m_table->selectionModel()->setCurrentIndex(
        row->index,
        (adds ? QItemSelectionModel::Toggle : QItemSelectionModel::ClearAndSelect)
            | QItemSelectionModel::Rows);
}

void TimelineRows::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        m_inks.reset();
    QWidget::changeEvent(event);
}

bool TimelineRows::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), tipAt(help->pos()), this);
    return true;
}

QString TimelineRows::tipAt(const QPoint &point) const
{
    const std::optional<Row> row = rowAt(point.y());
    const record::TaskRecord *const task = row ? m_recordAt(row->index) : nullptr;
    if (task == nullptr)
        return {};
    const TaskBar bar = barOf(*task, m_state.facts, m_state.now);
    const BarPiece *const piece = bar.at(m_state.range.timeAt(point.x()));
    return piece == nullptr ? QString() : tipOf(*task, *piece).join(QLatin1Char('\n'));
}

} // namespace lapwing::ui
