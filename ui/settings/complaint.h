// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace lapwing::ui {

/// What is wrong with the field beside it; takes no room while nothing is.
class Complaint : public QLabel {
    Q_OBJECT

public:
    explicit Complaint(QWidget *parent = nullptr);

    /// Empty: nothing is wrong.
    void say(const QString &sentence);
    [[nodiscard]] bool isEmpty() const { return text().isEmpty(); }
};

} // namespace lapwing::ui
