// SPDX-License-Identifier: MIT
#pragma once

#include "engine/disk/recheck.h"
#include "run/backgroundqueue.h"

#include <QObject>

#include <stop_token>
#include <vector>

namespace lapwing::ui {

/// A finished file that is looked at once more.
struct CheckedFile {
    int id = 0;
    QString name;
    engine::KnownFile known;
    engine::Recheck found{};
};

/// Looks at finished files once more, off the window's thread. Going away ends what is being read.
class FileChecks : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~FileChecks() override { m_stop.request_stop(); }

    /// ended() follows.
    void run(std::vector<CheckedFile> files);

Q_SIGNALS:
    void ended(const std::vector<lapwing::ui::CheckedFile> &files);

private:
    std::stop_source m_stop;
    BackgroundQueue m_reading;
};

} // namespace lapwing::ui
