// SPDX-License-Identifier: MIT
#include "report/picture/baselinestrip.h"

#include "measure/compare/completeness.h"
#include "measure/seconds.h"
#include "measure/times.h"
#include "report/picture/bars.h"
#include "report/picture/textmetrics.h"
#include "report/picture/waterfall.h"
#include "text/amounts.h"
#include "text/captions.h"
#include "text/labels.h"

#include <algorithm>
#include <array>

namespace lapwing::report {
namespace {

using text::Caption;
using text::Label;

using record::Run;
using record::Stamp;

constexpr double connectorHeight = 30;
constexpr double small = 46; ///< height of the run together, once more
constexpr double lane = 26;
constexpr double gap = 10;
constexpr std::size_t maxSmallRows = 110; ///< less than half a unit each would be grey
constexpr std::size_t maxBars = 200;      ///< of the lane; more are told unit by unit

/// One at a time: measured (low is high) or a range.
struct Ghost {
    Stamp low{};
    Stamp high{};
    const Run *run = nullptr;

    [[nodiscard]] bool isMeasured() const { return run != nullptr; }
};

std::optional<Ghost> ghostOf(const Document &document, const Drawn &drawn)
{
    if (drawn.oneAtATime != nullptr)
        return Ghost{measure::elapsedOfFiles(*drawn.oneAtATime),
                     measure::elapsedOfFiles(*drawn.oneAtATime), drawn.oneAtATime};
    const auto &comparison = document.comparison;
    if (!comparison || !comparison->baseline.range)
        return std::nullopt;
    return Ghost{comparison->baseline.range->low, comparison->baseline.range->high, nullptr};
}

/// One picture of it.
class Panel {
public:
    Panel(Canvas &canvas, const Run &together, const Ghost &ghost, bool isComparable, double top)
        : m_canvas(canvas)
        , m_together(together)
        , m_ghost(ghost)
        , m_isComparable(isComparable)
        , m_scale(Columns::plot, Columns::plotEnd,
                  measure::seconds(std::max({endOf(together), ghost.high,
                                             ghost.run != nullptr ? endOf(*ghost.run) : Stamp{}})))
        , m_first(top + connectorHeight)
        , m_second(m_first + small + gap)
    {
    }

    double draw()
    {
        drawLens();
        drawAxis(m_canvas, m_scale, m_first, m_second + lane + 4);
        drawLabel(m_first + small / 2, text::label(Label::Together),
                  text::caption(Caption::TimeMeasured)
                      .arg(text::asFineTime(measure::elapsedOfFiles(m_together))));
        drawTogether();
        drawLabel(m_second + lane / 2, text::label(Label::OneAtATime), wordsForGhost());
        drawOneAtATime();
        if (m_isComparable)
            drawSaved();
        return m_second + lane + 28;
    }

private:
    /// From the waterfall above to the same run, small: it is not another one.
    void drawLens()
    {
        const double wide = scaleOf(m_together).at(endOf(m_together));
        const double narrow = m_scale.at(endOf(m_together));
        const auto at = [](double x, double y) {
            return plainNumber(x).toLatin1() + ' ' + plainNumber(y).toLatin1();
        };
        const double top = m_first - connectorHeight + 6;
        m_canvas.area("M" + at(Columns::plot, top) + 'L' + at(wide, top) + 'L' + at(narrow, m_first)
                          + 'L' + at(Columns::plot, m_first) + 'Z',
                      ColorRole::Band);
        m_canvas.line(wide, top, narrow, m_first, {ColorRole::Rule});
        m_canvas.text(Columns::state, top + 12, text::label(Label::OnOneScale),
                      {11, ColorRole::Muted});
    }

    void drawLabel(double middle, const QString &title, const QString &words)
    {
        m_canvas.text(Columns::name, middle - 2, title, {13, ColorRole::Text, Anchor::Start, true});
        m_canvas.text(Columns::name, middle + 13,
                      clipped(words, Columns::plot - Columns::name - 12, 11),
                      {11, ColorRole::Muted});
    }

