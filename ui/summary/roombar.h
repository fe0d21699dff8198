// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

#include <memory>

namespace lapwing::ui {

namespace Ui {
class RoomBar;
}

/// Says that everything waits for room on a disk, for as long as it does. A bar and no dialog: nothing is
/// lost, and nothing hurries.
class RoomBar : public QFrame {
    Q_OBJECT

public:
    explicit RoomBar(QWidget *parent = nullptr);
    ~RoomBar() override;

    /// Empty: there is nothing to say, and no bar.
    void show(const QString &text);

Q_SIGNALS:
    void goOn();

protected:
    void changeEvent(QEvent *event) override;

private:
    void colourSign();

    std::unique_ptr<Ui::RoomBar> m_ui;
};

} // namespace lapwing::ui
