// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

#include <memory>

namespace lapwing::ui {

namespace Ui {
class DiskFullBar;
}

/// Says that everything waits for room on a disk, for as long as it does. A bar and no dialog: nothing is
/// lost, and nothing hurries.
class DiskFullBar : public QFrame {
    Q_OBJECT

public:
    explicit DiskFullBar(QWidget *parent = nullptr);
    ~DiskFullBar() override;

    /// Empty: there is nothing to say, and no bar.
    void setText(const QString &text);

Q_SIGNALS:
    void resumeAfterDiskFull();

protected:
    void changeEvent(QEvent *event) override;

private:
    void colourSign();

    std::unique_ptr<Ui::DiskFullBar> m_ui;
};

} // namespace lapwing::ui
