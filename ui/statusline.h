// SPDX-License-Identifier: MIT
#pragma once

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
    void showMessage(const QString &message);
    /// With something to press behind it, which calls `action`; a later message takes it away.
    void showMessage(const QString &message, const QString &link, std::function<void()> action);
    /// Behind the message that is shown.
    void setLink(const QString &link, std::function<void()> action);
    /// As if it had not been shown; a later message stays.
    void withdraw(const QString &message);
    void setAmounts(const QString &amounts);

protected:
    void changeEvent(QEvent *event) override;

private:
    void openMenu();
    void showFolder();
    void colourLink();

    std::unique_ptr<Ui::StatusLine> m_ui;
    QMenu *m_menu;
    QString m_folder;
    bool m_isDemo = false;
    QString m_message;
    std::function<void()> m_action;
};

} // namespace lapwing::ui
