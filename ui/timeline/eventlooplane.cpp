// SPDX-License-Identifier: MIT
#include "timeline/axis.h"
#include "timeline/barpainter.h"
#include "timeline/lane.h"

#include "text/amounts.h"
#include "text/captions.h"
#include "text/labels.h"

#include <QPainter>

namespace lapwing::ui {
namespace {

using report::ColorRole;
using text::Caption;

class EventLoopLane : public Lane {
public:
    using Lane::Lane;

    [[nodiscard]] QString key() const override { return QStringLiteral("eventLoop"); }
    [[nodiscard]] QString title() const override { return text::label(text::Label::EventLoop); }
    [[nodiscard]] QString figures() const override
    {
        if (!m_source.state.facts.loop)
            return {};
        const record::Loop &loop = *m_source.state.facts.loop;
        const int count = static_cast<int>(loop.stills.size()) + loop.uncountedStills;
        if (count == 0)
            return text::caption(Caption::NeverBlocked).arg(record::Loop::stillness.count());
        return text::caption(Caption::BlockedTimes, count)
            .arg(isolated(text::asFineTime(loop.longestStall)));
    }
    [[nodiscard]] int height(const QFontMetrics &metrics) const override
    {
        return metrics.height();
    }

    void paint(QPainter &painter, const Inks &inks, const QRectF &area) const override
    {
        if (!m_source.state.facts.loop)
            return;
        const QRectF run = boxOf(range(), {}, range().end(), area.top(), area.height());
        painter.setPen(QPen(inks.colour(ColorRole::Rule), 1.5));
        painter.drawLine(QPointF(run.left(), area.center().y()),
                         QPointF(run.right(), area.center().y()));
        painter.setPen(QPen(inks.colour(ColorRole::Text), 0.8));
        painter.setBrush(inks.colour(ColorRole::Still));
        for (const record::LoopStall &stall : m_source.state.facts.loop->stills) {
            QRectF box = boxOf(range(), stall.from, stall.to, area.top() + 1, area.height() - 3);
            box.setWidth(std::max(box.width(), 1.5));
            if (box.right() >= 0 && box.left() <= area.width())
                painter.drawRect(box);
        }
    }

    [[nodiscard]] QString tipAt(const QPointF &point, const QRectF &) const override
    {
        if (!m_source.state.facts.loop)
            return {};
        const record::Stamp near = range().perPixel() * 2;
        const record::Stamp moment = range().timeAt(point.x());
        for (const record::LoopStall &stall : m_source.state.facts.loop->stills) {
            if (moment >= stall.from - near && moment <= stall.to + near)
                return text::caption(Caption::PartWithTimes)
                    .arg(text::label(text::Label::EventLoopBlocked),
                         isolated(text::asFineTime(stall.to - stall.from)),
                         isolated(text::asFineTime(stall.from)));
        }
        return {};
    }
};

} // namespace

std::unique_ptr<Lane> makeEventLoopLane(const LaneSource &source)
{
    return std::make_unique<EventLoopLane>(source);
}

} // namespace lapwing::ui
