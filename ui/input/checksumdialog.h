// SPDX-License-Identifier: MIT
#pragma once

#include "plan/entry.h"

#include <QDialog>

#include <memory>

namespace lapwing::ui {

namespace Ui {
class ChecksumDialog;
}

/// Asks what one file must hash to. Nothing in the field: nothing is known of it.
class ChecksumDialog : public QDialog {
    Q_OBJECT

public:
    explicit ChecksumDialog(const plan::Entry &entry, QWidget *parent = nullptr);
    ~ChecksumDialog() override;

    [[nodiscard]] std::optional<plan::Checksum> checksum() const;

private:
    void check();

    std::unique_ptr<Ui::ChecksumDialog> m_ui;
};

} // namespace lapwing::ui
