// SPDX-License-Identifier: MIT
#include "list/cells/progresscell.h"

#include "isolated.h"
#include "list/statusstyle.h"
#include "list/taskmodel.h"

#include <QDateTime>
#include <QPainter>

namespace lapwing::ui {
namespace {

/// Where the block of a task of unknown size stands: to and fro in two seconds.
double swing()
{
    const double phase = static_cast<double>(QDateTime::currentMSecsSinceEpoch() % 2000) / 1000.0;
    return phase < 1 ? phase : 2 - phase;
}

/// The part of `bar` that is filled.
QRectF filled(const QRectF &bar, const QVariant &fraction, bool running)
{
    if (fraction.isValid())
        return {bar.left(), bar.top(), bar.width() * fraction.toDouble(), bar.height()};
    if (!running)
        return {};
    const double block = bar.width() / 4;
    return {bar.left() + (bar.width() - block) * swing(), bar.top(), block, bar.height()};
}

/// A bar says how far something is that is not over: a finished row needs none, nor one of which nothing is there.
bool hasBar(const Cell &cell)
{
    using record::TaskState;
    const bool isMoving = cell.state == TaskState::Waiting || cell.state == TaskState::Downloading
        || cell.state == TaskState::Committing;
    return !record::hasFile(cell.state)
        && (isMoving || cell.index.data(TaskModel::FractionRole).toDouble() > 0);
}

void drawBar(QPainter *painter, const QRectF &bar, const Cell &cell)
{
    const bool running = cell.state == record::TaskState::Waiting
        || cell.state == record::TaskState::Downloading
        || cell.state == record::TaskState::Committing;
    const QPalette &palette = cell.option.palette;
    painter->fillRect(bar, palette.color(QPalette::AlternateBase));
    painter->fillRect(filled(bar, cell.index.data(TaskModel::FractionRole), running),
                      QBrush(colourOf(cell.state, palette), lookOf(cell.state).fill));
    painter->setPen(palette.color(QPalette::Mid));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(bar);
}

} // namespace

void drawProgress(QPainter *painter, Cell cell)
{
    const QString text = std::exchange(cell.option.text, QString());
    cell.drawOrdinary(painter);

    const QFontMetrics &metrics = cell.option.fontMetrics;
    const int margin = cell.style->pixelMetric(QStyle::PM_FocusFrameHMargin) + 2;
    const QRect inner = cell.option.rect.adjusted(margin, 0, -margin, 0);
    const int textWidth = metrics.horizontalAdvance(QStringLiteral("100 % "));
    const int height = metrics.ascent();
    QRect bar(inner.left(), inner.center().y() - height / 2, std::max(0, inner.width() - textWidth),
              height);
    QRect label(bar.right() + 1, inner.top(), textWidth, inner.height());
    bar = QStyle::visualRect(cell.option.direction, inner, bar);
    label = QStyle::visualRect(cell.option.direction, inner, label);

    if (hasBar(cell))
        drawBar(painter, QRectF(bar).adjusted(0.5, 0.5, -0.5, -0.5), cell);
    const bool isQuiet = record::hasFile(cell.state) && !cell.isSelected();
    painter->setPen(isQuiet ? cell.option.palette.color(QPalette::PlaceholderText)
                            : cell.textColour());
    painter->drawText(label, Qt::AlignRight | Qt::AlignVCenter,
                      isolated(text, cell.option.direction));
}

} // namespace lapwing::ui
