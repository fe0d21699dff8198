// SPDX-License-Identifier: MIT
#pragma once

#include "list/taskgroup.h"

#include <QWidget>

#include <map>

class QButtonGroup;
class QLabel;
class QToolButton;

namespace lapwing::ui {

/// The groups as buttons with their numbers, one of them chosen, and a line about what a search shows.
///
/// A button keeps its place while its number changes: it is as wide as the number of all rows needs. Only the last
/// ones, which are rarely of use, come and go, and what has not started has the place of what is queued.
class FilterBar : public QWidget {
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    void setCounts(const RowCounts &counts);
    [[nodiscard]] TaskGroup group() const;
    void setGroup(TaskGroup group);
    void setNote(const QString &note);

Q_SIGNALS:
    void groupChosen(lapwing::ui::TaskGroup group);

private:
    void retranslate();
    void setUpButton(TaskGroup group);
    void reserveWidths(int all);
    [[nodiscard]] bool isWanted(TaskGroup group) const;

    QButtonGroup *m_group;
    std::map<TaskGroup, QToolButton *> m_buttons;
    QLabel *m_note;
    RowCounts m_shown;
    int m_digits = 0;
};

} // namespace lapwing::ui
