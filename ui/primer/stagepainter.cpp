// SPDX-License-Identifier: MIT
#include "primer/stagepainter.h"

#include "measure/seconds.h"
#include "report/picture/scale.h"
#include "text/amounts.h"
#include "text/captions.h"
#include "text/primer.h"
#include "trial/charts.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace lapwing::ui {
namespace {

using primer::Look;
using primer::Moment;
using primer::Piece;
using report::ColorRole;
using report::Hatch;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lapwing::ui::Stage)
};

/// A look is never told by its colour alone.
struct Ink {
    ColorRole role;
    Hatch hatch;
    bool isFilled;
};
constexpr std::array<Ink, primer::lookCount> inkOfLook{{
    {ColorRole::Text, Hatch::None, true},
    {ColorRole::Wait, Hatch::None, true},
    {ColorRole::Still, Hatch::Rising, false},
    {ColorRole::Commit, Hatch::Falling, true},
    {ColorRole::Receive, Hatch::None, true},
    {ColorRole::Still, Hatch::Upright, true},
}};

// In lines of text.
constexpr double titleHeight = 1.5;
constexpr double rowHeight = 1.3;
constexpr double axisHeight = 1.4;
constexpr double gap = 0.8;
constexpr double legendHeight = 1.3;

double linesOf(const SceneShown &scene)
{
    return titleHeight + rowHeight * static_cast<double>(scene.picture.rows.size() + 1) + axisHeight
        + gap;
}

double longestOf(const std::vector<SceneShown> &scenes)
{
    Moment longest{};
    for (const SceneShown &scene : scenes)
        longest = std::max(longest, scene.picture.end);
    return measure::seconds(longest);
}

QString titleOf(Look look)
{
    return text::pieceTitle(primer::toString(look));
}

QString wordsFor(const QString &row, const Piece &piece)
{
    return Words::tr("%1: %2, %3 to %4", "row, what it does, times")
        .arg(row, titleOf(piece.look), text::asSeconds(piece.from, 1),
             text::asSeconds(piece.to, 1));
}

class StagePainter {
public:
    StagePainter(QPainter &painter, const Inks &inks, const ChartCanvas &canvas, double max,
                 double names)
        : m_painter(painter)
        , m_inks(inks)
        , m_canvas(canvas)
        , m_line(canvas.lineHeight())
        , m_times(names + m_line, canvas.width() - m_line, max)
    {
    }

    void paint(const SceneShown &scene)
    {
        const QRectF head(0, m_top, m_canvas.width(), m_line * titleHeight);
        m_canvas.text(head, scene.title, {Qt::AlignLeft, ColorRole::Text, true});
        m_top += head.height();
        const double bottom = m_top + m_line * (linesOf(scene) - titleHeight - axisHeight - gap);
        paintAxis(bottom);
        for (const primer::RowPicture &row : scene.picture.rows)
            paintRow(row.name, row.pieces);
        const QRectF lane(m_times.from(), m_top + m_line * rowHeight / 2,
                          m_times.at(scene.picture.end) - m_times.from(), 1);
        m_canvas.fill(lane, m_canvas.colour(ColorRole::Muted));
        paintRow(text::loopTitle(), scene.picture.loop);
        m_top += m_line * (axisHeight + gap);
    }

    void paintLegend()
    {
        double x = 0;
        for (int place = 0; place < primer::lookCount; ++place) {
            const QString words = titleOf(static_cast<Look>(place));
            const double width = m_canvas.widthOf(words) + 2.2 * m_line;
            if (x > 0 && x + width > m_canvas.width()) {
                x = 0;
                m_top += m_line * legendHeight;
            }
            fill(static_cast<Look>(place), {x, m_top + m_line * 0.25, m_line, m_line * 0.8});
            m_canvas.text({x + 1.3 * m_line, m_top, width, m_line * legendHeight}, words,
                          {Qt::AlignLeft, ColorRole::Muted});
            x += width;
        }
    }

