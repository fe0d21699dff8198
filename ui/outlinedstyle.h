// SPDX-License-Identifier: MIT
#pragma once

#include <QProxyStyle>

namespace lapwing::ui {

/// Fusion, whose check boxes and radio buttons have an outline in the colour of the text. Its own is a darker shade of
/// the window, which no role of the palette changes: on a dark window nobody sees it.
class OutlinedStyle : public QProxyStyle {
    Q_OBJECT

public:
    OutlinedStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
};

} // namespace lapwing::ui
