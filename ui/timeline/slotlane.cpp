// SPDX-License-Identifier: MIT
#include "timeline/barpainter.h"
#include "timeline/lane.h"

#include "text/amounts.h"
#include "text/captions.h"
#include "timeline/axis.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace lapwing::ui {
namespace {

using record::Stamp;
using report::ColorRole;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::SlotLane)
};

/// Slots as high as text, until all of them together would be higher than so many.
constexpr int mostTextRows = 8;

class SlotLane : public Lane {
public:
    using Lane::Lane;

    [[nodiscard]] QString key() const override { return QStringLiteral("slots"); }
    [[nodiscard]] QString title() const override { return Words::tr("Slots"); }
    [[nodiscard]] QString figures() const override
    {
        if (m_source.picture.slotCount == 0)
            return {};
        return Words::tr("%1 at once, up to %n in use", nullptr, m_source.picture.slotCount)
            .arg(QLocale().toString(atOnceAt(m_source.state.facts, m_source.state.now)));
    }
    [[nodiscard]] int height(const QFontMetrics &metrics) const override
    {
        return metrics.height() * std::clamp(count(), 1, mostTextRows);
    }

    void paint(QPainter &painter, const Inks &inks, const QRectF &area) const override
    {
        paintPlaces(painter, inks, area);
        const double row = area.height() / count();
        for (const SlotSpan &span : m_source.picture.slots) {
            const QRectF box = boxOf(range(), span.from, span.to, area.top() + span.slot * row, row)
                                   .adjusted(0, row > 4 ? 1 : 0, 0, 0);
            if (box.right() >= 0 && box.left() <= area.width())
                paintSpan(painter, inks, span, box);
        }
    }

    [[nodiscard]] QString tipAt(const QPointF &point, const QRectF &area) const override
    {
        const int slot = static_cast<int>((point.y() - area.top()) * count() / area.height());
        const Stamp moment = range().timeAt(point.x());
        const QString place = Words::tr("Slot %1").arg(QLocale().toString(slot + 1));
        for (const SlotSpan &span : m_source.picture.slots) {
            if (span.slot != slot || moment < span.from || moment >= span.to)
                continue;
            const QString name =
                span.row < 0 ? Words::tr("several downloads") : m_source.nameOf(span.row);
            return place + QLatin1Char('\n')
                + text::caption(text::Caption::PartWithTimes)
                      .arg(name, isolated(text::asFineTime(span.to - span.from)),
                           isolated(text::asFineTime(span.from)));
        }
        return moment < end() ? place + QLatin1Char('\n') + Words::tr("idle") : QString();
    }

private:
    /// Rows to draw: what there may be, and what there was.
    [[nodiscard]] int count() const
    {
        int max = std::max(m_source.state.facts.atOnce, m_source.picture.slotCount);
        for (const record::AtOnceChange &change : m_source.state.facts.atOnceChanges)
            max = std::max(max, change.atOnce);
        return std::max(max, 1);
    }

    /// The slots that there were at each moment; where nothing is drawn over them, they were idle.
    void paintPlaces(QPainter &painter, const Inks &inks, const QRectF &area) const
    {
        Stamp from{};
        int level = m_source.state.facts.atOnce;
        const auto places = [&](Stamp to) {
            const QRectF box =
                boxOf(range(), from, to, area.top(), area.height() * level / count());
            painter.fillRect(box, inks.colour(ColorRole::Band));
            inks.drawHatch(painter, box, report::Hatch::Sparse, inks.colour(ColorRole::Rule));
        };
        for (const record::AtOnceChange &change : m_source.state.facts.atOnceChanges) {
            places(change.at);
            from = change.at;
            level = change.atOnce;
        }
        if (end() > from)
            places(end());
    }

    void paintSpan(QPainter &painter, const Inks &inks, const SlotSpan &span,
                   const QRectF &box) const
    {
        QColor colour = inks.colour(ColorRole::Receive);
        colour.setAlphaF(static_cast<float>(span.share));
        painter.fillRect(box, colour);
        if (box.width() <= 2)
            return;
        painter.fillRect(QRectF(box.right() - 1, box.top(), 1, box.height()),
                         inks.colour(ColorRole::Paper));
        const QFontMetricsF metrics(painter.font());
        const QRectF seen = box & QRectF(0, box.top(), range().width(), box.height());
        if (span.row < 0 || box.height() < metrics.height() - 3
            || seen.width() < metrics.horizontalAdvance(u'x') * 5)
            return;
        painter.setPen(inks.isHighContrast() ? inks.colour(ColorRole::Paper)
                                             : inks.colour(ColorRole::OnDark));
        painter.drawText(seen.adjusted(3, -2, -4, 2), Qt::AlignVCenter,
                         isolated(metrics.elidedText(m_source.nameOf(span.row), Qt::ElideMiddle,
                                                     seen.width() - 7)));
    }
};

} // namespace

QString LaneSource::nameOf(int row) const
{
    const std::vector<record::SharedRecord> &tasks = allTasks();
    const auto place = static_cast<std::size_t>(row);
    return place < tasks.size() ? tasks[place]->name : QString();
}

std::unique_ptr<Lane> makeSlotLane(const LaneSource &source)
{
    return std::make_unique<SlotLane>(source);
}

} // namespace lapwing::ui
