// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace lapwing::ui {

/// The glyph in the colour of the state, the words in that of any text.
class StatusDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace lapwing::ui
