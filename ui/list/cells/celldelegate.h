// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"

#include <QStyledItemDelegate>

namespace lapwing::ui {

/// A cell of the task table, ready to be drawn.
struct Cell {
    QStyleOptionViewItem option; ///< as the model has it
    QModelIndex index;
    record::TaskState state;
    const QStyle *style;

    /// The background, the focus and the text of `option`, as in any other cell. From right to left the text is
    /// isolated there.
    void drawOrdinary(QPainter *painter);
    [[nodiscard]] QColor textColour() const;
    [[nodiscard]] bool isSelected() const { return option.state & QStyle::State_Selected; }
};

/// As any other cell.
void drawPlain(QPainter *painter, Cell cell);

/// Tints the cells of rows that failed, and draws them all by a function, which may leave the painter as it likes.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using Drawing = void (*)(QPainter *painter, Cell cell);

    CellDelegate(Drawing draw, QObject *parent) : QStyledItemDelegate(parent), m_draw(draw) { }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    Drawing m_draw;
};

} // namespace lapwing::ui
