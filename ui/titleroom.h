// SPDX-License-Identifier: MIT
#pragma once

#include "letterwidth.h"

#include <QGridLayout>
#include <QGuiApplication>
#include <QMessageBox>

namespace lapwing::ui {

/// Makes a finished message box as wide as its title with the buttons beside it: Qt leaves 50 pixels for those
/// (QMessageBoxPrivate::updateSize), and the title is cut. Behind it Qt says the name of the program.
inline void makeRoomForTitle(QMessageBox *box)
{
    constexpr int charactersOfButtons = 24;
    const QFontMetrics metrics = box->fontMetrics();
    const QString title =
        box->windowTitle() + QStringLiteral(" — ") + QGuiApplication::applicationDisplayName();
    const int width = metrics.horizontalAdvance(title) + charactersOfButtons * letterWidth(metrics);
    if (auto *grid = qobject_cast<QGridLayout *>(box->layout()))
        grid->addItem(new QSpacerItem(width, 0, QSizePolicy::Minimum, QSizePolicy::Fixed),
                      grid->rowCount(), 0, 1, grid->columnCount());
}

} // namespace lapwing::ui
