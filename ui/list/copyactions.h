// SPDX-License-Identifier: MIT
#pragma once

#include "record/taskrecord.h"
#include "run/backgroundqueue.h"

#include <QObject>

#include <functional>
#include <vector>

class QAction;
class QMenu;

namespace lapwing::ui {

class DownloadController;
struct WritableFormat;

/// What of the selected rows goes to the clipboard: their links, their errors, or a list in one of its formats, which
/// has no secrets, since it is pasted where others read it.
class CopyActions : public QObject {
    Q_OBJECT

public:
    using Tasks = std::vector<const record::TaskRecord *>;

    /// The two actions are there already; the others are made here.
    CopyActions(QAction *copyLink, QAction *copyError, const DownloadController &controller,
                std::function<Tasks()> selectedTasks, QWidget *window);

    [[nodiscard]] QMenu *formatMenu() const { return m_formats; }
    [[nodiscard]] QAction *curlAction() const { return m_curl; } ///< which is in it
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
    void setUpFormats();
    void copyIn(const WritableFormat &format);
    void retranslate();

    QAction *m_link;
    QAction *m_error;
    QMenu *m_formats; ///< in the order of writableFormats()
    QAction *m_curl = nullptr;
    const DownloadController &m_controller;
    std::function<Tasks()> m_selectedTasks;
    BackgroundQueue m_copying;
};

} // namespace lapwing::ui
