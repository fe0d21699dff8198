// SPDX-License-Identifier: MIT
#pragma once

#include <QToolButton>

class QStyleOptionToolButton;
class QStylePainter;

namespace lapwing::ui {

/// What a lane is called and what it says, in one line that gives way. Checked: the lane is open.
class LaneTitle : public QToolButton {
    Q_OBJECT

public:
    explicit LaneTitle(QWidget *parent);
    void setWords(const QString &title, const QString &figures);

    [[nodiscard]] QSize sizeHint() const override; ///< whatever the words are
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void drawMirrored(QStylePainter &painter, QStyleOptionToolButton &option) const;
    void turnArrow();
};

} // namespace lapwing::ui
