// SPDX-License-Identifier: MIT
#pragma once

#include "isolated.h"

#include <QStyledItemDelegate>

namespace lapwing::ui {

/// Cells whose text keeps its order where the table runs from right to left.
class IsolatedDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->text = isolated(option->text, option->direction);
    }
};

} // namespace lapwing::ui
