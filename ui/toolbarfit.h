// SPDX-License-Identifier: MIT
#pragma once

#include <QAction>
#include <QToolBar>

namespace lapwing::ui {

/// Keeps every button of a tool bar in sight: where there is no room for all their words, first the lesser
/// actions are shown as icons alone, then all. Their names stay in their tool tips and for screen readers.
class ToolBarFit : public QObject {
    Q_OBJECT

public:
    /// Belongs to the bar, which is complete.
    ToolBarFit(QToolBar *bar, QList<QAction *> lesser);

    /// Of the bar with everything in it, shown or not, in words.
    [[nodiscard]] int widthOfAll() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Who loses the words, from the least to the most.
    enum class Wordless { Nobody, Lesser, Everybody };

    void fit();
    void apply(Wordless wordless);

    QToolBar *m_bar;
    QList<QAction *> m_lesser;
};

} // namespace lapwing::ui
