// SPDX-License-Identifier: MIT
#pragma once

#include "details/entryedit.h"
#include "input/linksdialog.h"
#include "list/listwriting.h"
#include "run/controller/downloadcontroller.h"
#include "settings/settings.h"

#include <QStringList>

#include <functional>

class QDialog;
class QWidget;

/// What the window asks in a dialog. None of them waits: the answer comes later, or never.
namespace lapwing::ui {

/// Links to type, paste or open; begins with those on the clipboard.
LinksDialog *askForLinks(QWidget *window, LinksDialog::Conditions now,
                         std::function<void(const LinksDialog::Choice &choice)> take);
void askForLists(QWidget *window, std::function<void(const QStringList &paths)> take);
void askForFolder(QWidget *window, const QString &now,
                  std::function<void(const QString &path)> take);
void askForExport(QWidget *window, const QString &folder,
                  std::function<void(const QString &path)> take);
/// Where so many links are to be written, and how.
void askForLinksExport(QWidget *window, const QString &folder, int links,
                       std::function<void(const QString &path, const WritableFormat &format)> take);
/// A run that was exported as JSON.
void askForRun(QWidget *window, std::function<void(const QString &path)> take);
/// What the file of `entry` must hash to; absent: nothing is known of it.
void askForChecksum(QWidget *window, const plan::Entry &entry,
                    std::function<void(const std::optional<plan::Checksum> &checksum)> take);
/// What the user changes of it.
void askForEdit(QWidget *window, const plan::Entry &entry, IsListed isListed,
                std::function<void(const plan::Entry &edited)> take);
void askForSettings(QWidget *window, const Settings &now,
                    std::function<void(const Settings &settings)> take);
/// Whether to quit although something goes on. To accept it, once nothing does any more, is to quit.
QDialog *askToQuit(QWidget *window, DownloadController::Activity activity,
                   std::function<void(bool quit)> take);
/// The same although something is not saved: `unsaved` says what, and why.
QDialog *askToQuitUnsaved(QWidget *window, const QString &unsaved,
                          std::function<void(bool quit)> take);

} // namespace lapwing::ui
