// SPDX-License-Identifier: MIT
#pragma once

#include <QScrollArea>

namespace lapwing::ui {

/// A form that scrolls on a screen without room for it, so that the buttons below it stay in sight. It cannot have the
/// focus itself: its fields scroll into sight as they get it.
class ScrolledForm : public QScrollArea {
    Q_OBJECT

public:
    explicit ScrolledForm(QWidget *form, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override; ///< all of the form
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    /// The wheel scrolls, but for a field that has the focus: it would change numbers on its way.
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showFocus();
};

} // namespace lapwing::ui
