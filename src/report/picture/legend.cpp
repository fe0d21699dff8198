// SPDX-License-Identifier: MIT
#include "report/picture/legend.h"

#include "report/picture/bars.h"
#include "report/picture/textmetrics.h"
#include "report/picture/waterfall.h"
#include "text/labels.h"

#include <algorithm>
#include <array>

namespace lapwing::report {
namespace {

using text::Label;

/// What the rows that are drawn have of each part.
struct Present {
    std::array<bool, partCount> parts{};
    bool isLate = false;
    bool isStill = false;
};

Present presentIn(const record::Run &run)
{
    Present present;
    const record::Stamp end = endOf(run);
    const Scale scale = scaleOf(run);
    for (std::size_t row = 0; row < std::min(run.tasks.size(), maxRows); ++row) {
        for (const Segment &segment : segmentsOf(run.tasks[row], end, run.facts.loop)) {
            const double width = scale.at(segment.to) - scale.at(segment.from);
            const bool isDrawn = segment.part != Part::Unexplained || width >= 1;
            present.parts[static_cast<std::size_t>(segment.part)] |= isDrawn;
            present.isLate |= segment.isLate();
        }
    }
    present.isStill = run.facts.loop && !run.facts.loop->stills.empty();
    return present;
}

/// Places items one after the other, and on the next line where there is no room.
class Items {
public:
    Items(Canvas &canvas, double top) : m_canvas(canvas), m_y(top) { }

    /// The place for a sample of 26 by 12; the words are drawn beside it.
    Box place(const QString &words)
    {
        const double width = 26 + 6 + widthOf(words, 11) + 22;
        if (m_x + width > Columns::width - Columns::margin) {
            m_x = Columns::margin;
            m_y += 20;
        }
        const Box box{m_x, m_y, 26, 12};
        m_canvas.text(m_x + 32, m_y + 10, words, {11, ColorRole::Muted});
        m_x += width;
        return box;
    }
    [[nodiscard]] double bottom() const { return m_y + 20; }

private:
    Canvas &m_canvas;
    double m_x = Columns::margin;
    double m_y;
};

} // namespace

double drawLegend(Canvas &canvas, const record::Run &run, double top)
{
    const Present present = presentIn(run);
    Items items(canvas, top);
    for (std::size_t place = 0; place < partCount; ++place) {
        const Part part = static_cast<Part>(place);
        if (present.parts[place])
            drawPart(canvas, part, items.place(titleOf(part)));
    }
    if (present.isLate) {
        const Box box = items.place(text::label(Label::TimeRecordedLate));
        drawLateMark(canvas, box.x + 13, box.y + 6);
    }
    if (present.isStill) {
        const Box box = items.place(text::label(Label::EventLoopBlocked));
        canvas.rect(box, ColorRole::Still);
        canvas.frame(box, {ColorRole::Text, 0.8});
    }
    return items.bottom();
}

} // namespace lapwing::report