    [[nodiscard]] QString wordsForGhost() const
    {
        return m_ghost.isMeasured()
            ? text::caption(Caption::TimeMeasured).arg(text::asFineTime(m_ghost.high))
            : text::caption(Caption::RangeEstimated)
                  .arg(text::asFineTime(m_ghost.low), text::asFineTime(m_ghost.high));
    }

    void drawTogether()
    {
        const Stamp end = endOf(m_together);
        const std::size_t rows = m_together.tasks.size();
        if (rows == 0 || rows > maxSmallRows) {
            m_canvas.rect({m_scale.from(), m_first, m_scale.at(end) - m_scale.from(), small},
                          ColorRole::Receive);
            return;
        }
        const double height = small / static_cast<double>(rows);
        for (std::size_t row = 0; row < rows; ++row) {
            const double top = m_first + static_cast<double>(row) * height;
            const double bar = height > 3 ? height - 1 : height;
            for (const Segment &segment : segmentsOf(m_together.tasks[row], end)) {
                if (const std::optional<ColorRole> ink = fillOf(segment.part))
                    m_canvas.rect(boxOf(segment, m_scale, top, bar), *ink);
            }
        }
    }

    void drawOneAtATime()
    {
        if (!m_ghost.isMeasured())
            drawRange();
        else if (m_ghost.run->tasks.size() <= maxBars)
            drawBars();
        else
            drawUnits();
    }

    void drawRange()
    {
        const double low = m_scale.at(m_ghost.low);
        const double high = m_scale.at(m_ghost.high);
        const Box sure{m_scale.from(), m_second, low - m_scale.from(), lane};
        m_canvas.hatch(sure, Hatch::Rising, {ColorRole::Receive, 1});
        m_canvas.frame(sure, {ColorRole::Receive, 1.2});
        const Box maybe{low, m_second, std::max(high - low, thinnest), lane};
        m_canvas.hatch(maybe, Hatch::Sparse, {ColorRole::Receive, 1, nullptr, 0.6});
        m_canvas.frame(maybe, {ColorRole::Receive, 1.2, "4 3"});
        drawBoxed(maybe.x + maybe.width / 2, m_second + lane / 2, text::label(Label::Estimated),
                  maybe.width);
    }

    void drawBars()
    {
        const Stamp end = endOf(*m_ghost.run);
        for (const record::TaskRecord &task : m_ghost.run->tasks) {
            m_canvas.openGroup(
                {task.name, text::asFineTime(measure::between(task.start, task.end))});
            for (const Segment &segment : segmentsOf(task, end)) {
                if (segment.part != Part::Queued
                    && m_scale.at(segment.to) - m_scale.at(segment.from) >= 0.1)
                    drawPart(m_canvas, segment.part, boxOf(segment, m_scale, m_second, lane));
            }
            m_canvas.closeGroup();
        }
    }

    /// What most of each unit of width was.
    [[nodiscard]] std::vector<Part> partOfUnits() const
    {
        const auto units = static_cast<std::size_t>(m_scale.to() - m_scale.from());
        std::vector<std::array<double, partCount>> shares(units);
        const Stamp end = endOf(*m_ghost.run);
        for (const record::TaskRecord &task : m_ghost.run->tasks) {
            for (const Segment &segment : segmentsOf(task, end)) {
                if (segment.part != Part::Queued)
                    share(segment, shares);
            }
        }
        std::vector<Part> parts;
        for (const auto &unit : shares)
            parts.push_back(static_cast<Part>(std::ranges::max_element(unit) - unit.begin()));
        return parts;
    }

    void share(const Segment &segment, std::vector<std::array<double, partCount>> &shares) const
    {
        const double from = m_scale.at(segment.from) - m_scale.from();
        const double to = m_scale.at(segment.to) - m_scale.from();
        for (auto unit = static_cast<std::size_t>(from); unit < shares.size(); ++unit) {
            const double begin = static_cast<double>(unit);
            if (begin >= to)
                break;
            shares[unit][static_cast<std::size_t>(segment.part)] +=
                std::min(to, begin + 1) - std::max(from, begin);
        }
    }

