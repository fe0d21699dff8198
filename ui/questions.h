// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

#include <functional>

class QWidget;

/// What the window asks in a dialog. None of them waits: the answer comes later, or never.
namespace lapwing::ui {

/// Links to type or paste; begins with those on the clipboard.
void askForLinks(QWidget *window, std::function<void(const QString &text)> take);
void askForLists(QWidget *window, std::function<void(const QStringList &paths)> take);
void askForFolder(QWidget *window, const QString &now,
                  std::function<void(const QString &path)> take);
void askForExport(QWidget *window, const QString &folder,
                  std::function<void(const QString &path)> take);
/// Whether to quit although downloads run.
void askToQuit(QWidget *window, std::function<void(bool quit)> take);

} // namespace lapwing::ui
