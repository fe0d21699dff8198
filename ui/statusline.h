// SPDX-License-Identifier: MIT
#pragma once

#include "wording.h"

#include <QWidget>

#include <functional>
#include <memory>

class QAction;
class QMenu;

namespace lapwing::ui {

namespace Ui {
class StatusLine;
}

/// The last line of the window: where files go, what happened last and what can be done about it, and what has
/// come. Only what can be pressed is a stop of the Tab key.
class StatusLine : public QWidget {
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);
    ~StatusLine() override;

    /// Of the menu of the folder.
    void setFolderActions(const QList<QAction *> &actions);
    void setFolder(const QString &folder);
    /// Of which nothing is saved in the folder.
    void setDemo(bool isDemo);
    // Until the next one. Which one it is, from 1.
    /// Gone when another language is chosen.
    int showMessage(const QString &message);
    /// Said again in that; empty by then: it is no longer so. `link` is something to press behind it, which calls
    /// `action`; empty: nothing.
    int showMessage(const Wording &message, const Wording &link, std::function<void()> action);
    /// As if it had not been shown; a later message stays, and this is false.
    bool withdraw(int message);
    void setAmounts(const QString &amounts);

protected:
    void changeEvent(QEvent *event) override;

private:
    void openMenu();
    void showFolder();
    void sayMessage();
    void colourLink();

    std::unique_ptr<Ui::StatusLine> m_ui;
    QMenu *m_menu;
    QString m_folder;
    bool m_isDemo = false;
    int m_shown = 0;    ///< messages so far
    Wording m_message;  ///< of the one that is shown; empty: it cannot be said again
    Wording m_linkText; ///< behind it
    std::function<void()> m_action;
};

} // namespace lapwing::ui
