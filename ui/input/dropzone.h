// SPDX-License-Identifier: MIT
#pragma once

#include "plan/lists/links.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace lapwing::ui {

class BackgroundQueue;

/// Makes a whole window a place to drop links on. While they hover it lies over the window and
/// says how many there are; they are read once.
class DropZone : public QWidget {
    Q_OBJECT

public:
    DropZone(QWidget *window, BackgroundQueue &errands);

    [[nodiscard]] QString text() const { return m_text; }

Q_SIGNALS:
    void dropped(const lapwing::plan::Links &links);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Drag {
        std::optional<plan::Links> links; ///< absent: still being read
        bool dropped = false;
    };

    void enter(class QDragEnterEvent *event);
    void drop(class QDropEvent *event);
    void leave();
    void setText(const QString &text);

    BackgroundQueue &m_errands;
    std::shared_ptr<Drag> m_drag; ///< the one that hovers
    QString m_text;
};

} // namespace lapwing::ui
