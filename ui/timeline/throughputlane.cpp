// SPDX-License-Identifier: MIT
#include "timeline/axis.h"
#include "timeline/lane.h"

#include "report/picture/scale.h"
#include "text/amounts.h"
#include "text/labels.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace lapwing::ui {
namespace {

using record::Stamp;
using report::ColorRole;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::ThroughputLane)
};

class ThroughputLane : public Lane {
public:
    using Lane::Lane;

    [[nodiscard]] QString key() const override { return QStringLiteral("throughput"); }
    [[nodiscard]] QString title() const override { return text::label(text::Label::Throughput); }
    /// Until the run is over it may still be less: bytes of a body that goes on are taken to have come evenly so far.
    [[nodiscard]] QString figures() const override
    {
        const HighestRate &highest = m_source.picture.highest;
        if (m_source.state.isRunning || highest.bytesPerSecond <= 0)
            return {};
        return Words::tr("at most %1 over %2")
            .arg(isolated(text::asRate(highest.bytesPerSecond)),
                 isolated(text::asTime(highest.over)));
    }
    [[nodiscard]] int height(const QFontMetrics &metrics) const override
    {
        return metrics.height() * 5 / 2;
    }

    void paint(QPainter &painter, const Inks &inks, const QRectF &area) const override
    {
        const double max = maxInSight();
        if (max <= 0)
            return;
        const double top = report::tickStep(max); // a scale in steps, which does not breathe
        QPolygonF curve;
        const auto [first, last] = inSight();
        for (std::size_t bin = first; bin < last; ++bin) {
            const double y =
                area.bottom() - m_source.picture.rates[bin] / top * (area.height() - 2);
            curve << QPointF(xOf(bin), y) << QPointF(xOf(bin + 1), y);
        }
        if (curve.isEmpty())
            return;
        QPolygonF ground = curve;
        ground << QPointF(curve.back().x(), area.bottom())
               << QPointF(curve.front().x(), area.bottom());
        QColor fill = inks.colour(ColorRole::Receive);
        fill.setAlphaF(0.3F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawPolygon(ground);
        painter.setPen(inks.colour(ColorRole::Receive));
        painter.drawPolyline(curve);
        paintScale(painter, inks, area, top);
    }

    [[nodiscard]] QString tipAt(const QPointF &point, const QRectF &) const override
    {
        const LanePicture &picture = m_source.picture;
        const Stamp moment = range().timeAt(point.x());
        if (moment < picture.window.from || moment >= end())
            return {};
        const auto bin = static_cast<std::size_t>((moment - picture.window.from) / picture.grain);
        if (bin >= picture.rates.size())
            return {};
        return isolated(text::asFineTime(moment)) + QStringLiteral(": ")
            + isolated(text::asRate(picture.rates[bin]));
    }

private:
    [[nodiscard]] double xOf(std::size_t bin) const
    {
        return range().x(m_source.picture.window.from
                         + m_source.picture.grain * static_cast<qint64>(bin));
    }

    /// Of the bins, those that are; none after the end of the run.
    [[nodiscard]] std::pair<std::size_t, std::size_t> inSight() const
    {
        const LanePicture &picture = m_source.picture;
        const auto place = [&picture](Stamp moment) {
            const qint64 bin = (moment - picture.window.from) / picture.grain;
            return std::min(static_cast<std::size_t>(std::max<qint64>(bin, 0)),
                            picture.rates.size());
        };
        return {place(range().from()), place(std::min(range().to(), end()) + picture.grain)};
    }

    [[nodiscard]] double maxInSight() const
    {
        const auto [first, last] = inSight();
        double max = 0;
        for (std::size_t bin = first; bin < last; ++bin)
            max = std::max(max, m_source.picture.rates[bin]);
        return max;
    }

    void paintScale(QPainter &painter, const Inks &inks, const QRectF &area, double top) const
    {
        painter.setPen(QPen(inks.colour(ColorRole::Rule), 1, Qt::DotLine));
        painter.drawLine(QPointF(0, area.top() + 2), QPointF(area.width(), area.top() + 2));
        const QString words = isolated(text::asRate(top));
        const QFontMetricsF metrics(painter.font());
        QRectF label(4, area.top() + 4, metrics.horizontalAdvance(words) + 4, metrics.height());
        if (range().isMirrored())
            label.moveRight(area.width() - 4);
        painter.fillRect(label, inks.colour(ColorRole::Paper)); // the curve may pass there
        painter.setPen(inks.colour(ColorRole::Muted));
        painter.drawText(label, Qt::AlignCenter, words);
    }
};

} // namespace

std::unique_ptr<Lane> makeThroughputLane(const LaneSource &source)
{
    return std::make_unique<ThroughputLane>(source);
}

} // namespace lapwing::ui
