// SPDX-License-Identifier: MIT
#include "primer/stagepicture.h"

#include <algorithm>

namespace lapwing::primer {
namespace {

constexpr Look lookOf(Doing doing)
{
    switch (doing) {
    case Doing::Waits:
        return Look::Waits;
    case Doing::WaitsForThread:
        return Look::OnThread;
    case Doing::Computes:
        return Look::Computes;
    case Doing::Blocks:
        return Look::Blocks;
    default:
        return Look::Runs;
    }
}

/// What an event began, up to the next one of its row.
void addPieces(RowPicture &row, const StageEvent &event, Moment to, Moment patience)
{
    if (event.doing == Doing::Ended)
        return;
    const bool isLate = event.due && to > *event.due + patience;
    row.pieces.push_back({lookOf(event.doing), event.at, isLate ? *event.due : to});
    if (isLate)
        row.pieces.push_back({Look::Late, *event.due, to});
}

/// Of rows that run at a time one has called the other: that which blocks or computes says what is going on.
std::optional<Look> loopLook(const std::vector<Doing> &rows)
{
    for (const Doing doing : {Doing::Blocks, Doing::Computes, Doing::Runs}) {
        if (std::ranges::find(rows, doing) != rows.end())
            return lookOf(doing);
    }
    return std::nullopt;
}

void addToLoop(std::vector<Piece> &loop, Look look, Moment from, Moment to)
{
    if (!loop.empty() && loop.back().look == look && loop.back().to == from)
        loop.back().to = to;
    else
        loop.push_back({look, from, to});
}

Moment busyIn(const std::vector<Piece> &loop, const Piece &piece)
{
    Moment busy{};
    for (const Piece &work : loop)
        busy += std::max(std::min(work.to, piece.to) - std::max(work.from, piece.from), Moment());
    return busy;
}

} // namespace

bool wasDisturbed(const StagePicture &picture)
{
    for (const RowPicture &row : picture.rows) {
        const bool isIdle = std::ranges::any_of(row.pieces, [&picture](const Piece &piece) {
            return piece.look == Look::Late && busyIn(picture.loop, piece) < piece.length() / 2;
        });
        if (isIdle)
            return true;
    }
    return false;
}

QString toString(Look look)
{
    static constexpr const char *names[lookCount] = {"runs",   "waits",    "late",
                                                     "thread", "computes", "blocks"};
    return QLatin1String(names[static_cast<int>(look)]);
}

StagePicture pictureOf(const std::vector<StageEvent> &events, Moment now, Moment patience)
{
    StagePicture picture;
    std::vector<const StageEvent *> last; // of each row
    std::vector<Doing> doing;
    Moment before{};
    for (const StageEvent &event : events) {
        const auto row = static_cast<std::size_t>(event.row);
        if (const auto look = loopLook(doing))
            addToLoop(picture.loop, *look, before, event.at);
        before = event.at;
        if (row >= picture.rows.size()) {
            picture.rows.resize(row + 1);
            last.resize(row + 1);
            doing.resize(row + 1, Doing::Ended);
            picture.rows[row].name = event.name;
        } else if (last[row] != nullptr) {
            addPieces(picture.rows[row], *last[row], event.at, patience);
        }
        last[row] = &event;
        doing[row] = event.doing;
    }
    picture.end = std::max(now, before);
    if (const auto look = loopLook(doing))
        addToLoop(picture.loop, *look, before, picture.end);
    for (std::size_t row = 0; row < last.size(); ++row) {
        if (last[row] != nullptr)
            addPieces(picture.rows[row], *last[row], picture.end, patience);
    }
    return picture;
}

} // namespace lapwing::primer
