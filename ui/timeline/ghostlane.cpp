// SPDX-License-Identifier: MIT
#include "timeline/axis.h"
#include "timeline/barpainter.h"
#include "timeline/lane.h"

#include "text/amounts.h"
#include "text/captions.h"
#include "text/labels.h"

#include <QPainter>

#include <algorithm>

namespace lapwing::ui {
namespace {

using record::Stamp;
using report::ColorRole;
using report::Hatch;
using text::Caption;

QString time(Stamp time)
{
    return isolated(text::asFineTime(time));
}

class GhostLane : public Lane {
public:
    using Lane::Lane;

    [[nodiscard]] QString key() const override { return QStringLiteral("oneAtATime"); }
    [[nodiscard]] QString title() const override { return text::label(text::Label::OneAtATime); }
    [[nodiscard]] QString figures() const override
    {
        if (!m_source.oneAtATime)
            return {};
        const measure::Range &range = m_source.oneAtATime->range;
        const QString all = m_source.oneAtATime->isMeasured
            ? text::caption(Caption::TimeMeasured).arg(time(range.high))
            : text::caption(Caption::RangeEstimated).arg(time(range.low), time(range.high));
        const QString saved = savedText();
        return saved.isEmpty() ? all : all + QStringLiteral("; ") + saved;
    }
    [[nodiscard]] int height(const QFontMetrics &metrics) const override
    {
        return metrics.height() * 3 / 2;
    }

    void paint(QPainter &painter, const Inks &inks, const QRectF &area) const override
    {
        const QRectF lane = area.adjusted(0, 1, 0, -2);
        if (m_source.oneAtATime && m_source.oneAtATime->isMeasured)
            paintMeasured(painter, inks, lane);
        else
            paintBars(painter, inks, lane);
        if (m_source.oneAtATime)
            paintDifference(painter, inks, lane);
    }

    [[nodiscard]] QString tipAt(const QPointF &point, const QRectF &) const override
    {
        if (m_source.oneAtATime && m_source.oneAtATime->isMeasured)
            return figures();
        const Stamp moment = range().timeAt(point.x());
        for (const SlotSpan &span : m_source.picture.ghost) {
            if (span.row >= 0 && moment >= span.from && moment < span.to)
                return text::caption(Caption::PartWithTimes)
                    .arg(m_source.nameOf(span.row), time(span.to - span.from), time(span.from));
        }
        return figures();
    }

private:
    [[nodiscard]] QString savedText() const
    {
        const OneAtATime &alone = *m_source.oneAtATime;
        const Stamp max = alone.range.high - alone.together;
        const Stamp min = alone.range.low - alone.together;
        if (max <= Stamp{})
            return alone.isMeasured && max < Stamp{}
                ? text::caption(Caption::TimeLost).arg(time(-max))
                : QString();
        if (alone.isMeasured)
            return text::caption(Caption::TimeSaved).arg(time(max));
        if (min < std::chrono::milliseconds(1))
            return text::caption(Caption::UpToSaved).arg(time(max));
        return text::caption(Caption::RangeSaved).arg(time(min), time(max));
    }

    /// The bars as long as each took in this run: what the high end of the estimate adds up.
    void paintBars(QPainter &painter, const Inks &inks, const QRectF &lane) const
    {
        for (const SlotSpan &span : m_source.picture.ghost) {
            const QRectF box = boxOf(range(), span.from, span.to, lane.top(), lane.height());
            if (box.right() < 0 || box.left() > lane.width())
                continue;
            QColor fill = inks.colour(ColorRole::Receive);
            fill.setAlphaF(static_cast<float>(0.45 * span.share));
            painter.fillRect(box, fill);
            if (box.width() > 3)
                painter.fillRect(QRectF(box.right() - 1, box.top(), 1, box.height()),
                                 inks.colour(ColorRole::Paper));
        }
    }

    void paintMeasured(QPainter &painter, const Inks &inks, const QRectF &lane) const
    {
        painter.fillRect(
            boxOf(range(), {}, m_source.oneAtATime->range.high, lane.top(), lane.height()),
            inks.colour(ColorRole::Receive));
    }

    /// Hatched: what was saved, or lost; thinner, where the estimate does not say that surely.
    void paintDifference(QPainter &painter, const Inks &inks, const QRectF &lane) const
    {
        const measure::Range &alone = m_source.oneAtATime->range;
        const Stamp together = m_source.oneAtATime->together;
        const bool isFaster = alone.high > together;
        if (!isFaster && !m_source.oneAtATime->isMeasured)
            return;
        const Stamp from = std::min(together, alone.high);
        const Stamp sure = isFaster ? std::max(alone.low, together) : together;
        paintHatched(painter, inks, lane, from, sure, isFaster, true);
        if (isFaster && alone.high > sure)
            paintHatched(painter, inks, lane, sure, alone.high, isFaster, false);
        paintWords(painter, inks,
                   boxOf(range(), from, isFaster ? alone.high : sure, lane.top(), lane.height()));
    }

    void paintHatched(QPainter &painter, const Inks &inks, const QRectF &lane, Stamp from, Stamp to,
                      bool isFaster, bool isSure) const
    {
        const QRectF box = boxOf(range(), from, to, lane.top(), lane.height());
        if (to <= from || box.right() < 0 || box.left() > lane.width())
            return;
        const QColor ink = inks.colour(isFaster ? ColorRole::Saved : ColorRole::Bad);
        inks.drawHatch(painter, box, isSure ? Hatch::Rising : Hatch::Sparse, ink);
        painter.setPen(QPen(ink, 1.2, isSure ? Qt::SolidLine : Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    }

    void paintWords(QPainter &painter, const Inks &inks, const QRectF &box) const
    {
        const QRectF seen = box & QRectF(0, box.top(), range().width(), box.height());
        const QFontMetricsF metrics(painter.font());
        const QString words = savedText();
        const double wide = metrics.horizontalAdvance(words) + 12;
        if (words.isEmpty() || wide > seen.width())
            return;
        QRectF label(0, 0, wide, metrics.height());
        label.moveCenter(seen.center());
        painter.fillRect(label, inks.colour(ColorRole::Paper));
        painter.setPen(inks.colour(ColorRole::Text));
        painter.drawText(label, Qt::AlignCenter, words);
    }
};

} // namespace

std::unique_ptr<Lane> makeGhostLane(const LaneSource &source)
{
    return std::make_unique<GhostLane>(source);
}

} // namespace lapwing::ui
