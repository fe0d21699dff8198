// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"
#include "run/backgroundqueue.h"

#include <QObject>

#include <functional>
#include <vector>

class QAction;

namespace lapwing::ui {

/// What of the selected rows goes to the clipboard, a line for each: their links, their errors, curl commands.
class CopyActions : public QObject {
    Q_OBJECT

public:
    using Tasks = std::vector<const record::TaskRecord *>;

    /// The two actions are there already; the one for curl is made here.
    CopyActions(QAction *copyLink, QAction *copyError, std::function<Tasks()> selectedTasks,
                QObject *parent);

    [[nodiscard]] QAction *curlAction() const { return m_curl; }
    /// After something changed that they depend on.
    void refresh(const Tasks &selected);

Q_SIGNALS:
    /// One sentence for the user.
    void messageRaised(const QString &message);

private:
    using LineOf = QString (*)(const record::TaskRecord &);
    using SaidOf = QString (*)(int count);
    void copy(LineOf lineOf, SaidOf said);
    void copyLinks();
    void copyErrors();
    void copyCurlCommands();

    QAction *m_link;
    QAction *m_error;
    QAction *m_curl;
    std::function<Tasks()> m_selectedTasks;
    BackgroundQueue m_copying;
};

} // namespace lapwing::ui