    [[nodiscard]] std::vector<StageTip> takeTips() { return std::move(m_tips); }

private:
    void paintAxis(double bottom)
    {
        const std::vector<double> ticks = m_times.ticks(m_line * 4);
        for (const double tick : ticks) {
            const double x = m_times.at(tick);
            m_canvas.line({x, m_top}, {x, bottom}, {m_canvas.colour(ColorRole::Rule), 1});
            m_canvas.text({x - m_line * 2, bottom, m_line * 4, m_line * axisHeight},
                          text::caption(text::Caption::Seconds).arg(report::tickText(tick, ticks)),
                          {Qt::AlignHCenter, ColorRole::Muted});
        }
    }

    void paintRow(const QString &name, const std::vector<Piece> &pieces)
    {
        const double height = m_line * rowHeight;
        m_canvas.text({0, m_top, m_times.from(), height}, name, {});
        for (const Piece &piece : pieces)
            paintPiece(name, piece, m_top + height * 0.14, height * 0.72);
        m_top += height;
    }

    /// Pieces that follow each other stay two: in between the code ran.
    void paintPiece(const QString &name, const Piece &piece, double top, double height)
    {
        const double from = m_times.at(piece.from);
        const double width = std::max(m_times.at(piece.to) - from - 1, report::thinnest);
        const QRectF box(from, top, width, height);
        fill(piece.look, box);
        m_tips.push_back({placed(box), wordsFor(name, piece)});
    }

    void fill(Look look, const QRectF &box)
    {
        const Ink &ink = inkOfLook[static_cast<std::size_t>(look)];
        if (ink.isFilled)
            m_canvas.fill(box, m_canvas.colour(ink.role));
        else
            m_canvas.frame(box, {m_canvas.colour(ink.role), 1});
        const ColorRole lines = ink.isFilled ? ColorRole::Paper : ink.role;
        m_inks.drawHatch(m_painter, placed(box), ink.hatch, m_canvas.colour(lines, 0.7));
    }

    [[nodiscard]] QRectF placed(const QRectF &box) const
    {
        return QRectF(m_canvas.pointAt(box.left(), box.top()),
                      m_canvas.pointAt(box.right(), box.bottom()))
            .normalized();
    }

    QPainter &m_painter;
    const Inks &m_inks;
    const ChartCanvas &m_canvas;
    double m_line;
    report::Scale m_times;
    double m_top = 0;
    std::vector<StageTip> m_tips;
};

/// What a row did, with pieces that look alike taken together; what was too short to see is left out.
QString spokenRow(const QString &name, const std::vector<Piece> &pieces)
{
    constexpr Moment minLength = std::chrono::milliseconds(50);
    std::vector<Piece> parts;
    for (const Piece &piece : pieces) {
        if (piece.length() < minLength)
            continue;
        if (!parts.empty() && parts.back().look == piece.look
            && piece.from - parts.back().to < minLength)
            parts.back().to = piece.to;
        else
            parts.push_back(piece);
    }
    QStringList words;
    for (const Piece &part : parts)
        words << wordsFor(name, part) + u'.';
    return words.join(u' ');
}

} // namespace

double stageLines(const std::vector<SceneShown> &scenes)
{
    double lines = 2 * legendHeight;
    for (const SceneShown &scene : scenes)
        lines += linesOf(scene);
    return lines;
}

std::vector<StageTip> paintStage(QPainter &painter, const Inks &inks, const ChartCanvas &canvas,
                                 const std::vector<SceneShown> &scenes)
{
    double names = canvas.widthOf(text::loopTitle());
    for (const SceneShown &scene : scenes) {
        for (const primer::RowPicture &row : scene.picture.rows)
            names = std::max(names, canvas.widthOf(row.name));
    }
    StagePainter stage(painter, inks, canvas, axisEnd(longestOf(scenes)), names);
    for (const SceneShown &scene : scenes)
        stage.paint(scene);
    if (!scenes.empty())
        stage.paintLegend();
    return stage.takeTips();
}

QString spokenStage(const std::vector<SceneShown> &scenes)
{
    QStringList words;
    for (const SceneShown &scene : scenes) {
        words << scene.title;
        if (!scene.isOver) // what changes all the time is not read out
            continue;
        for (const primer::RowPicture &row : scene.picture.rows)
            words << spokenRow(row.name, row.pieces);
        words << spokenRow(text::loopTitle(), scene.picture.loop);
    }
    words.removeAll(QString());
    return words.join(u' ');
}

} // namespace lapwing::ui
