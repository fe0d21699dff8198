// SPDX-License-Identifier: MIT
#include "desktop/desktop.h"

#include "commandline.h"
#include "desktop/sandbox.h"
#include "desktop/showinfolder.h"
#include "mainwindow.h"
#include "run/runprogress.h"

namespace lapwing::ui {
namespace {

using Activity = DownloadController::Activity;

/// Something goes on by itself; what waits for the user does not.
bool isAtWork(DownloadController &controller)
{
    if (controller.activity() != Activity::Running)
        return controller.activity() != Activity::Idle;
    return !isAllPaused(controller.tasks().counts()) && !controller.isDiskFull();
}

} // namespace

Desktop::Desktop(MainWindow &window, const QString &id)
    : m_controller(window.controller())
    , m_isSandboxed(isSandboxed())
    , m_session(BusKind::Session)
    , m_system(BusKind::System)
    , m_application(m_session, id, ApplicationService::WhenTaken::Queue)
    , m_notifier(m_session, id, m_isSandboxed)
    , m_notification(m_controller, m_notifier)
    , m_progress(m_controller, m_session, id)
    , m_sleep(m_session, m_system, m_isSandboxed)
{
    connectWindow(window);
    connect(&m_controller, &DownloadController::changed, this, &Desktop::keepAwake);
    connect(&m_controller, &DownloadController::timeAdvanced, this, &Desktop::keepAwake);
    m_session.open();
    if (!m_isSandboxed)
        m_system.open();
}

void Desktop::connectWindow(MainWindow &window)
{
    connect(&m_application, &ApplicationService::asked, &window,
            [&window](const QStringList &arguments) { window.takeOver(requestFrom(arguments)); });
    connect(&m_notifier, &Notifier::clicked, &window, [&window](const QString &token) {
        CommandLineRequest request;
        request.activationToken = token;
        window.takeOver(request);
    });
    connect(&m_notifier, &Notifier::buttonClicked, &window, &MainWindow::openFolder);
    connect(&window, &MainWindow::showInFolderWanted, this,
            [this](const QStringList &paths) { showInFolder(m_session, paths); });
}

void Desktop::keepAwake()
{
    m_sleep.setWanted(m_controller.settings().keepsAwake && isAtWork(m_controller));
}

} // namespace lapwing::ui
