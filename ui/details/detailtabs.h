// SPDX-License-Identifier: MIT
#pragma once

#include <QTabWidget>

namespace lapwing::ui {

/// No higher than its minimum unless there is room: what scrolls asks for the height that is preferred, where Qt's is
/// that of a list of 192 pixels.
class DetailTabs : public QTabWidget {
public:
    using QTabWidget::QTabWidget;

    [[nodiscard]] QSize sizeHint() const override
    {
        return {QTabWidget::sizeHint().width(), minimumHeight()};
    }
};

} // namespace lapwing::ui
