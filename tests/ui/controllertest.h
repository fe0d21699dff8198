// SPDX-License-Identifier: MIT
#pragma once

#include "run/controller/downloadcontroller.h"
#include "support/rawserver.h"
#include "ui/longestwait.h"

#include <QDir>
#include <QTemporaryDir>

#include <atomic>

namespace lapwing::test {

/// What tests of the download controller have in common: a controller that saves in a folder of its own, what is
/// asked of it again and again, and a server that has
///
///     /held         one line, which comes when "gate" is released
///     /large.bin    largeSize bytes: half of them the first time, when it then says no more; all of them later, or
///                   the rest where that is asked for
class ControllerTest : public QObject {
protected:
    using Activity = ui::DownloadController::Activity;

    static constexpr int longestWait = test::longestWait;
    static constexpr qint64 largeSize = 3'000'000; ///< of which a part can be resumed

    void makeServerAndFolder(const QString &within = QDir::tempPath());
    void makeController(double demoScale = 1.0);
    void takeDown();

    /// Links of the server.
    void add(std::initializer_list<const char *> paths);
    void addPaused(const char *path); ///< by its list
    void start();
    void untilIdle();
    void runToTheEnd();

    [[nodiscard]] const record::TaskRecord &task(int id) const;
    [[nodiscard]] QString file(const char *name) const; ///< its path
    [[nodiscard]] QByteArray contents(const char *name) const;

    std::atomic<bool> m_isLargeAsked = false;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RawServer> m_raw;
    std::unique_ptr<ui::DownloadController> m_controller;
    QString m_said; ///< by the controller, last
};

} // namespace lapwing::test
