// SPDX-License-Identifier: MIT
#include "ui/desktop/windowonbus.h"

#include "support/testmain.h"
#include "ui/longestwait.h"

#include <QDesktopServices>
#include <QSettings>

namespace lapwing::test {
WindowOnBus::WindowOnBus()
{
    QSettings().clear();
    ui::MainWindow::Conditions conditions;
    conditions.demoScale = 0.2;
    conditions.folder = m_folder.path();
    m_window = std::make_unique<ui::MainWindow>(conditions);
    m_desktop = std::make_unique<ui::Desktop>(*m_window, programId);
}

void WindowOnBus::change(const std::function<void(ui::Settings &settings)> &change)
{
    ui::Settings settings = controller().settings();
    change(settings);
    controller().setSettings(settings);
}

void WindowOnBus::add(int files, std::chrono::milliseconds time)
{
    const int wanted = controller().count() + files;
    QStringList links;
    for (int file = 0; file < files; ++file) {
        const QString name = QStringLiteral("/file-%1.bin").arg(++m_added);
        m_server.route(name.toLatin1(), okFilled(100'000).after(time));
        QUrl link = m_server.url(name.toLatin1());
        link.setUserInfo(QStringLiteral("user:hunter2"));
        links << link.toString();
    }
    m_window->addInputs(links);
    QTRY_COMPARE(controller().count(), wanted);
}

void WindowOnBus::start()
{
    controller().start();
    QTRY_VERIFY(isRunning());
}

void WindowOnBus::runToTheEnd(int files, std::chrono::milliseconds time)
{
    add(files, time);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(controller().activity(), Activity::Idle, longestWait);
}

Openings::Openings()
{
    QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "take");
}

Openings::~Openings()
{
    QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
}

} // namespace lapwing::test
