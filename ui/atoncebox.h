// SPDX-License-Identifier: MIT
#pragma once

#include <QSpinBox>

namespace lapwing::ui {

/// How many downloads run at once. It can be reached with Tab, and yet Ctrl+V of links means the list while it has
/// the focus: only a number is pasted into it.
class AtOnceBox : public QSpinBox {
    Q_OBJECT

public:
    explicit AtOnceBox(QWidget *parent);

protected:
    bool event(QEvent *event) override;
};

} // namespace lapwing::ui
