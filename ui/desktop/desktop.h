// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/applicationservice.h"
#include "desktop/launcherprogress.h"
#include "desktop/messagebus.h"
#include "desktop/notifier.h"
#include "desktop/runnotification.h"
#include "desktop/sleepinhibition.h"

namespace lapwing::ui {

class MainWindow;

/// What the window is to its desktop: what it tells (a notification, the progress at its icon, that it must not sleep,
/// which files to show), and what it is asked. Without a message bus all of it is absent, and nothing else is missing.
class Desktop : public QObject {
    Q_OBJECT

public:
    /// `window` outlives it; `id` is the name of the desktop entry.
    Desktop(MainWindow &window, const QString &id);

private:
    void connectWindow(MainWindow &window);
    void keepAwake();

    DownloadController &m_controller;
    bool m_isSandboxed;
    MessageBus m_session;
    MessageBus m_system;
    ApplicationService m_application;
    Notifier m_notifier;
    RunNotification m_notification;
    LauncherProgress m_progress;
    SleepInhibition m_sleep;
};

} // namespace lapwing::ui
