// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>

namespace lapwing::ui {

/// Text to read and to copy, as high as its lines are once they are wrapped: two at least, and beyond
/// twelve it scrolls.
class FittedText : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit FittedText(QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
};

} // namespace lapwing::ui
