// SPDX-License-Identifier: MIT
#pragma once

#include <QToolButton>

namespace lapwing::ui {

/// A button of the tool bar that keeps its width whatever it says. Of several actions it stands for the last that
/// can be used, and for the first while none can.
///
/// It follows them by itself rather than as QToolButton::defaultAction(): that would hand the focus to the next
/// button whenever it is disabled for a moment, and a second press of Space would stop what the first one started.
class SteadyButton : public QToolButton {
    Q_OBJECT

public:
    SteadyButton(QList<QAction *> actions, QWidget *parent);

    /// Stands for this one, of its actions, whenever it can be used; null: for none rather than another.
    void prefer(QAction *action);
    /// Has room for this text too, instead of one that was named before.
    void reserve(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();
    void openMenu();
    void setUsable(bool usable);
    [[nodiscard]] QAction *chosen() const;
    [[nodiscard]] int widthOf(const QString &text) const;

    QList<QAction *> m_actions;
    QAction *m_preferred = nullptr;
    QString m_reserved;
    bool m_hadFocus = false; ///< when it was disabled
};

} // namespace lapwing::ui
