// SPDX-License-Identifier: MIT
#include "retelltables.h"

#include <QHeaderView>

namespace lapwing::ui {

void retellTables(QWidget *window)
{
    for (QHeaderView *header : window->findChildren<QHeaderView *>()) {
        if (header->count() > 0)
            header->headerDataChanged(header->orientation(), 0, header->count() - 1);
    }
    for (const QAbstractItemView *view : window->findChildren<QAbstractItemView *>())
        view->viewport()->update();
}

} // namespace lapwing::ui
