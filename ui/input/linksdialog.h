// SPDX-License-Identifier: MIT
#pragma once

#include "run/backgroundqueue.h"

#include <QDialog>

#include <memory>

namespace lapwing::ui {

namespace Ui {
class LinksDialog;
}

/// Links to type or paste, many at once, counted while one writes.
class LinksDialog : public QDialog {
    Q_OBJECT

public:
    /// `text`: what to begin with.
    explicit LinksDialog(const QString &text, QWidget *parent = nullptr);
    ~LinksDialog() override;

    [[nodiscard]] QString text() const;

private:
    void count();

    std::unique_ptr<Ui::LinksDialog> m_ui;
    BackgroundQueue m_errands;
    bool m_counting = false;
    bool m_changed = false; ///< since the count that is being made began
};

} // namespace lapwing::ui
