// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace lapwing::ui {

/// What is wrong with the field beside it; takes no room while nothing is.
class FieldError : public QLabel {
    Q_OBJECT

public:
    explicit FieldError(QWidget *parent = nullptr);

    /// Empty: nothing is wrong.
    void setMessage(const QString &sentence);
    [[nodiscard]] bool isEmpty() const { return text().isEmpty(); }
};

} // namespace lapwing::ui
