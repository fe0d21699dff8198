// SPDX-License-Identifier: MIT
#include "progressdelegate.h"

#include "statuslook.h"
#include "taskmodel.h"

#include <QApplication>
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

void drawBar(QPainter *painter, const QRectF &bar, const QModelIndex &index,
             const QPalette &palette)
{
    const auto state = static_cast<record::TaskState>(index.data(TaskModel::StateRole).toInt());
    const bool running = !record::isEnd(state) && state != record::TaskState::Queued;
    const QColor colour = colourOf(state, palette);
    painter->fillRect(bar, palette.color(QPalette::AlternateBase));
    painter->fillRect(filled(bar, index.data(TaskModel::FractionRole), running),
                      QBrush(colour, lookOf(state).fill));
    painter->setPen(palette.color(QPalette::Mid));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(bar);
}

} // namespace

void ProgressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = std::exchange(cell.text, QString());
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin) + 2;
    const QRect inner = cell.rect.adjusted(margin, 0, -margin, 0);
    const int textWidth = cell.fontMetrics.horizontalAdvance(QStringLiteral("100 % "));
    const int height = cell.fontMetrics.ascent();
    QRect bar(inner.left(), inner.center().y() - height / 2, std::max(0, inner.width() - textWidth),
              height);
    QRect label(bar.right() + 1, inner.top(), textWidth, inner.height());
    bar = QStyle::visualRect(cell.direction, inner, bar);
    label = QStyle::visualRect(cell.direction, inner, label);

    painter->save();
    drawBar(painter, QRectF(bar).adjusted(0.5, 0.5, -0.5, -0.5), index, cell.palette);
    const bool selected = cell.state & QStyle::State_Selected;
    painter->setPen(cell.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(label, Qt::AlignRight | Qt::AlignVCenter, text);
    painter->restore();
}

} // namespace lapwing::ui
