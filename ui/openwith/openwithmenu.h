// SPDX-License-Identifier: MIT
#pragma once

#include "openwith/mimeapplications.h"
#include "run/backgroundqueue.h"

#include <QMenu>

#include <functional>

namespace lapwing::ui {

/// The programs that open the chosen files. They are looked for, off the window's thread, when it is opened.
class OpenWithMenu : public QMenu {
    Q_OBJECT

public:
    explicit OpenWithMenu(std::function<QStringList()> paths, QWidget *parent = nullptr);

    /// Where to look instead of the folders of this user.
    void setFolders(const ApplicationFolders &folders) { m_folders = folders; }

Q_SIGNALS:
    /// One sentence for the user.
    void messageRaised(const QString &message);

private:
    void look();
    void offer(const QStringList &paths, const std::vector<Application> &applications);
    void say(const QString &words);
    void open(const Application &application, const QStringList &paths);

    std::function<QStringList()> m_paths;
    ApplicationFolders m_folders = ApplicationFolders::ofUser();
    BackgroundQueue m_looking;
    int m_look = 0; ///< which one: the answer to an earlier one is dropped
};

} // namespace lapwing::ui
