// SPDX-License-Identifier: MIT
#include "report/picture/bars.h"

#include "report/picture/textmetrics.h"
#include "text/amounts.h"

#include <algorithm>
#include <array>

namespace lapwing::report {
namespace {

using record::TaskState;

constexpr std::array looks{
    PartLook{Part::Queued, ColorRole::Queued, Hatch::None, false, true},
    PartLook{Part::LookUp, ColorRole::LookUp, Hatch::Upright, true, false},
    PartLook{Part::SetUp, ColorRole::SetUp, Hatch::Rising, true, false},
    PartLook{Part::Reused, ColorRole::SetUp, Hatch::None, false, false},
    PartLook{Part::Wait, ColorRole::Wait, Hatch::None, true, false},
    PartLook{Part::Receive, ColorRole::Receive, Hatch::None, true, false},
    PartLook{Part::Retry, ColorRole::Retry, Hatch::Falling, false, false},
    PartLook{Part::Commit, ColorRole::Commit, Hatch::Falling, true, false},
    PartLook{Part::Paused, ColorRole::Queued, Hatch::None, false, true},
    PartLook{Part::Unexplained, ColorRole::Unexplained, Hatch::Sparse, false, false},
};

constexpr bool inOrder()
{
    for (std::size_t place = 0; place < looks.size(); ++place) {
        if (static_cast<std::size_t>(looks[place].part) != place)
            return false;
    }
    return looks.size() == partCount;
}
static_assert(inOrder(), "the look of each part, in the order of the enumeration");

void drawLine(Canvas &canvas, Part part, const Box &box)
{
    const double middle = box.y + box.height / 2;
    const bool isPause = part == Part::Paused;
    canvas.line(box.x, middle, box.right(), middle,
                {ColorRole::Queued, isPause ? 2. : 1.2, isPause ? "1 3" : nullptr});
}

/// Two letters at least have to fit beside the padding.
void drawWords(Canvas &canvas, const Segment &segment, const Box &box)
{
    const bool hasRoom = segment.part == Part::Wait || segment.part == Part::Receive;
    const double size = std::min(9.5, box.height - 3.5);
    if (!hasRoom || size < 8)
        return;
    const QString time = text::asFineTime(segment.to - segment.from);
    const QString words = titleOf(segment.part).toLower() + u' ' + time;
    const Letters letters{size,
                          segment.part == Part::Wait ? ColorRole::OnLight : ColorRole::OnDark};
    for (const QString &text : {words, time}) {
        if (widthOf(text, size) + 8 > box.width)
            continue;
        canvas.text(box.x + 4, box.y + box.height / 2 + size * 0.36, text, letters);
        return;
    }
}

/// In a square of 10.
QByteArray strokesOf(TaskState state)
{
    switch (state) {
    case TaskState::Done:
        return "M1 5.5 L4 8.5 L9 2";
    case TaskState::Unverified:
        return "M2.8 3.4 C2.8 0.4 7.4 0.4 7.4 3.2 C7.4 5 5.1 5 5.1 6.8 M5.1 8.6 L5.1 9.6";
    case TaskState::Failed:
        return "M1.5 1.5 L8.5 8.5 M8.5 1.5 L1.5 8.5";
    case TaskState::Cancelled:
        return "M2 2 L8 2 L8 8 L2 8 Z";
    default:
        return "M5 1.5 C9.6 1.5 9.6 8.5 5 8.5 C0.4 8.5 0.4 1.5 5 1.5";
    }
}

/// "M1 2" moved and enlarged.
QByteArray moved(const QByteArray &strokes, double x, double y, double times)
{
    QByteArray data;
    bool isX = true;
    for (const QByteArray &word : strokes.split(' ')) {
        const bool hasLetter = !word.isEmpty() && word.front() >= 'A' && word.front() <= 'Z';
        const QByteArray number = hasLetter ? word.mid(1) : word;
        data += data.isEmpty() || hasLetter ? QByteArray() : QByteArray(" ");
        data += hasLetter ? word.left(1) : QByteArray();
        if (number.isEmpty())
            continue;
        data += plainNumber((isX ? x : y) + number.toDouble() * times).toLatin1();
        isX = !isX;
    }
    return data;
}

} // namespace

const PartLook &lookOf(Part part)
{
    return looks[static_cast<std::size_t>(part)];
}

Box boxOf(const Segment &segment, const Scale &scale, double top, double height)
{
    const double from = scale.at(segment.from);
    return {from, top, std::max(scale.at(segment.to) - from, thinnest), height};
}

std::optional<ColorRole> fillOf(Part part)
{
    const bool isIdle = part == Part::Queued || part == Part::Retry || part == Part::Paused
        || part == Part::Unexplained;
    return isIdle ? std::nullopt : std::optional(lookOf(part).ink);
}

void drawPart(Canvas &canvas, Part part, const Box &box)
{
    const PartLook &look = lookOf(part);
    if (look.isLine) {
        drawLine(canvas, part, box);
        return;
    }
    if (look.isFilled)
        canvas.rect(box, look.ink);
    else if (box.width > 2)
        canvas.frame({box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1}, {look.ink});
    else
        canvas.rect(box, look.ink, 0.6);
    if (box.width > 3)
        canvas.hatch(box, look.hatch,
                     {look.isFilled ? ColorRole::OnLight : look.ink, 0.9, nullptr,
                      look.isFilled ? 0.55 : 0.8});
}

void drawBar(Canvas &canvas, const Segment &segment, const Scale &scale, double top, double height)
{
    const Box box = boxOf(segment, scale, top, height);
    const bool isGap = segment.part == Part::Unexplained;
    if (isGap && box.width < 1) // the stamps of one moment are never quite the same
        return;
    drawPart(canvas, segment.part, box);
    drawWords(canvas, segment, box);
    if (segment.isFromLate)
        drawLateMark(canvas, box.x, top);
    if (segment.isToLate)
        drawLateMark(canvas, box.right(), top);
}

void drawLateMark(Canvas &canvas, double x, double top)
{
    canvas.area(moved("M0 -3 L3 0 L0 3 L-3 0 Z", x, top, 1), ColorRole::Still);
    canvas.path(moved("M0 -3 L3 0 L0 3 L-3 0 Z", x, top, 1), {ColorRole::Text, 0.8});
}

void drawIcon(Canvas &canvas, TaskState state, double x, double middle, double size)
{
    canvas.path(moved(strokesOf(state), x, middle - size / 2, size / 10),
                {inkOf(state), size / 6.5});
}

ColorRole inkOf(TaskState state)
{
    switch (state) {
    case TaskState::Done:
        return ColorRole::Done;
    case TaskState::Unverified:
        return ColorRole::Doubtful;
    case TaskState::Failed:
        return ColorRole::Bad;
    default:
        return ColorRole::Muted;
    }
}

} // namespace lapwing::report