    void drawUnits()
    {
        const std::vector<Part> parts = partOfUnits();
        for (std::size_t from = 0, to = 0; from < parts.size(); from = to) {
            while (to < parts.size() && parts[to] == parts[from])
                ++to;
            if (parts[from] != Part::Queued)
                drawPart(m_canvas, parts[from],
                         {m_scale.from() + static_cast<double>(from), m_second,
                          static_cast<double>(to - from), lane});
        }
    }

    /// The end of together to the end of one at a time, or the other way round.
    void drawSaved()
    {
        const Stamp together = measure::elapsedOfFiles(m_together);
        const bool isFaster = m_ghost.high > together;
        const Stamp sure = isFaster ? std::max(m_ghost.low, together) : together;
        const Stamp from = isFaster ? together : m_ghost.high;
        const ColorRole ink = isFaster ? ColorRole::Saved : ColorRole::Bad;
        const double y = isFaster ? m_first : m_second;
        const double height = isFaster ? small : lane;
        const Box box{m_scale.at(from), y, m_scale.at(sure) - m_scale.at(from), height};
        m_canvas.hatch(box, Hatch::Rising, {ink, 1.1, nullptr, 0.9});
        m_canvas.frame(box, {ink, 1.2});
        const Box maybe{box.right(), y, m_scale.at(m_ghost.high) - box.right(), height};
        if (isFaster && maybe.width > 1) {
            m_canvas.hatch(maybe, Hatch::Sparse, {ink, 1, nullptr, 0.6});
            m_canvas.frame(maybe, {ink, 1, "4 3"});
        }
        const double right = isFaster ? m_scale.at(m_ghost.high) : box.right();
        drawBoxed((box.x + right) / 2, y + height / 2, savedText(together, isFaster),
                  right - box.x);
    }

    [[nodiscard]] QString savedText(Stamp together, bool isFaster) const
    {
        if (!isFaster)
            return text::caption(Caption::TimeLost).arg(text::asFineTime(together - m_ghost.high));
        const Stamp max = m_ghost.high - together;
        if (m_ghost.isMeasured())
            return text::caption(Caption::TimeSaved).arg(text::asFineTime(max));
        const Stamp min = m_ghost.low - together;
        if (min < std::chrono::milliseconds(1))
            return text::caption(Caption::UpToSaved).arg(text::asFineTime(max));
        return text::caption(Caption::RangeSaved).arg(text::asFineTime(min), text::asFineTime(max));
    }

    /// In the middle of a hatched span, or beside the plot where that is too narrow.
    void drawBoxed(double middle, double y, const QString &text, double room)
    {
        const double size = 13;
        const double width = widthOf(text, size) * 1.08;
        if (width + 16 > room) {
            m_canvas.text(Columns::state, y + 5, clipped(text, 256, size),
                          {size, ColorRole::Text, Anchor::Start, true});
            return;
        }
        m_canvas.rect({middle - width / 2 - 6, y - 10, width + 12, 20}, ColorRole::Paper);
        m_canvas.text(middle, y + 4.7, text, {size, ColorRole::Text, Anchor::Middle, true});
    }

    Canvas &m_canvas;
    const Run &m_together;
    const Ghost &m_ghost;
    bool m_isComparable;
    Scale m_scale;
    double m_first;
    double m_second;
};

} // namespace

double drawGhost(Canvas &canvas, const Document &document, const Drawn &drawn, double top)
{
    const std::optional<Ghost> ghost = ghostOf(document, drawn);
    if (drawn.together == nullptr || !ghost)
        return top;
    const bool isComparable = document.comparison && document.comparison->speedup.isComparable();
    return Panel(canvas, *drawn.together, *ghost, isComparable, top).draw();
}

} // namespace lapwing::report
