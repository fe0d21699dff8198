// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/desktop.h"
#include "mainwindow.h"
#include "support/rawserver.h"
#include "ui/desktop/privatebus.h"

#include <QUrl>

namespace lapwing::test {

const auto programId = QStringLiteral("org.lapwing.Lapwing");

/// A window on its desktop, as main() makes them, with downloads from a server that the test has. It is not shown.
class WindowOnBus {
public:
    using Activity = ui::DownloadController::Activity;

    WindowOnBus();

    [[nodiscard]] RawServer &server() { return m_server; }
    [[nodiscard]] ui::MainWindow &window() { return *m_window; }
    [[nodiscard]] ui::DownloadController &controller() { return m_window->controller(); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] bool isRunning() { return controller().activity() == Activity::Running; }
    void change(const std::function<void(ui::Settings &settings)> &change);

    /// So many links, with a secret in each, each file of which takes `time`.
    void add(int files, std::chrono::milliseconds time);
    void start();
    void runToTheEnd(int files, std::chrono::milliseconds time);
    void quit() { m_desktop.reset(); }

private:
    RawServer m_server;
    QTemporaryDir m_folder;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<ui::Desktop> m_desktop;
    int m_added = 0;
};

/// Catches what would be opened by other programs.
class Openings : public QObject {
    Q_OBJECT

public:
    Openings();
    ~Openings() override;

    [[nodiscard]] const QStringList &paths() const { return m_paths; }

public Q_SLOTS:
    void take(const QUrl &address) { m_paths << address.toLocalFile(); }

private:
    QStringList m_paths;
};

} // namespace lapwing::test
