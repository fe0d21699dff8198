// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace lapwing::ui {

/// A bar and its per cent. Shape says what colour says: a failed bar is hatched, a size that
/// nobody knows is a block that moves.
class ProgressDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace lapwing::ui
